import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { bandText } from './band-text.ts';
import type { Product } from '../../../shared/products/product.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';

/** What the values of a table's dimensions are called. */
export interface GroupWords {
  readonly band: (band: number) => string;
  /** The other end of a flow or a home; -1 for an unknown one. */
  readonly zone: (zone: number) => string;
}

/** Names of bands and zones for a product of a recipe, in the language of the interface. */
export function useGroupWords(
  product: Product,
  { dwellBreaks, frequencyBreaks }: Pick<Recipe, 'dwellBreaks' | 'frequencyBreaks'>,
  shapes: readonly { readonly name: string }[],
): GroupWords {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(
    () => ({
      band: (band) =>
        product === 'dwell' || product === 'frequency'
          ? bandText(product, { dwellBreaks, frequencyBreaks }, band, { t, language })
          : '',
      zone: (zone) => (zone < 0 ? t('products.unknownHome') : (shapes[zone]?.name ?? '')),
    }),
    [product, dwellBreaks, frequencyBreaks, shapes, t, language],
  );
}

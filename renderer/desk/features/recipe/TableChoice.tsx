import { useTranslation } from 'react-i18next';
import { productNames } from '../../../../shared/products/product.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Section } from '../../ui/Section.tsx';
import type { Product } from '../../../../shared/products/product.ts';

/** The tables a release holds; what is set below follows from them. */
export function TableChoice() {
  const { t } = useTranslation();
  const products = useDesk((state) => state.draft.present.recipe.products);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const toggle = (product: Product) => {
    const next = productNames.filter((one) => (one === product) !== products.includes(one));
    if (next.length > 0) changeRecipe({ products: next });
  };
  return (
    <Section title={t('products.tables')}>
      <div className="choice-chips">
        {productNames.map((product) => {
          const chosen = products.includes(product);
          const last = chosen && products.length === 1;
          return (
            <label
              key={product}
              className={chosen ? 'chip chip-on' : 'chip'}
              title={last ? t('products.lastTable') : undefined}
            >
              <input
                type="checkbox"
                checked={chosen}
                aria-disabled={last || undefined}
                onChange={() => toggle(product)}
              />
              {t(`products.name.${product}`)}
            </label>
          );
        })}
      </div>
    </Section>
  );
}

import { useTranslation } from 'react-i18next';
import { productNames } from '../../../shared/products/product.ts';
import { Tabs } from '../ui/Tabs.tsx';
import type { Product } from '../../../shared/products/product.ts';

interface Props {
  readonly product: Product;
  /** The products that are part of the release. */
  readonly released: readonly Product[];
  /** The products that can be chosen; all of them when left out. */
  readonly offered?: readonly Product[];
  readonly onChoose: (product: Product) => void;
  /** Id of the panel that shows the product. */
  readonly panel: string;
}

/** The five tables as tabs; a check says which are part of the release. */
export function ProductTabs({ product, released, offered = productNames, onChoose, panel }: Props) {
  const { t } = useTranslation();
  return (
    <Tabs
      label={t('products.tables')}
      panel={panel}
      value={product}
      onChoose={onChoose}
      tabs={offered.map((name) => ({
        value: name,
        text: t(`products.name.${name}`),
        checked: released.includes(name),
        told: t(released.includes(name) ? 'products.inRelease' : 'products.notInRelease'),
      }))}
    />
  );
}

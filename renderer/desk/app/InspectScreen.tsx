import { InspectPage } from '../features/inspect/InspectPage.tsx';
import { TrustCard } from '../features/trust/TrustCard.tsx';
import { useDesk } from '../state/use-desk.ts';
import { BundleAttacks } from './BundleAttacks.tsx';
import { BundleCompare } from './BundleCompare.tsx';
import { BundleMap } from './BundleMap.tsx';
import { BundlePreview } from './BundlePreview.tsx';
import { ProductTabs } from './ProductTabs.tsx';
import type { BundleTable, Contents } from '../features/inspect/bundle-table.ts';
import './tune.css';

const drawMap = (table: BundleTable) => <BundleMap table={table} />;
const drawTabs = (table: BundleTable, panel: string) => <BundleTabs table={table} panel={panel} />;

const drawAttacks = (contents: Contents) => <BundleAttacks contents={contents} />;
const drawCompare = (contents: Contents) => <BundleCompare contents={contents} />;
const drawPreview = (table: BundleTable) => <BundlePreview table={table} />;
const trust = <TrustCard />;

/** A bundle from anybody, with its maps drawn from its own rows. */
export function InspectScreen() {
  return (
    <InspectPage
      map={drawMap}
      tabs={drawTabs}
      attacks={drawAttacks}
      compare={drawCompare}
      preview={drawPreview}
      trust={trust}
    />
  );
}

function BundleTabs({ table, panel }: { readonly table: BundleTable; readonly panel: string }) {
  const setProduct = useDesk((state) => state.setBundleProduct);
  const products = table.contents.tables.map(({ product }) => product);
  return (
    <ProductTabs
      product={table.columns.product}
      released={products}
      offered={products}
      onChoose={setProduct}
      panel={panel}
    />
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecipePanel } from '../features/recipe/RecipePanel.tsx';
import { useFailureText } from '../language/use-failure-text.ts';
import { useDesk } from '../state/use-desk.ts';
import { Notice } from '../ui/Notice.tsx';
import { tabId } from '../ui/Tabs.tsx';
import { MapTools } from './MapTools.tsx';
import { ProductTabs } from './ProductTabs.tsx';
import { TuneMap } from './TuneMap.tsx';
import { TuneSide } from './TuneSide.tsx';
import './tune.css';

const panel = 'tune-table';

/** Parameters left, the tables on the map in the middle over time, what it means for people right. */
export function TuneScreen() {
  const { t } = useTranslation();
  const [drawer, setDrawer] = useState(false);
  const product = useDesk((state) => state.product);
  const setProduct = useDesk((state) => state.setProduct);
  const released = useDesk((state) => state.draft.present.recipe.products);
  return (
    <div className={drawer ? 'tune tune-drawer' : 'tune'}>
      <aside className="tune-left" aria-label={t('frame.recipe')}>
        <RecipePanel />
      </aside>
      <div className="tune-middle">
        <TuneFailure />
        <ProductTabs product={product} released={released} onChoose={setProduct} panel={panel} />
        <div id={panel} className="tune-panel" role="tabpanel" aria-labelledby={tabId(panel, product)}>
          <TuneMap tools={<MapTools drawer={drawer} onDrawer={setDrawer} />} />
        </div>
      </div>
      <aside className="tune-right" aria-label={t('frame.figures')}>
        <TuneSide />
      </aside>
    </div>
  );
}

function TuneFailure() {
  const failure = useDesk((state) => state.viewFailure);
  const failureText = useFailureText();
  return failure === undefined ? null : <Notice tone="bad">{failureText(failure)}</Notice>;
}

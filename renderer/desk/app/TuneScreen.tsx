import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecipePanel } from '../features/recipe/RecipePanel.tsx';
import { useFailureText } from '../language/use-failure-text.ts';
import { useDesk } from '../state/use-desk.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { MapOverTime } from './MapOverTime.tsx';
import { TuneSide } from './TuneSide.tsx';
import type { ReactNode } from 'react';
import './tune.css';

const world = { kind: 'world' } as const;

/** Parameters left, map in the middle over time, what it means for people right. */
export function TuneScreen() {
  const { t } = useTranslation();
  const [drawer, setDrawer] = useState(false);
  const openBasemap = useDesk((state) => state.openBasemap);
  return (
    <div className={drawer ? 'tune tune-drawer' : 'tune'}>
      <aside className="tune-left" aria-label={t('frame.recipe')}>
        <RecipePanel />
      </aside>
      <div className="tune-middle">
        <TuneFailure />
        <TuneMap
          tools={
            <div className="tune-map-tools" data-over-map>
              <Button onPress={() => void openBasemap()}>{t('frame.basemap')}</Button>
              <span className="drawer-switch">
                <Button icon="panel" pressed={drawer} onPress={() => setDrawer(!drawer)}>
                  {t('frame.figures')}
                </Button>
              </span>
            </div>
          }
        />
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

function TuneMap({ tools }: { readonly tools: ReactNode }) {
  const shapes = useDesk((state) => state.shapes);
  const view = useDesk((state) => state.view);
  const viewBin = useDesk((state) => state.viewBin);
  const recipe = useDesk((state) => state.viewRecipe ?? state.draft.present.recipe);
  const selectedZone = useDesk((state) => state.selectedZone);
  const basemap = useDesk((state) => state.basemap) ?? world;
  const stale = useDesk((state) => state.stale);
  const selectZone = useDesk((state) => state.selectZone);
  const bin = useDesk((state) => state.bin);
  const setBin = useDesk((state) => state.setBin);
  const playing = useDesk((state) => state.playing);
  const setPlaying = useDesk((state) => state.setPlaying);
  return (
    <MapOverTime
      shapes={shapes}
      values={view?.zones}
      selectedZone={selectedZone}
      brushedZones={view?.brushedZones}
      basemap={basemap}
      recipe={recipe}
      stale={stale}
      onSelect={selectZone}
      tools={tools}
      strip={view?.strip}
      shownBin={viewBin}
      bin={bin}
      onBin={setBin}
      playing={playing}
      onPlaying={setPlaying}
    />
  );
}

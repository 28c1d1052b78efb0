import { useState } from 'react';
import { RiskHistogram } from '../features/risk/RiskHistogram.tsx';
import { SummaryFigures } from '../features/summary/SummaryFigures.tsx';
import { useDesk } from '../state/use-desk.ts';
import { TuneZone } from './TuneZone.tsx';
import type { Measure } from '../features/risk/histogram-bars.ts';

/** Right of the map: groups by how many people are in them, the figures, and the zone that was clicked. */
export function TuneSide() {
  const view = useDesk((state) => state.view);
  const timeBin = useDesk((state) => (state.viewRecipe ?? state.draft.present.recipe).timeBin);
  const stale = useDesk((state) => state.stale);
  return (
    <div className="tune-side">
      <TuneHistogram />
      {view !== undefined && <SummaryFigures summary={view.summary} timeBin={timeBin} stale={stale} />}
      <TuneZone />
    </div>
  );
}

function TuneHistogram() {
  const [measure, setMeasure] = useState<Measure>('groups');
  const histogram = useDesk((state) => state.view?.histogram);
  const { recipe, policy } = useDesk((state) => state.draft.present);
  const stale = useDesk((state) => state.stale);
  const brush = useDesk((state) => state.brush);
  const setBrush = useDesk((state) => state.setBrush);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  return (
    <RiskHistogram
      histogram={histogram}
      minimumPersons={recipe.minimumPersons}
      floor={policy.minimumPersons}
      stale={stale}
      onThreshold={(minimumPersons, phase) => changeRecipe({ minimumPersons }, phase)}
      brush={brush}
      onBrush={setBrush}
      measure={measure}
      onMeasure={setMeasure}
    />
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RiskHistogram } from '../features/risk/RiskHistogram.tsx';
import { SummaryFigures } from '../features/summary/SummaryFigures.tsx';
import { ZoneProfilePanel } from '../features/zone/ZoneProfilePanel.tsx';
import { useDesk } from '../state/use-desk.ts';
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

function TuneZone() {
  const profile = useDesk((state) => state.view?.zoneProfile);
  const strip = useDesk((state) => state.view?.strip);
  const selected = useDesk((state) => state.selectedZone);
  const shape = useDesk((state) => (selected === undefined ? undefined : state.shapes[selected]));
  const timeZone = useDesk((state) => state.draft.present.recipe.timeZone);
  const bin = useDesk((state) => state.viewBin);
  const selectZone = useDesk((state) => state.selectZone);
  if (selected === undefined) return <ZoneTeach />;
  if (profile === undefined || strip === undefined || shape === undefined || profile.zone !== selected)
    return null;
  return (
    <ZoneProfilePanel
      profile={profile}
      strip={strip}
      shape={shape}
      timeZone={timeZone}
      bin={bin}
      onClose={() => selectZone(undefined)}
    />
  );
}

function ZoneTeach() {
  const { t } = useTranslation();
  return (
    <section className="zone-teach" aria-label={t('zone.teach.title')}>
      <h2>{t('zone.teach.title')}</h2>
      <p className="quiet">{t('zone.teach.told')}</p>
    </section>
  );
}

import { useMemo, useState } from 'react';
import { AttackSummary } from '../features/attacks/AttackSummary.tsx';
import { AuditCard } from '../features/protection/AuditCard.tsx';
import { ProtectionStatus } from '../features/protection/ProtectionStatus.tsx';
import { UtilityCard } from '../features/protection/UtilityCard.tsx';
import { RiskHistogram } from '../features/risk/RiskHistogram.tsx';
import { SummaryFigures } from '../features/summary/SummaryFigures.tsx';
import { shownTimeBin } from '../state/product-shape.ts';
import { shownAttacks } from '../state/attack-reports.ts';
import { reportOf } from '../state/protection-key.ts';
import { useDesk } from '../state/use-desk.ts';
import { TuneZone } from './TuneZone.tsx';
import type { Measure } from '../features/risk/histogram-bars.ts';

/** Right of the map: groups by how many people are in them, the figures, what could be worked out, and the zone that was clicked. */
export function TuneSide() {
  const view = useDesk((state) => state.view);
  const product = useDesk((state) => state.viewProduct);
  const recipe = useDesk((state) => state.viewRecipe ?? state.draft.present.recipe);
  const stale = useDesk((state) => state.stale);
  const noisyError = useNoisyError();
  return (
    <div className="tune-side">
      <TuneHistogram />
      {view !== undefined && (
        <SummaryFigures
          summary={view.summary}
          product={product}
          timeBin={shownTimeBin(product, recipe)}
          stale={stale}
          {...(noisyError !== undefined && { noisyError })}
        />
      )}
      <TuneZone />
      <TuneProtection />
      <TuneAttacks />
    </div>
  );
}

/** The usual error of the shown table where its figures bear noise, from what protection made of this recipe. */
function useNoisyError(): { readonly value: number | undefined } | undefined {
  const product = useDesk((state) => state.viewProduct);
  const { guarantee } = useDesk((state) => state.draft.present.recipe);
  const report = useDesk(reportOf);
  if (guarantee.kind === 'classical' && guarantee.cellKeyNoise === null) return undefined;
  const table = report?.tables.find((one) => one.product === product);
  return { value: table !== undefined && table.published > 0 ? table.utility.medianError : undefined };
}

function TuneHistogram() {
  const [measure, setMeasure] = useState<Measure>('groups');
  const histogram = useDesk((state) => state.view?.histogram);
  const { recipe, policy } = useDesk((state) => state.draft.present);
  const stale = useDesk((state) => state.stale);
  const marks = useDesk((state) => state.attackMarks);
  const findings = useMemo(() => marks.map(({ persons }) => persons), [marks]);
  const brush = useDesk((state) => state.brush);
  const setBrush = useDesk((state) => state.setBrush);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  return (
    <RiskHistogram
      histogram={histogram}
      minimumPersons={recipe.minimumPersons}
      floor={policy.minimumPersons}
      noisy={recipe.guarantee.kind === 'differentialPrivacy'}
      stale={stale}
      findings={findings}
      onThreshold={(minimumPersons, phase) => changeRecipe({ minimumPersons }, phase)}
      brush={brush}
      onBrush={setBrush}
      measure={measure}
      onMeasure={setMeasure}
    />
  );
}

function TuneProtection() {
  const protecting = useDesk((state) => state.protecting);
  const failure = useDesk((state) => state.protectionFailure);
  const cancel = useDesk((state) => state.cancelProtection);
  const run = useDesk((state) => state.protectNow);
  const read = useDesk((state) => state.dismissProtectionFailure);
  const own = useDesk(reportOf);
  const report = useDesk((state) => own ?? state.lastReport);
  const recipe = useDesk((state) => state.draft.present.recipe);
  const product = useDesk((state) => state.product);
  const stale = own === undefined;
  return (
    <>
      <ProtectionStatus
        protecting={protecting}
        failure={failure}
        onCancel={cancel}
        onRun={run}
        onRead={read}
      />
      <AuditCard report={report} guarantee={recipe.guarantee.kind} stale={stale} />
      {report !== undefined && (
        <UtilityCard
          report={report}
          product={product}
          timeBin={shownTimeBin(product, recipe)}
          stale={stale}
        />
      )}
    </>
  );
}

function TuneAttacks() {
  const state = useDesk((all) => all);
  return (
    <AttackSummary
      cards={shownAttacks(state)}
      onOpen={(attack) => {
        state.showAttack(attack);
        state.go('attacks');
      }}
    />
  );
}

import { useTranslation } from 'react-i18next';
import { violations } from '../../../../shared/policy/violations.ts';
import { useDesk } from '../../state/use-desk.ts';
import { earlyGatesOf } from '../../state/early-gates.ts';
import { useFormat } from '../../language/format.ts';
import { violationText } from '../../language/limit-text.ts';
import { gateDetails } from '../../language/gate-details.ts';
import { fits, readingText } from '../../language/reading.ts';
import { useFailureText } from '../../language/use-failure-text.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Verdict } from '../../ui/Verdict.tsx';
import type { GateResult } from '../../../../shared/evidence/gate.ts';

/** Every gate: what main found when it was last asked to seal, else what can be said now. */
export function Gates() {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const { recipe, policy } = useDesk((state) => state.draft.present);
  const sealed = useDesk((state) => state.sealGates);
  const failure = useDesk((state) => state.sealFailure);
  const early = earlyGatesOf(useDesk((state) => state));
  const refused = sealed.some((gate) => gate.outcome !== 'pass');
  const attempted = useDesk((state) => state.signAttempted);
  const gates = refused ? sealed : early.map((gate) => (attempted ? gate : notYetAsked(gate)));

  return (
    <Section card title={t('gates.title')} aside={t(refused ? 'gates.sealed' : 'gates.early')}>
      {failure !== undefined && <Notice tone="bad">{failureText(failure)}</Notice>}
      {refused && <Notice tone="bad">{t('gates.refused')}</Notice>}
      <ul>
        {gates.map((gate) => (
          <Gate key={gate.id} gate={gate} />
        ))}
      </ul>
      {violations(recipe, policy).map((violation) => (
        <Notice key={violation.rule} tone="notice">
          {violationText(t, violation)}
        </Notice>
      ))}
    </Section>
  );
}

const termGates: ReadonlySet<GateResult['id']> = new Set([
  'terms-complete',
  'signing-comment',
  'dpia-reference',
  'recipient-profile',
  'review-by',
]);

/** Terms nobody was asked for yet are open, not broken. */
function notYetAsked(gate: GateResult): GateResult {
  return termGates.has(gate.id) && gate.outcome === 'fail' ? { ...gate, outcome: 'notTested' } : gate;
}

function Gate({ gate }: { readonly gate: GateResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const timeZone = useDesk((state) => state.draft.present.recipe.timeZone);
  const detail = Object.entries(gateDetails[gate.id]).flatMap(([key, { name, reading }]) => {
    const value = gate.detail[key];
    return fits(reading, value)
      ? [`${t(name)}: ${readingText(reading, value, { t, format, timeZone })}`]
      : [];
  });
  return (
    <Verdict outcome={gate.outcome} word={t(`gates.word.${gate.outcome}`)} title={t(`gates.${gate.id}.name`)}>
      {t(`gates.${gate.id}.${gate.outcome}`)}
      {gate.outcome !== 'pass' && detail.length > 0 && ` (${detail.join(', ')})`}{' '}
      {t(`gates.kind.${gate.kind}`)}
    </Verdict>
  );
}

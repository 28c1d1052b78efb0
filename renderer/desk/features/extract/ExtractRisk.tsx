import { useTranslation } from 'react-i18next';
import { timeLeftText } from '../../language/time-left-text.ts';
import { useFailureText } from '../../language/use-failure-text.ts';
import { riskKey } from '../../state/extract-risk-slice.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Section } from '../../ui/Section.tsx';
import { ExtractRiskFound } from './ExtractRiskFound.tsx';
import type { DeskState } from '../../state/desk-state.ts';
import type { RiskRun } from '../../state/extract-risk-state.ts';
import './extract-risk.css';

/** What losing the extract would mean, measured when somebody asks for it; nothing while no extract is open. */
export function ExtractRisk() {
  const { t } = useTranslation();
  const isEmpty = useDesk(({ understanding }) => (understanding?.rowsKept ?? 0) === 0);
  const measuring = useDesk((state) => state.measuringRisk);
  const measured = useDesk((state) => state.extractRisk);
  const stale = useDesk(isStale);
  if (isEmpty) return null;
  return (
    <Section card title={t('loss.title')} aside={t('loss.aside')}>
      <p className="loss-teach">{t('loss.teach')}</p>
      <WentWrong />
      {stale && <Notice tone="notice">{t('loss.stale')}</Notice>}
      {measuring.kind === 'none' ? (
        <Measure />
      ) : (
        <Running run={measuring} cancelling={measuring.kind === 'cancelling'} />
      )}
      {measured !== undefined && <ExtractRiskFound report={measured.report} stale={stale} />}
    </Section>
  );
}

/** Whether the figures are of other zones or another time zone than the recipe has. */
function isStale({ extractRisk, draft }: DeskState): boolean {
  return extractRisk !== undefined && extractRisk.key !== riskKey(draft.present.recipe);
}

function WentWrong() {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const failure = useDesk((state) => state.extractRiskFailure);
  if (failure === undefined) return null;
  return <Notice tone="bad">{`${t('loss.failed')} ${failureText(failure)}`}</Notice>;
}

/** Offered where nothing was measured in the zones of the recipe. */
function Measure() {
  const { t } = useTranslation();
  const none = useDesk((state) => state.extractRisk === undefined);
  const stale = useDesk(isStale);
  const measure = useDesk((state) => state.measureRisk);
  if (!none && !stale) return null;
  return (
    <div>
      <Button onPress={() => void measure()}>{t(none ? 'loss.measure' : 'loss.again')}</Button>
    </div>
  );
}

function Running({ run, cancelling }: { readonly run: RiskRun; readonly cancelling: boolean }) {
  const { t } = useTranslation();
  const cancel = useDesk((state) => state.cancelRisk);
  return (
    <div className="loss-running">
      <Progress label={t('loss.run.label')} done={run.done} />
      <div className="progress-line">
        <span aria-live="polite">{t(`loss.run.${cancelling ? 'cancelling' : (run.part ?? 'begin')}`)}</span>
        <span className="quiet">{timeLeftText(t, run.secondsLeft)}</span>
        <Button disabled={cancelling} onPress={cancel}>
          {t('loss.run.cancel')}
        </Button>
      </div>
    </div>
  );
}

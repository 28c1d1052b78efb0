import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { standingOf } from '../../state/attack-reports.ts';
import { Button } from '../../ui/Button.tsx';
import { AttackPart } from './AttackPart.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { DistributionChart } from './DistributionChart.tsx';
import { EarlierPart } from './EarlierPart.tsx';
import { RecoveryBaselines } from './RecoveryBaselines.tsx';
import { Remedies } from './Remedies.tsx';
import { reasonText } from '../../language/attack-sentence.ts';
import { measuredFacts, parameterFacts } from '../../language/attack-facts.ts';
import type { ReactNode } from 'react';
import type { AttackReport } from '../../../../shared/evidence/attack-report.ts';
import type { ShownAttack } from '../../state/attack-reports.ts';

export interface AttackPanelProps {
  readonly shown: ShownAttack;
  readonly onClose: () => void;
  /** The way that was recovered best, where it may be shown. */
  readonly replay?: ReactNode;
}

/** A card that is open: what the attack asks, how it is tried, what was measured, with what, and what that does not show. */
export function AttackPanel({ shown, onClose, replay }: AttackPanelProps) {
  const { t } = useTranslation();
  const speech = { t, format: useFormat() };
  const { attack, report, stale } = shown;
  const standing = standingOf(shown);
  return (
    <>
      <header className="attack-panel-head">
        <div>
          <h2>{t(`attacks.${attack}.name`)}</h2>
          <p className="quiet">{t(`attacks.word.${standing}`)}</p>
        </div>
        <Button look="bare" icon="cross" label={t('attacks.panel.close')} onPress={onClose}>
          {''}
        </Button>
      </header>
      <AttackPart title={t('attacks.panel.asks')}>
        <p>{t(`attacks.${attack}.asks`)}</p>
      </AttackPart>
      {stale && <p className="quiet">{t('attacks.stale')}</p>}
      {(report === undefined || report.outcome === 'notTested') && (
        <p>{reasonText(speech, report?.reason)}</p>
      )}
      {report !== undefined && <EarlierPart report={report} stale={stale} />}
      {report !== undefined && <Measured report={report} stale={stale} />}
      {replay}
      {standing === 'fail' && <Remedies attack={attack} />}
      <AttackPart title={t('attacks.panel.tried')}>
        <p>{t(`attacks.${attack}.tried`)}</p>
      </AttackPart>
      {report !== undefined && <Parameters report={report} stale={stale} />}
      <AttackPart title={t('attacks.panel.limits')}>
        <p>{t(`attacks.${attack}.limits`)}</p>
      </AttackPart>
    </>
  );
}

interface OfReport {
  readonly report: AttackReport;
  readonly stale: boolean;
}

function Measured({ report, stale }: OfReport) {
  const { t } = useTranslation();
  const speech = { t, format: useFormat() };
  const facts = measuredFacts(speech, report);
  if (facts.length === 0 && report.distribution === undefined) return null;
  return (
    <AttackPart title={t('attacks.panel.figures')}>
      <div className={stale ? 'attack-figures stale' : 'attack-figures'}>
        <DistributionChart report={report} />
        {report.attack === 'recovery' && (
          <>
            <p className="quiet small">{t('attacks.baselines.told')}</p>
            <RecoveryBaselines report={report} />
          </>
        )}
        <Facts facts={facts} />
      </div>
    </AttackPart>
  );
}

function Parameters({ report, stale }: OfReport) {
  const { t } = useTranslation();
  const speech = { t, format: useFormat() };
  return (
    <AttackPart title={t('attacks.panel.parameters')}>
      <div className={stale ? 'stale' : undefined}>
        <Facts facts={parameterFacts(speech, report)} />
      </div>
    </AttackPart>
  );
}

import { useTranslation } from 'react-i18next';
import { measuredFacts, parameterFacts } from '../language/attack-facts.ts';
import { attackSentence } from '../language/attack-sentence.ts';
import { useFormat } from '../language/format.ts';
import { Button } from '../ui/Button.tsx';
import { AttackPart } from '../features/attacks/AttackPart.tsx';
import { Facts } from '../ui/Facts.tsx';
import type { AttackReport } from '../../../shared/evidence/attack-report.ts';

export interface BundleAttackPanelProps {
  readonly attack: AttackReport['attack'];
  /** What it came to here, once it was tried. */
  readonly report: AttackReport | undefined;
  /** What the signer attests that it came to on the raw data. */
  readonly attested: AttackReport | undefined;
  readonly noisy: boolean;
  readonly onClose: () => void;
}

/** A card that is open: what the attack asks, what it came to here and at the signer's, and what that does not show. */
export function BundleAttackPanel({ attack, report, attested, noisy, onClose }: BundleAttackPanelProps) {
  const { t } = useTranslation();
  return (
    <>
      <header className="attack-panel-head">
        <h2>{t(`attacks.${attack}.name`)}</h2>
        <Button look="bare" icon="cross" label={t('attacks.panel.close')} onPress={onClose}>
          {''}
        </Button>
      </header>
      <AttackPart title={t('attacks.panel.asks')}>
        <p>{t(`attacks.${attack}.asks`)}</p>
      </AttackPart>
      <Came title={t('bundle.attacks.here')} report={report} noisy={noisy} />
      <Came title={t('bundle.attacks.there')} report={attested} noisy={noisy} />
      <AttackPart title={t('attacks.panel.tried')}>
        <p>{t(`attacks.${attack}.tried`)}</p>
      </AttackPart>
      <AttackPart title={t('attacks.panel.limits')}>
        <p>{t(`attacks.${attack}.limits`)}</p>
      </AttackPart>
    </>
  );
}

interface CameProps {
  readonly title: string;
  readonly report: AttackReport | undefined;
  readonly noisy: boolean;
}

function Came({ title, report, noisy }: CameProps) {
  const { t } = useTranslation();
  const speech = { t, format: useFormat() };
  if (report === undefined)
    return (
      <AttackPart title={title}>
        <p className="quiet">{t('attacks.word.notTested')}</p>
      </AttackPart>
    );
  return (
    <AttackPart title={title}>
      <p>
        <strong>{t(`attacks.word.${report.outcome}`)}</strong>: {attackSentence(report, noisy, speech)}
      </p>
      <Facts facts={[...measuredFacts(speech, report), ...parameterFacts(speech, report)]} />
    </AttackPart>
  );
}

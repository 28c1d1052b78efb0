import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { standingOf } from '../../state/attack-reports.ts';
import { Button } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { attackSentence } from '../../language/attack-sentence.ts';
import { earlierSentence } from '../../language/earlier-text.ts';
import { gateLine } from './gate-line.ts';
import { MembershipDial } from './MembershipDial.tsx';
import { RecoveryBaselines } from './RecoveryBaselines.tsx';
import { Sign } from './Sign.tsx';
import { timeLeftText } from '../../language/time-left-text.ts';
import type { ReactNode } from 'react';
import type { AttackRun } from '../../state/attack-state.ts';
import type { ShownAttack } from '../../state/attack-reports.ts';
import type { Policy } from '../../../../shared/policy/policy.ts';

export interface AttackCardProps {
  readonly shown: ShownAttack;
  readonly policy: Policy;
  /** Whether noise is the promise of the recipe. */
  readonly noisy: boolean;
  /** How far it is, while it is this attack that is tried. */
  readonly run: AttackRun | undefined;
  /** Why it cannot be tried now. */
  readonly blocked: string | undefined;
  readonly open: boolean;
  /** Id of the panel it opens to. */
  readonly panel: string;
  readonly onOpen: () => void;
  /** Tries it alone; absent where attacks are tried together. */
  readonly onRun?: () => void;
  /** What else there is to say of it. */
  readonly beside?: ReactNode;
}

/** One attack: how it stands in a word and a sign, what it came to in a sentence, and what the policy allows. */
export function AttackCard(props: AttackCardProps) {
  const { t } = useTranslation();
  const { shown, policy, noisy, run, open } = props;
  const speech = { t, format: useFormat() };
  const { attack, report, stale } = shown;
  const standing = run === undefined ? standingOf(shown) : 'running';
  const measured = stale ? undefined : report?.measured;
  return (
    <li
      className={open ? 'attack-card attack-card-open' : 'attack-card'}
      data-attack={attack}
      data-standing={standing}
    >
      <h3>
        <Sign standing={standing} />
        <button
          type="button"
          className="attack-open"
          aria-expanded={open}
          aria-controls={props.panel}
          onClick={props.onOpen}
        >
          {t(`attacks.${attack}.name`)}
        </button>
        <span className="attack-word">{t(`attacks.word.${standing}`)}</span>
      </h3>
      {run === undefined ? (
        <Told shown={shown} noisy={noisy} policy={policy} />
      ) : (
        <Running run={run} name={t(`attacks.${attack}.name`)} />
      )}
      {props.beside}
      <footer className="attack-foot">
        <p className="quiet small">{gateLine({ attack, policy, noisy, measured }, speech)}</p>
        {props.onRun !== undefined && run === undefined && (report === undefined || stale) && (
          <Button
            blocked={props.blocked}
            onPress={props.onRun}
            label={`${t('attacks.run.one')}: ${t(`attacks.${attack}.name`)}`}
          >
            {t('attacks.run.one')}
          </Button>
        )}
      </footer>
    </li>
  );
}

function Told({ shown, noisy, policy: { demo } }: Pick<AttackCardProps, 'shown' | 'noisy' | 'policy'>) {
  const { t } = useTranslation();
  const speech = { t, format: useFormat() };
  const { attack, report, stale } = shown;
  if (report === undefined) return <p>{t(`attacks.${attack}.asks`)}</p>;
  const against = earlierSentence(speech, report, { noisy, demo });
  return (
    <div className="attack-told">
      {stale && <p className="quiet small">{t('attacks.earlier')}</p>}
      <div className={stale ? 'attack-figures stale' : 'attack-figures'}>
        <p>{attackSentence(report, noisy, speech)}</p>
        {against !== undefined && <p className="quiet small attack-against">{against}</p>}
        {attack === 'membership' && <MembershipDial report={report} />}
        {attack === 'recovery' && <RecoveryBaselines report={report} />}
      </div>
    </div>
  );
}

function Running({ run, name }: { readonly run: AttackRun; readonly name: string }) {
  const { t } = useTranslation();
  return (
    <div className="attack-told">
      <Progress label={name} done={run.done} />
      <p className="quiet small">{timeLeftText(t, run.secondsLeft)}</p>
    </div>
  );
}

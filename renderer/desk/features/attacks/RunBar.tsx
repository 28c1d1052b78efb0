import { useTranslation } from 'react-i18next';
import { policyTitle } from '../../language/policy-title.ts';
import { attackNames } from '../../../../shared/policy/attack-limits.ts';
import { untestedAttacks, untriedAttacks } from '../../state/attack-reports.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';
import type { AttackRun } from '../../state/attack-state.ts';

/** How far the run is and the way to stop it; between runs, what was tried. */
export function RunBar() {
  const attacking = useDesk((state) => state.attacking);
  if (attacking.kind === 'none') return <Between />;
  return <Running run={attacking} cancelling={attacking.kind === 'cancelling'} />;
}

function Between() {
  const { t } = useTranslation();
  const { policy } = useDesk((state) => state.draft.present);
  const untried = useDesk((state) => untriedAttacks(state).length);
  const known = useDesk((state) => state.lastAttackReports.length);
  const open = useDesk(untestedAttacks);
  const count = attackNames.length;
  if (untried === count)
    return <p className="quiet">{t(known > 0 ? 'attacks.run.stale' : 'attacks.run.teach')}</p>;
  return (
    <p className="quiet">
      {t('attacks.run.done', { tested: count - untried, count, policy: policyTitle(t, policy) })}
      {open > 0 && ` ${t('attacks.run.open', { count: open })}`}
    </p>
  );
}

function Running({ run, cancelling }: { readonly run: AttackRun; readonly cancelling: boolean }) {
  const { t } = useTranslation();
  const cancel = useDesk((state) => state.cancelAttacks);
  const untried = useDesk((state) => untriedAttacks(state, run.wanted).length);
  const { attack, done, wanted } = run;
  const name = attack === undefined ? undefined : t(`attacks.${attack}.name`);
  const what = name === undefined ? t('attacks.run.preparing') : t('attacks.run.running', { name });
  const tried = wanted.length - untried;
  const at = Math.min(wanted.length, tried + 1);
  const part = attack === undefined ? 0 : (done ?? 0);
  return (
    <div className="attack-running">
      <p aria-live="polite">
        {cancelling ? t('attacks.run.cancelling') : what}{' '}
        <span className="quiet">{t('attacks.run.place', { at, of: wanted.length })}</span>
      </p>
      <Progress label={t('attacks.cards')} done={(tried + part) / wanted.length} />
      <Button disabled={cancelling} onPress={cancel}>
        {t('attacks.run.cancel')}
      </Button>
    </div>
  );
}

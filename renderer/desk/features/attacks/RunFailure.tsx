import { useTranslation } from 'react-i18next';
import { useFailureText } from '../../language/use-failure-text.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** What went wrong with the last run, until it was read: why it failed, or which attacks gave no result. */
export function RunFailure() {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const failure = useDesk((state) => state.attackFailure);
  const unanswered = useDesk((state) => state.unansweredAttacks);
  const read = useDesk((state) => state.dismissAttackFailure);
  if (failure === undefined && unanswered.length === 0) return null;
  const names = unanswered.map((attack) => t(`attacks.${attack}.name`)).join(', ');
  return (
    <Notice tone={failure === undefined ? 'notice' : 'bad'}>
      <div className="attack-wrong">
        <p>
          {failure === undefined
            ? t('attacks.run.noAnswer', { count: unanswered.length, names })
            : `${t('attacks.run.failed')} ${failureText(failure)}`}
        </p>
        <Button onPress={read}>{t('attacks.run.read')}</Button>
      </div>
    </Notice>
  );
}

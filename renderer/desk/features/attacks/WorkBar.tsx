import { useTranslation } from 'react-i18next';
import { timeLeftText } from '../../language/time-left-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';
import type { Work } from '../../state/work.ts';

export interface WorkBarProps {
  readonly work: Work;
  /** What the bar measures. */
  readonly label: string;
  /** What is being done now. */
  readonly told: string;
  readonly onCancel: () => void;
}

/** How far something that was asked for is, and the way to stop it; nothing while it is not under way. */
export function WorkBar({ work, label, told, onCancel }: WorkBarProps) {
  const { t } = useTranslation();
  if (work.kind === 'none') return null;
  const isCancelling = work.kind === 'cancelling';
  return (
    <div className="attack-work">
      <p aria-live="polite">{isCancelling ? t('attacks.run.cancelling') : told}</p>
      <Progress label={label} done={work.done} />
      <div className="attack-work-line">
        <span className="quiet small">{timeLeftText(t, work.secondsLeft)}</span>
        <Button disabled={isCancelling} onPress={onCancel} label={`${t('attacks.run.cancel')}: ${label}`}>
          {t('attacks.run.cancel')}
        </Button>
      </div>
    </div>
  );
}

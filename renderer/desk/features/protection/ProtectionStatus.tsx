import './protection.css';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../../language/use-failure-text.ts';
import { useFormat } from '../../language/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import type { Failure } from '../../../../shared/base/failure.ts';
import type { Protecting } from '../../state/protection-state.ts';

export interface ProtectionStatusProps {
  readonly protecting: Protecting;
  readonly failure: Failure | undefined;
  readonly onCancel: () => void;
  readonly onRun: () => void;
  readonly onRead: () => void;
}

/** How far the work on hidden groups is, as long as it is not done; and why it failed, until that was read. */
export function ProtectionStatus(props: ProtectionStatusProps) {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const { protecting, failure } = props;
  return (
    <div className="protection-status" aria-live="polite">
      {failure !== undefined && (
        <Notice tone="bad">
          <p>
            {t('protection.failed')} {failureText(failure)}
          </p>
          <Button onPress={props.onRead}>{t('protection.read')}</Button>
        </Notice>
      )}
      <Work {...props} protecting={protecting} />
    </div>
  );
}

function Work({ protecting, onCancel, onRun }: ProtectionStatusProps) {
  const { t } = useTranslation();
  switch (protecting.kind) {
    case 'none':
    case 'done':
      return null;
    case 'waiting':
      return <p className="quiet">{t('protection.waiting')}</p>;
    case 'cancelling':
      return <p className="quiet">{t('protection.cancelling')}</p>;
    case 'running':
      return <Running done={protecting.done} total={protecting.total} onCancel={onCancel} />;
    case 'cancelled':
    case 'failed':
      return (
        <div className="protection-again">
          <p>{t('protection.open')}</p>
          <Button onPress={onRun}>{t('protection.run')}</Button>
        </div>
      );
  }
}

interface RunningProps {
  readonly done: number | undefined;
  readonly total: number;
  readonly onCancel: () => void;
}

function Running({ done, total, onCancel }: RunningProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const part = done === undefined || total === 0 ? undefined : done / total;
  return (
    <div className="protection-running">
      <p>
        {t('protection.running')}
        {done !== undefined && (
          <span aria-hidden="true">
            {' '}
            {t('protection.steps', { done: format.number(done), total: format.number(total) })}
          </span>
        )}
      </p>
      <div>
        <Progress label={t('protection.running')} done={part} />
        <Button onPress={onCancel}>{t('protection.cancel')}</Button>
      </div>
    </div>
  );
}

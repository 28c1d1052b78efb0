import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/use-desk.ts';
import { useFormat } from '../../language/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Progress as ProgressBar } from '../../ui/Progress.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Progress } from '../../../../shared/ipc/vault-contract.ts';

/** What is being read, how far it is, and the way to stop it. */
export function LoadProgress() {
  const { t } = useTranslation();
  const format = useFormat();
  const reading = useDesk((state) => state.reading);
  const cancelLoad = useDesk((state) => state.cancelLoad);
  if (reading.kind !== 'loading' && reading.kind !== 'cancelling') return null;
  const progress = readingOf(reading.progress);
  return (
    <Section
      card
      title={t('extract.progress.title')}
      aside={t(`extract.progress.${progress?.stage ?? 'start'}`)}
    >
      <ProgressBar label={t('extract.progress.title')} done={shareRead(progress)} />
      <div className="progress-line">
        <span aria-live="off">
          {progress !== undefined &&
            t('extract.progress.done', {
              bytes: format.bytes(progress.bytes),
              total: format.bytes(progress.totalBytes),
              rows: format.number(progress.rows),
            })}
        </span>
        <Button disabled={reading.kind === 'cancelling'} onPress={cancelLoad}>
          {t(reading.kind === 'cancelling' ? 'extract.progress.cancelling' : 'extract.progress.cancel')}
        </Button>
      </div>
    </Section>
  );
}

type Reading = Extract<Progress, { bytes: number }>;

function readingOf(progress: Progress | undefined): Reading | undefined {
  return progress !== undefined && 'bytes' in progress ? progress : undefined;
}

/** Share of the bytes that was read, nothing before their number is known. */
function shareRead(progress: Reading | undefined): number | undefined {
  if (progress === undefined || progress.totalBytes === 0) return undefined;
  return Math.min(1, progress.bytes / progress.totalBytes);
}

import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/use-desk.ts';
import { useFormat } from '../../language/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Section } from '../../ui/Section.tsx';

/** What is being read, how far it is, and the way to stop it. */
export function LoadProgress() {
  const { t } = useTranslation();
  const format = useFormat();
  const reading = useDesk((state) => state.reading);
  const cancelLoad = useDesk((state) => state.cancelLoad);
  if (reading.kind !== 'loading' && reading.kind !== 'cancelling') return null;
  const progress = reading.progress?.stage === 'protecting' ? undefined : reading.progress;
  const measured = progress !== undefined && progress.totalBytes > 0;
  return (
    <Section
      card
      title={t('extract.progress.title')}
      aside={t(`extract.progress.${progress?.stage ?? 'start'}`)}
    >
      <Progress
        label={t('extract.progress.title')}
        done={measured ? Math.min(1, progress.bytes / progress.totalBytes) : undefined}
      />
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

import { useTranslation } from 'react-i18next';
import { extractName } from '../../state/extract-name.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Says which extract is open where the files chosen are no longer those it was read from. */
export function StillOpen() {
  const { t } = useTranslation();
  const open = useDesk((state) => state.understanding !== undefined);
  const chosen = useDesk((state) => state.sources.events);
  const openSource = useDesk((state) => state.openSource);
  const name = useDesk(extractName) ?? t('frame.demoExtract');
  const busy = useDesk((state) => state.reading.kind !== 'idle');
  const chooseFile = useDesk((state) => state.chooseFile);
  if (!open || chosen === openSource) return null;
  if (chosen !== undefined) return <Notice tone="calm">{t('extract.stillOpen.other', { name })}</Notice>;
  return (
    <Notice tone="notice">
      <p>{t('extract.stillOpen.none', { name })}</p>
      <Button disabled={busy} onPress={() => void chooseFile('events')}>
        {t('extract.stillOpen.choose')}
      </Button>
    </Notice>
  );
}

import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/use-desk.ts';
import { useFormat } from '../../language/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { TFunction } from 'i18next';
import type { DeskState } from '../../state/desk-state.ts';

/** The empty desk: what it is for, the one action, and the demo. */
export function EmptyExtract() {
  const { t } = useTranslation();
  const chooseFile = useDesk((state) => state.chooseFile);
  const openDemo = useDesk((state) => state.openDemo);
  const busy = useDesk((state) => state.reading.kind !== 'idle');
  const format = useFormat();
  const timeZone = useDesk((state) => state.timeZone);
  const wipedAt = useDesk((state) => state.wipedAt);
  const rejects = useDesk((state) => state.rejectsAfterWipe);
  return (
    <div className="extract-empty">
      <h1>{t('extract.empty.title')}</h1>
      <p>{t('extract.empty.teach')}</p>
      <div className="extract-actions">
        <Button look="primary" disabled={busy} onPress={() => void chooseFile('events')}>
          {t('extract.empty.choose')}
        </Button>
        <Button disabled={busy} onPress={() => void chooseFile('events', true)}>
          {t('extract.empty.folder')}
        </Button>
        <Button disabled={busy} onPress={() => void openDemo()}>
          {t('extract.empty.demo')}
        </Button>
      </div>
      <p className="quiet">{t('extract.empty.drop')}</p>
      <p className="quiet">{t('extract.empty.demoTold')}</p>
      {wipedAt !== undefined && (
        <Notice tone="calm">
          {t('extract.wiped', { at: format.stamp(wipedAt, timeZone), timeZone })} {rejectsTold(rejects, t)}
        </Notice>
      )}
    </div>
  );
}

/** What became of lists of rejected lines: those that stay are named, since somebody has to delete them. */
function rejectsTold({ deleted, left }: DeskState['rejectsAfterWipe'], t: TFunction): string {
  const told = (what: 'deleted' | 'left', names: readonly string[]) =>
    names.length === 0
      ? []
      : [t(`extract.closing.${what}`, { count: names.length, names: names.join(', ') })];
  return [...told('deleted', deleted), ...told('left', left)].join(' ');
}

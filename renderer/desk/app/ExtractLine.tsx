import { useTranslation } from 'react-i18next';
import { extractName } from '../state/extract-name.ts';
import { useDesk } from '../state/use-desk.ts';
import { useFormat } from '../language/format.ts';

/** How many letters of a name stay at its end when its middle is left out: the ending and a bit before. */
const kept = 12;

/** The extract in one line, or two where the window is narrow: a long name loses its middle, figures stay whole. */
export function ExtractLine() {
  const { t } = useTranslation();
  const format = useFormat();
  const understanding = useDesk((state) => state.understanding);
  const known = useDesk(extractName);
  if (understanding === undefined) return <span className="extract-line quiet">{t('frame.noExtract')}</span>;
  const { rowsKept, persons, firstDay, lastDay } = understanding;
  const name = known ?? t('frame.demoExtract');
  const figures = [
    t('frame.events', { count: rowsKept, events: format.compact(rowsKept) }),
    t('frame.people', { count: persons, people: format.number(persons) }),
    format.period(firstDay, lastDay),
  ].join(' · ');
  const line = `${name} · ${figures}`;
  const cut = Math.max(0, name.length - kept);
  return (
    <span className="extract-line" title={line}>
      <span className="unseen">{line}</span>
      <span className="extract-name" aria-hidden="true">
        <span>{name.slice(0, cut)}</span>
        <span>{name.slice(cut)}</span>
      </span>
      <span className="quiet" aria-hidden="true">
        {figures}
      </span>
    </span>
  );
}

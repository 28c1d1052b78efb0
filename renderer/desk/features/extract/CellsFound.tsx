import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { useDesk } from '../../state/use-desk.ts';
import { cellsWith } from '../../state/cell-flags.ts';
import type { CellChange, ExtractFindings } from '../../../../shared/ipc/extract-findings.ts';
import type { ReactNode } from 'react';

const changesShown = 12;

/** Where the cells are, which of them are used, and which changed so that people would seem to move. */
export function CellsFound({ found, map }: { readonly found: ExtractFindings; readonly map: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const unknown = useDesk((state) => state.understanding?.dropped.unknownCell ?? 0);
  const { minimumPersons, hasReference, cells, changes, changesFound } = found;
  const count = (flag: Parameters<typeof cellsWith>[1]) => cellsWith(found, flag).length;
  const sentences = [
    t(hasReference ? 'extract.standsOut.cellsUsed' : 'extract.standsOut.positions', {
      used: format.number(count('used')),
      all: format.number(cells.flags.length),
      minimum: format.number(minimumPersons),
    }),
    ...(unknown > 0
      ? [t('extract.standsOut.cellsUnknown', { count: unknown, rows: format.number(unknown) })]
      : []),
    ...(['moved', 'unclear'] as const).flatMap((flag) =>
      count(flag) > 0
        ? [t(`extract.standsOut.cells_${flag}`, { count: count(flag), shown: format.number(count(flag)) })]
        : [],
    ),
  ];
  return (
    <div className="finding-chart">
      <h3>{t('extract.standsOut.cells')}</h3>
      {sentences.map((sentence) => (
        <p key={sentence} className="quiet small">
          {sentence}
        </p>
      ))}
      {map}
      {hasReference && (
        <>
          <h3>{t('extract.standsOut.changes')}</h3>
          <p className="quiet small">{changesTold()}</p>
          <Changes found={found} />
        </>
      )}
    </div>
  );

  function changesTold(): string {
    if (changes === undefined) return t('extract.standsOut.notCompared');
    if (changesFound === 0) return t('extract.standsOut.noChanges');
    return t('extract.standsOut.changesTold', { count: changesFound, shown: format.number(changesFound) });
  }
}

function Changes({ found }: { readonly found: ExtractFindings }) {
  const { t } = useTranslation();
  const all = found.changes ?? [];
  if (all.length === 0) return null;
  return (
    <>
      <ChangeList found={found} changes={all.slice(0, changesShown)} />
      {all.length > changesShown && (
        <details>
          <summary>{t('extract.standsOut.moreChanges', { count: all.length - changesShown })}</summary>
          <ChangeList found={found} changes={all.slice(changesShown)} />
        </details>
      )}
    </>
  );
}

interface ChangeListProps {
  readonly found: ExtractFindings;
  readonly changes: readonly CellChange[];
}

function ChangeList({ found: { cells }, changes }: ChangeListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const place = (cell: number): string => {
    const degrees = (column: Int32Array) => ((column[cell] ?? 0) / 1e6).toFixed(4);
    return `${degrees(cells.latitude)}, ${degrees(cells.longitude)}`;
  };
  return (
    <ul className="cell-changes">
      {changes.map(({ kind, cell, other, day }) => (
        <li key={cell}>
          {t(`extract.standsOut.change.${kind}`, {
            place: place(cell),
            other: other === undefined ? '' : place(other),
            day: format.day(day),
          })}
        </li>
      ))}
    </ul>
  );
}

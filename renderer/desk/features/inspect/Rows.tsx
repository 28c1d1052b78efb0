import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Table } from '../../ui/Table.tsx';
import type { Column } from '../../ui/Table.tsx';
import type { Contents } from './bundle-values.ts';

const pageLength = 50;
const statuses = ['published', 'suppressed', 'zero'] as const;

/** The released table, fifty rows a page. */
export function Rows({ contents }: { readonly contents: Contents }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [page, setPage] = useState(0);
  const count = contents.rowZone.length;
  const pages = Math.max(1, Math.ceil(count / pageLength));
  const first = page * pageLength;
  const rows = Array.from({ length: Math.min(pageLength, count - first) }, (_, i) => first + i);
  const columns = useColumns(contents);
  return (
    <div className="inspect-body">
      <Section
        card
        title={t('inspect.part.table')}
        aside={t('inspect.rows', { count, rows: format.number(count), timeZone: contents.recipe.timeZone })}
      >
        <Table caption={t('inspect.part.table')} columns={columns} rows={rows} rowKey={(row) => row} />
        <div className="pager">
          <Button disabled={page === 0} onPress={() => setPage(page - 1)}>
            {t('inspect.previous')}
          </Button>
          <span aria-live="polite">
            {t('inspect.page', { page: format.number(page + 1), pages: format.number(pages) })}
          </span>
          <Button disabled={page + 1 >= pages} onPress={() => setPage(page + 1)}>
            {t('inspect.next')}
          </Button>
        </div>
      </Section>
    </div>
  );
}

function useColumns(contents: Contents): readonly Column<number>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const { zones, starts, classes, recipe } = contents;
    const classOf = (row: number) => classes[contents.rowClass[row] ?? 0];
    const columns: Column<number>[] = [
      { id: 'zone', title: t('inspect.column.zone'), cell: (row) => zones[contents.rowZone[row] ?? 0]?.name },
      {
        id: 'start',
        title: t('inspect.column.start'),
        cell: (row) => format.instant(starts[contents.rowBin[row] ?? 0] ?? 0, recipe.timeZone),
      },
      {
        id: 'persons',
        title: t('inspect.column.persons'),
        numeric: true,
        cell: (row) => (contents.rowStatus[row] === 1 ? '–' : format.number(contents.rowPersons[row] ?? 0)),
      },
      {
        id: 'status',
        title: t('inspect.column.status'),
        cell: (row) => t(`inspect.status.${statuses[contents.rowStatus[row] ?? 1] ?? 'suppressed'}`),
      },
    ];
    if (recipe.byGender)
      columns.splice(2, 0, {
        id: 'gender',
        title: t('recipe.field.byGender'),
        cell: (row) => t(`inspect.gender.${classOf(row)?.gender ?? 'unknown'}`),
      });
    if (recipe.ageBreaks.length > 0)
      columns.splice(2, 0, {
        id: 'age',
        title: t('inspect.column.age'),
        cell: (row) => ageText(classOf(row)?.ageBand),
      });
    return columns;

    function ageText(band: string | undefined): string {
      return band === undefined || band === 'unknown' ? t('inspect.gender.unknown') : band.replace('-', '–');
    }
  }, [contents, format, t]);
}

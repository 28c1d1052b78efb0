import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Table } from '../../ui/Table.tsx';
import { useDesk } from '../../state/use-desk.ts';
import { useFoundColumn } from './use-found-column.ts';
import { useRowColumns } from './use-row-columns.ts';
import type { BundleTable } from './bundle-table.ts';

const pageLength = 50;

/** One released table, fifty rows a page. */
export function Rows({ table }: { readonly table: BundleTable }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [page, setPage] = useState(0);
  const { recipe } = table.contents;
  const name = t(`products.name.${table.columns.product}`);
  const count = table.columns.zone.length;
  const pages = Math.max(1, Math.ceil(count / pageLength));
  const first = page * pageLength;
  const rows = Array.from({ length: Math.min(pageLength, count - first) }, (_, i) => first + i);
  const columns = useRowColumns(table);
  const found = useFoundColumn(
    table,
    useDesk((state) => state.bundleAttacks?.marks),
  );
  return (
    <Section
      card
      title={name}
      aside={t(table.starts.length > 0 ? 'inspect.rows' : 'inspect.rowsOfPeriod', {
        count,
        rows: format.number(count),
        timeZone: recipe.timeZone,
      })}
    >
      {count === 0 ? (
        <p>{t('inspect.noRows')}</p>
      ) : (
        <Table caption={name} columns={[...columns, ...found]} rows={rows} rowKey={(row) => row} />
      )}
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
  );
}

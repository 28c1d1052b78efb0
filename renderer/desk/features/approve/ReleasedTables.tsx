import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { Table } from '../../ui/Table.tsx';
import type { TableProtection } from '../../../../shared/ipc/protection.ts';
import type { Product } from '../../../../shared/products/product.ts';
import type { Column } from '../../ui/Table.tsx';

export interface ReleasedTablesProps {
  readonly products: readonly Product[];
  /** What protection made of them; absent until it is worked out for this recipe. */
  readonly tables: readonly TableProtection[] | undefined;
}

type Row = readonly [product: Product, table: TableProtection | undefined];

/** Each table of the release: groups published, hidden in all, hidden to protect others, and how many persons are kept. */
export function ReleasedTables({ products, tables }: ReleasedTablesProps) {
  const { t } = useTranslation();
  const columns = useColumns();
  const rows = products.map((product): Row => [product, tables?.find((table) => table.product === product)]);
  return (
    <>
      <Table
        caption={t('approve.numbers.tables')}
        columns={columns}
        rows={rows}
        rowKey={([product]) => product}
      />
      {tables === undefined && <p className="quiet">{t('approve.numbers.working')}</p>}
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const figure =
      (of: (table: TableProtection) => string) =>
      ([, table]: Row): string =>
        table === undefined ? '…' : of(table);
    const number = (of: (table: TableProtection) => number) => figure((table) => format.number(of(table)));
    return [
      {
        id: 'table',
        title: t('approve.numbers.table'),
        cell: ([product]: Row) => t(`products.name.${product}`),
      },
      {
        id: 'published',
        title: t('approve.numbers.published'),
        numeric: true,
        cell: number(({ published }) => published),
      },
      {
        id: 'hidden',
        title: t('approve.numbers.hidden'),
        numeric: true,
        cell: number(({ primary, secondary }) => primary + secondary),
      },
      {
        id: 'secondary',
        title: t('approve.numbers.secondary'),
        numeric: true,
        cell: number(({ secondary }) => secondary),
      },
      {
        id: 'kept',
        title: t('approve.numbers.kept'),
        numeric: true,
        cell: figure(({ utility: { personsKept, persons } }) =>
          persons === 0 ? '–' : format.percent(personsKept / persons),
        ),
      },
    ];
  }, [format, t]);
}

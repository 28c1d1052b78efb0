import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { Table } from '../../ui/Table.tsx';
import type { TableProtection } from '../../../../shared/ipc/protection.ts';
import type { Column } from '../../ui/Table.tsx';

/** Every table of the recipe in one line: what is kept, how far off, how much is hidden. */
export function UtilityTable({ tables }: { readonly tables: readonly TableProtection[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useMemo((): readonly Column<TableProtection>[] => {
    const share = (part: number, all: number) => (all === 0 ? '–' : format.percent(part / all));
    const error = (value: number, known: boolean) => (known ? `±${format.percent(value)}` : '–');
    return [
      {
        id: 'table',
        title: t('protection.utility.table'),
        cell: ({ product }) => t(`products.name.${product}`),
      },
      {
        id: 'kept',
        title: t('protection.utility.kept'),
        numeric: true,
        cell: ({ utility }) => share(utility.personsKept, utility.persons),
      },
      {
        id: 'error',
        title: t('protection.utility.errorShort'),
        numeric: true,
        cell: ({ utility, published }) => error(utility.medianError, published > 0),
      },
      {
        id: 'busiest',
        title: t('protection.utility.busiestShort'),
        numeric: true,
        cell: ({ utility, groups }) => error(utility.busiestMedianError, groups > 0),
      },
      {
        id: 'hidden',
        title: t('protection.utility.hidden'),
        numeric: true,
        cell: ({ primary, secondary, groups }) => share(primary + secondary, groups),
      },
    ];
  }, [format, t]);
  return (
    <Table
      caption={t('protection.utility.all')}
      columns={columns}
      rows={tables}
      rowKey={({ product }) => product}
    />
  );
}

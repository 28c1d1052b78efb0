import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { Section } from '../../ui/Section.tsx';
import { Table } from '../../ui/Table.tsx';
import type { BundleComparison } from '../../../../shared/ipc/bundle-comparison.ts';

type ComparedTable = BundleComparison['tables'][number];
const counts = ['same', 'raised', 'lowered', 'newlyShown', 'newlyHidden'] as const;

/** Table by table, how many published figures are the same, higher or lower, and which groups were shown or hidden anew. */
export function ComparedFigures({ tables }: { readonly tables: readonly ComparedTable[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = ({ product, standsIn }: ComparedTable): string => {
    const table = t(`products.name.${product}`);
    return standsIn === 'both' ? table : t(`bundle.compare.only.${standsIn}`, { table });
  };
  return (
    <Section card title={t('bundle.compare.figures')}>
      <Table
        caption={t('bundle.compare.figures')}
        rows={tables}
        rowKey={({ product }) => product}
        columns={[
          { id: 'product', title: t('bundle.compare.table'), cell: name },
          ...counts.map((count) => ({
            id: count,
            numeric: true,
            title: t(`bundle.compare.count.${count}`),
            cell: (table: ComparedTable) => format.number(table[count]),
          })),
        ]}
      />
    </Section>
  );
}

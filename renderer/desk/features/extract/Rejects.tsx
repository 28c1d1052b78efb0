import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { Table } from '../../ui/Table.tsx';
import type { RejectedLine, Understanding } from '../../../../shared/extract/understanding.ts';

/** The first rejected lines: number and reason, never what stood there. */
export function Rejects({ understanding }: { readonly understanding: Understanding }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rejects } = understanding;
  if (rejects.length === 0) return null;
  const partColumn = {
    id: 'part',
    title: t('extract.rejects.part'),
    cell: ({ part }: RejectedLine) => part ?? '',
  };
  const cut = understanding.rowsRead - understanding.rowsKept > rejects.length;
  const title = t(cut ? 'extract.rejects.many' : 'extract.rejects.title', { count: rejects.length });
  return (
    <details className="rejects">
      <summary>{title}</summary>
      <Table
        caption={title}
        rows={rejects}
        rowKey={(reject) => `${reject.part ?? ''}:${reject.line}`}
        columns={[
          ...(rejects.some(({ part }) => part !== undefined) ? [partColumn] : []),
          {
            id: 'line',
            title: t('extract.rejects.line'),
            numeric: true,
            cell: (reject) => format.number(reject.line),
          },
          {
            id: 'reason',
            title: t('extract.rejects.reason'),
            cell: (reject) => t(`extract.drop.${reject.reason}`),
          },
        ]}
      />
    </details>
  );
}

import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { Section } from '../../ui/Section.tsx';
import { Table } from '../../ui/Table.tsx';
import type { BundleComparison } from '../../../../shared/ipc/bundle-comparison.ts';

type Found = BundleComparison['subtraction']['findings'][number];

export interface ComparedFindingsProps {
  readonly findings: readonly Found[];
  readonly zoneName: (zoneId: string) => string;
}

/** What shows when figures of both bundles are held against each other, by the published figures alone. */
export function ComparedFindings({ findings, zoneName }: ComparedFindingsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (findings.length === 0) return null;
  const figure = (of: Found['larger']): string => {
    if (of === undefined) return '–';
    const told = `${zoneName(of.zoneId)}: ${format.number(of.persons)}`;
    return of.release === undefined ? told : t('bundle.compare.ofEarlier', { figure: told });
  };
  return (
    <Section card title={t('bundle.compare.found')}>
      <Table
        caption={t('bundle.compare.found')}
        rows={findings.map((finding, at) => ({ ...finding, at }))}
        rowKey={({ at }) => at}
        columns={[
          {
            id: 'code',
            title: t('bundle.compare.what'),
            cell: ({ code }) => t(`bundle.compare.code.${code}`, { defaultValue: code }),
          },
          {
            id: 'table',
            title: t('bundle.compare.table'),
            cell: ({ product }) => (product === undefined ? '–' : t(`products.name.${product}`)),
          },
          { id: 'larger', title: t('bundle.compare.larger'), cell: ({ larger }) => figure(larger) },
          { id: 'smaller', title: t('bundle.compare.smaller'), cell: ({ smaller }) => figure(smaller) },
        ]}
      />
    </Section>
  );
}

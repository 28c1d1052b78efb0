import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/Section.tsx';
import { Table } from '../../ui/Table.tsx';
import { entryName, entryText } from './entry-text.ts';
import type { BundleComparison } from '../../../../shared/ipc/bundle-comparison.ts';

export interface ComparedValuesProps {
  readonly title: string;
  readonly changes: BundleComparison['recipe'];
}

/** Entries of two recipes, policies or software records that differ, with both values. */
export function ComparedValues({ title, changes }: ComparedValuesProps) {
  const { t } = useTranslation();
  return (
    <Section card title={title}>
      {changes.length === 0 ? (
        <p className="quiet">{t('bundle.compare.same')}</p>
      ) : (
        <Table
          caption={title}
          rows={changes}
          rowKey={({ key }) => key}
          columns={[
            { id: 'key', title: t('bundle.compare.entry'), cell: ({ key }) => entryName(t, key) },
            { id: 'from', title: t('bundle.compare.earlier'), cell: ({ from }) => entryText(t, from) },
            { id: 'to', title: t('bundle.compare.this'), cell: ({ to }) => entryText(t, to) },
          ]}
        />
      )}
    </Section>
  );
}

import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { Section } from '../../ui/Section.tsx';
import { AllColumns } from './AllColumns.tsx';
import { DialectRow } from './DialectRow.tsx';
import { Findings } from './Findings.tsx';
import { RoleTable } from './RoleTable.tsx';
import { Unread } from './Unread.tsx';
import type { MappedKind } from '../../../../shared/extract/mapping-profile.ts';
import type { FileProfile, Mapping } from '../../../../shared/extract/profile.ts';

export interface ColumnTableProps {
  readonly kind: MappedKind;
  readonly profile: FileProfile;
  readonly mapping: Mapping;
}

/** How one file is read: how it is written, what its columns mean and why, what does not fit, and what stays out. */
export function ColumnTable({ kind, profile, mapping }: ColumnTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section
      card
      title={t('extract.columns.title', { kind: t(`extract.kind.${kind}`), name: profile.name })}
      aside={t('extract.columns.lookedAt', {
        count: profile.rowsLookedAt,
        rows: format.number(profile.rowsLookedAt),
      })}
    >
      <RoleTable {...{ kind, profile, mapping }} />
      <Unread {...{ profile, mapping }} />
      <Findings {...{ kind, profile, mapping }} />
      <DialectRow kind={kind} mapping={mapping} />
      <AllColumns key={profile.name} {...{ kind, profile, mapping }} />
    </Section>
  );
}

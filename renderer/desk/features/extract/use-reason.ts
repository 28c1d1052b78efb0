import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/use-desk.ts';
import type { MappedKind } from '../../../../shared/extract/mapping-profile.ts';
import type { ColumnProfile, ColumnRole, Mapping } from '../../../../shared/extract/profile.ts';

/** Why a column is taken for what it is, in a sentence: somebody chose it, a kept mapping says so, or what the first look went by. */
export function useReason(
  kind: MappedKind,
  mapping: Mapping,
): (column: ColumnProfile, role: ColumnRole) => string {
  const { t } = useTranslation();
  const applied = useDesk((state) => state.appliedMapping);
  const kept = useDesk((state) => state.keptMappings.find(({ id }) => id === applied?.id)?.profile);
  return (column, role) => {
    const byKept = applied?.kinds.includes(kind) === true && kept?.files[kind]?.mapping.roles[column.index];
    if (byKept === role) return t('extract.why.kept');
    if (mapping.roles[column.index] !== column.role) return t('extract.why.chosen');
    if (column.reason === 'values')
      return t([`extract.why.values_${role}`, 'extract.why.values'], { column: column.name });
    return t(`extract.why.${column.reason}`, { column: column.name });
  };
}

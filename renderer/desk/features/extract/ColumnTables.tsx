import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/use-desk.ts';
import { Notice } from '../../ui/Notice.tsx';
import { mappingNeeds } from '../../state/mapping-edits.ts';
import { AppliedMapping } from './AppliedMapping.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import type { FileKind } from '../../../../shared/extract/source.ts';

const kinds = ['events', 'cells', 'persons', 'objections'] as const satisfies readonly FileKind[];

/** Why a file could not be looked at is said above already. */
const unlooked = 'extract.needs.look';

/** How every delimited file was understood, and what is still missing. */
export function ColumnTables() {
  const { t } = useTranslation();
  const sources = useDesk((state) => state.sources);
  const refused = useDesk((state) => state.refused);
  const mappings = useDesk((state) => state.mappings);
  const profiles = useDesk((state) => state.profiles);
  const profiling = useDesk((state) => state.reading.kind === 'profiling');
  const failed = useDesk((state) => state.extractFailure !== undefined);
  const needs = profiling
    ? []
    : mappingNeeds({ sources, mappings, refused }).filter((need) => !failed || need !== unlooked);
  if (sources.events?.kind === 'demo') return null;
  return (
    <>
      {profiling && <Notice tone="calm">{t('extract.profiling')}</Notice>}
      {needs.length > 0 && (
        <Notice tone="notice">
          <ul>
            {needs.map((need) => (
              <li key={need}>{t(need)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {!profiling && <AppliedMapping />}
      {kinds.map((kind) => {
        const profile = profiles[kind];
        const mapping = mappings[kind];
        if (profile === undefined || mapping === undefined) return null;
        return <ColumnTable key={kind} kind={kind} profile={profile} mapping={mapping} />;
      })}
    </>
  );
}

import { mappedKinds, type MappedKind } from '../../../shared/extract/mapping-profile.ts';
import { plainRole } from '../../../shared/extract/sectors.ts';
import { countsFrom1970 } from '../../../shared/extract/time-format.ts';
import type { ColumnRole, FileProfile, Mapping, TimeFormat } from '../../../shared/extract/profile.ts';
import type { Source, Sources } from '../../../shared/extract/source.ts';
import { refusedKinds } from './refused-files.ts';
import type { ByKind, DeskState } from './desk-state.ts';

/** The reading a first look proposes. */
export function proposedMapping(profile: FileProfile): Mapping {
  const { dialect, timeFormat, hasOffset, columns, reading } = profile;
  const roles = columns.map((column) => column.role);
  return {
    dialect,
    hasOffset,
    roles,
    ...(timeFormat === undefined ? {} : { timeFormat }),
    ...(reading === undefined ? {} : { reading }),
  };
}

/** Gives a column a role; the column that had it before is ignored from now on, unless several may have it. */
export function withRole(mapping: Mapping, column: number, role: ColumnRole): Mapping {
  const several = role === 'ignored' || plainRole(role) !== undefined;
  const roles = mapping.roles.map((had, i) => {
    if (i === column) return role;
    return had === role && !several ? 'ignored' : had;
  });
  return { ...mapping, roles };
}

/** Another way to read the times: those counted from 1970 are UTC, those with the day first never state an offset. */
export function withTimeFormat(
  mapping: Mapping,
  timeFormat: TimeFormat,
  profile: FileProfile | undefined,
): Mapping {
  if (timeFormat === profile?.timeFormat) return { ...mapping, timeFormat, hasOffset: profile.hasOffset };
  return { ...mapping, timeFormat, hasOffset: countsFrom1970(timeFormat) };
}

/** The sources as the vault wants them; `undefined` while there are no events. */
export function completeSources(sources: ByKind<Source>): Sources | undefined {
  const { events, ...others } = sources;
  return events === undefined ? undefined : { events, ...others };
}

const positionGiven = (roles: readonly ColumnRole[]) =>
  roles.includes('latitude') && roles.includes('longitude');

const fileNeeds = {
  cells(roles: readonly ColumnRole[]) {
    if (!roles.includes('cell')) return 'extract.needs.cellsCell';
    return positionGiven(roles) ? undefined : 'extract.needs.cellsPosition';
  },
  persons: (roles: readonly ColumnRole[]) =>
    roles.includes('person') ? undefined : 'extract.needs.personsPerson',
  objections: (roles: readonly ColumnRole[]) =>
    roles.includes('person') ? undefined : 'extract.needs.objectionsPerson',
};

function eventNeeds({ roles, dialect }: Mapping, hasCells: boolean): readonly string[] {
  if (roles.length === 1 && dialect.container === undefined) return ['extract.needs.oneColumn'];
  const needs: string[] = [];
  if (!roles.includes('person')) needs.push('extract.needs.person');
  if (!roles.includes('time')) needs.push('extract.needs.time');
  if (!(hasCells && roles.includes('cell')) && !positionGiven(roles)) needs.push('extract.needs.position');
  return needs;
}

/** What still keeps the extract from being read, as keys of sentences; empty when nothing does. */
export function mappingNeeds(state: Pick<DeskState, 'sources' | 'mappings' | 'refused'>): readonly string[] {
  const { sources, mappings } = state;
  if (sources.events === undefined) return ['extract.needs.events'];
  const refused = refusedKinds(state);
  const needs = refused.map((kind) => `extract.needs.refused.${kind}`);
  for (const kind of mappedKinds) {
    if (sources[kind] === undefined || refused.includes(kind)) continue;
    const mapping = mappings[kind];
    if (mapping === undefined) needs.push('extract.needs.look');
    else if (sources.events.kind !== 'demo') needs.push(...needsOf(kind, mapping, sources));
  }
  return [...new Set(needs)];
}

function needsOf(kind: MappedKind, mapping: Mapping, { cells }: ByKind<Source>): readonly string[] {
  if (kind === 'events') return eventNeeds(mapping, cells !== undefined);
  const need = fileNeeds[kind](mapping.roles);
  return need === undefined ? [] : [need];
}

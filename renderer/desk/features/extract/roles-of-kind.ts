import { isOtherParty } from '../../../../shared/extract/role-names.ts';
import { furtherRoles, plainRole, sectorRoles } from '../../../../shared/extract/sectors.ts';
import type { MappedKind } from '../../../../shared/extract/mapping-profile.ts';
import type { ColumnProfile, ColumnRole, FileProfile, Mapping } from '../../../../shared/extract/profile.ts';

const attributes = ['age', 'birthYear', 'gender', 'consent', 'samePerson', 'holder'] as const;

/** Meanings the columns of each kind of file can have, those it cannot do without first. */
export const rolesOf: Readonly<Record<MappedKind, readonly ColumnRole[]>> = {
  events: ['person', 'time', 'clock', 'cell', 'area', 'latitude', 'longitude', ...attributes, 'ignored'],
  cells: [
    ...(['cell', 'area', 'latitude', 'longitude', 'range', 'validFrom', 'validTo'] as const),
    ...sectorRoles.map((role) => furtherRoles[role]),
    'ignored',
  ],
  persons: ['person', ...attributes, 'ignored'],
  objections: ['person', 'asOf', 'ignored'],
};

/** Meanings a file cannot be read without. Events say where they happened by a cell or by a position. */
export function neededRoles(kind: MappedKind, { roles }: Mapping): readonly ColumnRole[] {
  const stated = roles.includes('latitude') || roles.includes('longitude');
  switch (kind) {
    case 'events':
      return ['person', 'time', ...(stated ? (['latitude', 'longitude'] as const) : (['cell'] as const))];
    case 'cells':
      return ['cell', 'latitude', 'longitude'];
    case 'persons':
    case 'objections':
      return ['person'];
  }
}

/** One line of the mapping: a meaning, and the column that has it; several columns may have one of further sectors. */
export interface RoleLine {
  readonly role: ColumnRole;
  readonly isNeeded: boolean;
  readonly column: ColumnProfile | undefined;
}

/** The meanings to show: those needed, those some column has, and those asked for. */
export function roleLines(
  kind: MappedKind,
  profile: FileProfile,
  mapping: Mapping,
  asked: readonly ColumnRole[],
): readonly RoleLine[] {
  const needed = neededRoles(kind, mapping);
  return rolesOf[kind].flatMap((role): readonly RoleLine[] => {
    const [column, ...more] = profile.columns.filter(({ index }) => mapping.roles[index] === role);
    const isNeeded = needed.includes(role);
    const isShown = role !== 'ignored' && (isNeeded || column !== undefined || asked.includes(role));
    const others = plainRole(role) === undefined ? [] : more;
    return isShown ? [column, ...others].map((one) => ({ role, isNeeded, column: one })) : [];
  });
}

const timeRoles: ReadonlySet<ColumnRole> = new Set(['time', 'asOf', 'validFrom', 'validTo']);

/**
 * How many of the values looked at do not fit the meaning their column has now; `undefined` where that was not counted, as for values that can be
 * anything.
 */
export function failingNow(
  column: ColumnProfile,
  role: ColumnRole,
  mapping: Mapping,
  profile: FileProfile,
): number | undefined {
  if (timeRoles.has(role)) {
    const isGuess = column.role === role && mapping.timeFormat === profile.timeFormat;
    return isGuess ? column.failing : column.failingAs?.times[mapping.timeFormat ?? 'iso'];
  }
  if (role === 'latitude' || role === 'longitude') return failingAxis(column, role, mapping, profile);
  return column.role === role ? column.failing : column.failingAs?.roles[role];
}

function failingAxis(
  column: ColumnProfile,
  role: 'latitude' | 'longitude',
  mapping: Mapping,
  profile: FileProfile,
): number | undefined {
  const isE7 = mapping.reading?.degreesE7 === true;
  if (column.role === role && isE7 === (profile.reading?.degreesE7 === true)) return column.failing;
  return isE7 ? column.failingAs?.degreesE7?.[role] : column.failingAs?.roles[role];
}

/** Columns that are not read, those of the other party of a call apart. */
export function unreadColumns(
  profile: FileProfile,
  mapping: Mapping,
): { readonly plain: readonly string[]; readonly otherParty: readonly string[] } {
  const unread = profile.columns.filter(({ index }) => (mapping.roles[index] ?? 'ignored') === 'ignored');
  const names = (isOther: boolean): readonly string[] =>
    unread.filter(({ name }) => isOtherParty(name) === isOther).map(({ name }) => name);
  return { plain: names(false), otherParty: names(true) };
}

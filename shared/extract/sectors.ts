import type { ColumnRole, Mapping } from './profile.ts';

/** What a sector of a row may have of its own, and the role that says it of the second sector and all after it. */
export const furtherRoles = {
  cell: 'furtherCell',
  area: 'furtherArea',
  latitude: 'furtherLatitude',
  longitude: 'furtherLongitude',
  range: 'furtherRange',
} as const satisfies Partial<Record<ColumnRole, ColumnRole>>;

/** A role that a sector may have of its own. */
export type SectorRole = keyof typeof furtherRoles;

/** The roles that a sector may have of its own, the cell first. */
export const sectorRoles = Object.keys(furtherRoles) as readonly SectorRole[];

/** The plain role of a role of further sectors; `undefined` for any other. */
export function plainRole(role: ColumnRole): SectorRole | undefined {
  return sectorRoles.find((plain) => furtherRoles[plain] === role);
}

/** The columns of a role, those of further sectors behind it, in the order of the file. */
export function columnsOfSectors(roles: readonly ColumnRole[], role: SectorRole): readonly number[] {
  const further = roles.flatMap((one, column) => (one === furtherRoles[role] ? [column] : []));
  const first = roles.indexOf(role);
  return first === -1 ? further : [first, ...further];
}

/**
 * One mapping for each sector that a row of a cell reference tells of, the first sector first. What only the first sector has, as the
 * position of the site, holds for all.
 */
export function sectorMappings(mapping: Mapping): readonly [Mapping, ...Mapping[]] {
  const further = columnsOfSectors(mapping.roles, 'cell').slice(1);
  return [ofSector(mapping, 0), ...further.map((_, i) => ofSector(mapping, i + 1))];
}

function ofSector(mapping: Mapping, sector: number): Mapping {
  const own = new Map<number, ColumnRole>();
  for (const role of sectorRoles) {
    const columns = columnsOfSectors(mapping.roles, role);
    const column = columns[columns.length === 1 ? 0 : sector];
    if (column !== undefined) own.set(column, role);
  }
  return {
    ...mapping,
    roles: mapping.roles.map((role, column) => own.get(column) ?? (isOfRow(role) ? role : 'ignored')),
  };
}

/** Whether a role is said of a row as a whole, as from when to when it holds. */
function isOfRow(role: ColumnRole): boolean {
  return plainRole(role) === undefined && !(sectorRoles as readonly ColumnRole[]).includes(role);
}

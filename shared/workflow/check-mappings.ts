import { Refusal } from '../base/failure.ts';
import type { CellForm, ColumnRole, Mapping, Mappings } from '../extract/profile.ts';
import { furtherRoles, plainRole, sectorRoles } from '../extract/sectors.ts';
import type { Sources } from '../extract/source.ts';
import { hasPositions } from '../plan/read-rows.ts';

const needed: Readonly<Record<keyof Mappings, readonly ColumnRole[]>> = {
  events: ['person', 'time'],
  cells: ['cell', 'latitude', 'longitude'],
  persons: ['person'],
  objections: ['person'],
};

/**
 * Refuses mappings that cannot be read: a file with a single column where more are needed (`one-column`), a role that
 * is missing (`role-missing`) or given twice (`role-twice`), further sectors of which some lack what others have (`sectors-uneven`),
 * events that name cells when no cell reference is there (`cells-missing`).
 */
export function checkMappings(sources: Sources, mappings: Mappings): void {
  for (const kind of ['events', 'cells', 'persons', 'objections'] as const) {
    const mapping = mappings[kind];
    if (sources[kind] && !mapping)
      throw new Refusal('mapping-missing', `The columns of the ${kind} file were not looked at.`, { kind });
    if (mapping && sources[kind]) checkRoles(kind, mapping);
  }
  const { events } = mappings;
  if (hasPositions(events)) return;
  if (!events.roles.includes('cell'))
    throw new Refusal(
      'role-missing',
      'The events file has neither a cell nor a latitude and a longitude: say which column it is.',
      {
        kind: 'events',
        role: 'cell',
      },
    );
  refuseLoneArea(events, mappings.cells);
  if (!sources.cells)
    throw new Refusal(
      'cells-missing',
      'The events name cells, but no cell reference says where they stand: add one.',
      {
        kind: 'cells',
      },
    );
}

/** Forms that hold area and cell in one column. */
const bothInOne = new Set<CellForm | undefined>([
  'millions',
  'sectors',
  'lastTwoParts',
  'lastTwoPartsHex',
  'fiveAndFive',
]);

/** Refuses (`area-alone`) an area beside the cell in one file where the other has it neither beside the cell nor in it. */
function refuseLoneArea(events: Mapping, cells: Mapping | undefined): void {
  if (!cells) return;
  const [one, other] = [events, cells].map((mapping) => mapping.roles.includes('area'));
  const without = one ? cells : events;
  if (one === other || bothInOne.has(without.reading?.cellForm)) return;
  const kind = one ? 'events' : 'cells';
  throw new Refusal(
    'area-alone',
    `Only the ${kind} file says the area of a cell beside the cell: give it in both files, or in neither.`,
    { kind },
  );
}

function checkRoles(kind: keyof typeof needed, mapping: Mapping): void {
  if (mapping.roles.length === 1 && needed[kind].length > 1)
    throw new Refusal('one-column', `The ${kind} file has only one column. Is the delimiter right?`, {
      kind,
    });
  for (const role of needed[kind])
    if (!mapping.roles.includes(role))
      throw new Refusal(
        'role-missing',
        `No column of the ${kind} file holds the ${role}: say which one it is.`,
        { kind, role },
      );
  const twice = mapping.roles.find((role, i) => standsOnce(role) && mapping.roles.indexOf(role) !== i);
  if (twice)
    throw new Refusal('role-twice', `Two columns of the ${kind} file are the ${twice}: keep one.`, {
      kind,
      role: twice,
    });
  refuseUneven(kind, mapping);
}

const standsOnce = (role: ColumnRole): boolean => role !== 'ignored' && plainRole(role) === undefined;

/** Refuses what only some of the sectors of a row have of their own, since nobody could tell whose it is. */
function refuseUneven(kind: keyof typeof needed, { roles }: Mapping): void {
  const count = (role: ColumnRole): number => roles.filter((one) => one === role).length;
  const sectors = count('furtherCell');
  const uneven = sectorRoles.find((role) => {
    const own = count(furtherRoles[role]);
    return own > 0 && (own !== sectors || count(role) === 0);
  });
  if (uneven)
    throw new Refusal(
      'sectors-uneven',
      `Rows of the ${kind} file tell of ${sectors + 1} cells, and not each of them has its own ${uneven}: give it to all, or to none.`,
      { kind, role: uneven },
    );
}

import { Refusal } from '../base/failure.ts';
import { allHomes, unknownHome, type CandidateTable } from '../ipc/candidate.ts';
import { placeIndex } from '../products/place-index.ts';
import { totalAlong, indexed, type IndexedTable } from '../products/indexed-table.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { ProtectedTable } from './protected-table.ts';

const status = { published: 0, suppressed: 1, zero: 2 } as const;
/** Most rows a table may have: more cannot be opened by those who receive it. */
const mostRows = 5_000_000;

/**
 * The rows of one released table. `newIndex` renumbers zones, -1 for those that are left out. Where the recipe lists groups
 * without a figure, every place of the cube is a row, so that an empty group and a small one look alike.
 */
export function candidateTable(
  { counted, fates, figures, estimates, trips, emptyHidden }: ProtectedTable,
  recipe: Recipe,
  newIndex: Int32Array,
): CandidateTable {
  const { table, bins } = counted;
  const lists = recipe.suppressedGroups === 'list';
  const rows = lists ? everyPlace(table) : placesOf(table, (i) => fates[i] === 0);
  const groupAt = placeIndex(table.at);
  const keep = rows.part.zone.map((zone, row) => {
    const other = otherOf(table, rows.part, row);
    const isLeftOut = (newIndex[zone] ?? -1) === -1 || (other >= 0 && (newIndex[other] ?? -1) === -1);
    const isAcrossLevels = other >= 0 && levelOf(counted, zone) !== levelOf(counted, other);
    const isStandstill = rows.part.destination !== undefined && other === zone;
    return isLeftOut || isAcrossLevels || isStandstill ? -1 : row;
  });
  const kept = keep.filter((row) => row !== -1);
  const column = (of: (row: number) => number): Int32Array => Int32Array.from(kept, of);
  const group = column((row) => groupAt(rows.at[row] ?? -1));
  const isZero = emptyShownIn(table, recipe, emptyHidden);
  const zero = column((row) => Number(isZero(rows.at[row] ?? -1)));
  const isOut = (i: number): boolean => i !== -1 && fates[i] === 0;
  const released = (values: Int32Array | undefined): Int32Array =>
    values ? group.map((i) => (isOut(i) ? (values[i] ?? -1) : -1)) : new Int32Array();
  const { part } = rows;
  const hasOther = part.destination !== undefined || part.home !== undefined;
  return {
    product: table.product,
    zone: column((row) => newIndex[part.zone[row] ?? 0] ?? -1),
    other: hasOther
      ? column((row) => {
          const other = otherOf(table, part, row);
          return other < 0 ? other : (newIndex[other] ?? -1);
        })
      : new Int32Array(),
    start: part.time ? column((row) => bins.starts[part.time?.[row] ?? 0] ?? 0) : new Int32Array(),
    band: part.band ? column((row) => part.band?.[row] ?? 0) : new Int32Array(),
    age: counted.breakdown.ages.length > 0 ? column((row) => part.age?.[row] ?? 0) : new Int32Array(),
    gender:
      counted.breakdown.genders.length > 0 ? column((row) => part.gender?.[row] ?? 0) : new Int32Array(),
    persons: group.map((i, row) => (isOut(i) ? (figures[i] ?? -1) : i === -1 && zero[row] === 1 ? 0 : -1)),
    estimate: released(estimates),
    trips: released(trips),
    status: Uint8Array.from(group, (i, row) =>
      isOut(i) ? status.published : i === -1 && zero[row] === 1 ? status.zero : status.suppressed,
    ),
    raw: group.map((i) => (isOut(i) ? (table.contributors[i] ?? 0) : 0)),
    rawPersons: group.map((i) => (isOut(i) ? (table.persons[i] ?? 0) : 0)),
  };
}

/** Whether an empty place is told from a hidden one: where the recipe asks for it and nothing would follow. */
function emptyShownIn(
  { dimensions }: IndexedTable,
  { zeroGroups }: Recipe,
  emptyHidden: ProtectedTable['emptyHidden'],
): (place: number) => boolean {
  const sizeOf = (wanted: string): number => dimensions.find(({ name }) => name === wanted)?.size ?? 1;
  const classes = sizeOf('age') * sizeOf('gender');
  return (place) => zeroGroups === 'shown' && emptyHidden?.has(place - (place % classes)) !== true;
}

function levelOf({ placed }: ProtectedTable['counted'], zone: number): number {
  return placed.levels.findIndex(({ first, size }) => zone >= first && zone < first + size);
}

interface Places {
  readonly at: Float64Array;
  readonly part: IndexedTable['part'] & { readonly zone: Int32Array };
}

function placesOf(table: IndexedTable, keep: (i: number) => boolean): Places {
  const at = table.at.filter((_, i) => keep(i));
  return withParts(table, at);
}

function everyPlace(table: IndexedTable): Places {
  const places = table.dimensions.reduce((product, { size }) => product * size, 1);
  if (places > mostRows)
    throw new Refusal(
      'too-many-rows',
      `The table ${table.product} would list ${places} groups; at most ${mostRows} can be. Leave out groups without a figure, or choose fewer.`,
      { product: table.product, rows: places, most: mostRows },
    );
  return withParts(
    table,
    Float64Array.from({ length: places }, (_, i) => i),
  );
}

function withParts({ product, dimensions }: IndexedTable, at: Float64Array): Places {
  const none = new Int32Array();
  const { part } = indexed({ product, dimensions, at, persons: none, contributors: none });
  return { at, part: { ...part, zone: part.zone ?? none } };
}

/** Where a flow ends or the home is: a zone, `unknownHome` or `allHomes`; -1 too where the product knows neither. */
function otherOf(table: IndexedTable, part: Places['part'], row: number): number {
  if (part.destination) return part.destination[row] ?? 0;
  if (!part.home) return unknownHome;
  const home = part.home[row] ?? 0;
  const total = totalAlong(table, 'home');
  if (home === total) return allHomes;
  const unknown = (table.dimensions.find(({ name }) => name === 'home')?.size ?? 1) - (total === -1 ? 1 : 2);
  return home === unknown ? unknownHome : home;
}

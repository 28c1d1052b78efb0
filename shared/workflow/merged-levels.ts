import type { GroupTable, Magnitude } from '../products/group-table.ts';

/**
 * Tables of one product over the zones of each level, finest first, as one. Each level has zones of its own, numbered after
 * those before it, and the zone comes first in every product: so the groups follow each other.
 */
export function mergedLevels(tables: readonly GroupTable[]): GroupTable {
  const [first] = tables;
  if (!first) throw new Error('a recipe has at least one level of zones');
  if (tables.length === 1) return first;
  const length = tables.reduce((sum, table) => sum + table.at.length, 0);
  const at = joined(
    new Float64Array(length),
    tables.map((table) => table.at),
  );
  if (at.some((place, i) => i > 0 && place <= (at[i - 1] ?? 0)))
    throw new Error('two levels of zones share groups');
  const none = new Uint32Array();
  const halves = (column: (table: GroupTable) => Uint32Array): Uint32Array =>
    joined(new Uint32Array(length), tables.map(column));
  const trips = (part: keyof Magnitude): Int32Array =>
    joined(
      new Int32Array(length),
      tables.map((table) => table.trips?.[part] ?? new Int32Array()),
    );
  return {
    ...first,
    at,
    persons: joined(
      new Int32Array(length),
      tables.map(({ persons }) => persons),
    ),
    contributors: joined(
      new Int32Array(length),
      tables.map(({ contributors }) => contributors),
    ),
    keys: first.keys && {
      high: halves(({ keys }) => keys?.high ?? none),
      low: halves(({ keys }) => keys?.low ?? none),
    },
    trips: first.trips && { total: trips('total'), first: trips('first'), second: trips('second') },
  };
}

function joined<T extends Float64Array | Int32Array | Uint32Array>(into: T, parts: readonly T[]): T {
  let from = 0;
  for (const part of parts) {
    into.set(part, from);
    from += part.length;
  }
  return into;
}

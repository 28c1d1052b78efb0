import { axisNames, type Axis } from './axes.ts';
import type { Grid } from './grid.ts';
import { liesIn, stretchKey } from './stretch.ts';

/** Which dimensions the larger group reaches further along: bit i for `axisNames[i]`. */
export type Reach = number;
/** Zone, other and time: along these a person counts in many values, so bands do not stay the same. */
const wider: Reach = 0b000111;
const bandAxis = axisNames.indexOf('band');

interface Holder {
  readonly value: number;
  readonly further: boolean;
}
type Holders = readonly (readonly Holder[])[];

/**
 * Every pair of a published row of `inner` that `wanted` takes and a published row of `outer` whose group holds it. A row meets
 * itself when both are one grid (`reach` 0). A band of a wider zone or longer time holds one of a narrower only where it is open
 * above: who stayed longer than an hour in a part was at least that long in the whole.
 */
export function nestedPairs(
  inner: Grid,
  outer: Grid,
  wanted: (row: number) => boolean,
  visit: (innerRow: number, outerRow: number, reach: Reach) => void,
): void {
  const holders = inner.axes.map((axis, i) => holdersAlong(axis, outer.axes[i]));
  const openBands = openHolders(inner.axes[bandAxis], outer.axes[bandAxis]);
  const found: Found = { keys: [0], reaches: [0] };
  for (const row of inner.rows) {
    if (!wanted(row)) continue;
    let count = 1;
    [found.keys[0], found.reaches[0]] = [0, 0];
    inner.axes.forEach(({ column }, axis) => {
      const value = column[row] ?? 0;
      const options = holders[axis]?.[value] ?? [];
      const open = axis === bandAxis ? (openBands[value] ?? []) : options;
      const size = outer.axes[axis]?.places.length ?? 1;
      count = extend(found, count, { options, open, size, axis });
    });
    for (let i = 0; i < count; i++) {
      const other = outer.rowAt.get(found.keys[i] ?? -1);
      if (other !== undefined) visit(row, other, found.reaches[i] ?? 0);
    }
  }
}

/** Keys of holding groups, as far as they are put together, with how far each reaches. */
interface Found {
  readonly keys: number[];
  readonly reaches: Reach[];
}

interface Step {
  readonly options: readonly Holder[];
  readonly open: readonly Holder[];
  readonly size: number;
  readonly axis: number;
}

/** Adds one dimension to the first `count` keys; how many there are then. */
function extend({ keys, reaches }: Found, count: number, { options, open, size, axis }: Step): number {
  const [before, reachBefore] = [keys.slice(0, count), reaches.slice(0, count)];
  let next = 0;
  before.forEach((key, i) => {
    const reach = reachBefore[i] ?? 0;
    for (const { value, further } of (reach & wider) === 0 ? options : open) {
      keys[next] = key * size + value;
      reaches[next++] = further ? reach | (1 << axis) : reach;
    }
  });
  return next;
}

function holdersAlong(inner: Axis, outer: Axis | undefined): Holders {
  return inner.places.map((place) =>
    (outer?.places ?? []).flatMap((other, value) =>
      liesIn(place, other) ? [{ value, further: stretchKey(place) !== stretchKey(other) }] : [],
    ),
  );
}

function openHolders(inner: Axis | undefined, outer: Axis | undefined): Holders {
  return (inner?.places ?? []).map((place) =>
    (outer?.places ?? []).flatMap((other, value) =>
      other.to === Infinity && other.from <= place.from
        ? [{ value, further: stretchKey(place) !== stretchKey(other) }]
        : [],
    ),
  );
}

import { axisNames, type Axis, type AxisName } from './axes.ts';
import type { Grid } from './grid.ts';
import type { Steps } from './steps.ts';
import { liesIn, stretchKey } from './stretch.ts';

/** Which dimensions the larger group reaches further along: bit i for `axisNames[i]`. */
export type Reach = number;
/** Zone, other and time: along these a person counts in many values, so bands do not stay the same. */
const wider: Reach = 0b000111;
const bandAxis = axisNames.indexOf('band');

/** A value along a dimension of the larger group that holds one of the smaller; `further`: it holds more than that one. */
export interface Holder {
  readonly value: number;
  readonly further: boolean;
}
/** For each value along a dimension of the smaller group those that hold it. */
export type Holders = readonly (readonly Holder[])[];
const none: readonly Holder[] = [];

/** Two tables whose groups are held against each other. */
export interface Join {
  readonly inner: Grid;
  readonly outer: Grid;
  /** Rows of `inner` to look at; all where absent. */
  readonly wanted?: (row: number) => boolean;
  /** What holds what along a dimension where places on a line do not tell: zones of two maps. */
  readonly holders?: Partial<Readonly<Record<AxisName, Holders>>>;
}

/** Rows looked at between two pauses. */
const rowsAtOnce = 4096;

/**
 * Every pair of a published row of `inner` that `wanted` takes and a published row of `outer` whose group holds it. A row meets
 * itself when both are one grid (`reach` 0). A band of a wider zone or longer time holds one of a narrower only where it is open
 * above: who stayed longer than an hour in a part was at least that long in the whole.
 */
export function* nestedPairs(
  { inner, outer, wanted, holders: given }: Join,
  visit: (innerRow: number, outerRow: number, reach: Reach) => void,
): Steps<void> {
  const holders = inner.axes.map((axis, i) => given?.[nameOf(i)] ?? holdersAlong(axis, outer.axes[i]));
  const open = holders.with(bandAxis, openHolders(inner.axes[bandAxis], outer.axes[bandAxis]));
  const sizes = outer.axes.map(({ places }) => places.length);
  const found: Found = { keys: [0], reaches: [0], count: 1 };
  let looked = 0;
  for (const row of wanted ? inner.rows.filter(wanted) : inner.rows) {
    if (looked++ % rowsAtOnce === 0) yield;
    found.keys[0] = 0;
    found.reaches[0] = 0;
    found.count = 1;
    sizes.forEach((size, axis) => {
      const value = inner.axes[axis]?.column[row] ?? 0;
      extend(found, holders[axis]?.[value] ?? none, open[axis]?.[value] ?? none, { size, bit: 1 << axis });
    });
    visitFound(found, outer, (other, reach) => visit(row, other, reach));
  }
}

function nameOf(axis: number): AxisName {
  return axisNames[axis] ?? 'zone';
}

function visitFound(found: Found, outer: Grid, visit: (row: number, reach: Reach) => void): void {
  for (let i = 0; i < found.count; i++) {
    const other = outer.rowAt(found.keys[i] ?? -1);
    if (other !== -1) visit(other, found.reaches[i] ?? 0);
  }
}

/** The first `count` keys of holding groups, as far as they are put together, and how far each reaches. */
interface Found {
  readonly keys: number[];
  readonly reaches: Reach[];
  count: number;
}

/** Adds one dimension to every key. The new keys are written behind the old ones and then moved to the front. */
function extend(
  found: Found,
  options: readonly Holder[],
  open: readonly Holder[],
  { size, bit }: { readonly size: number; readonly bit: number },
): void {
  const { keys, reaches, count } = found;
  let next = count;
  for (let i = 0; i < count; i++) {
    const key = (keys[i] ?? 0) * size;
    const reach = reaches[i] ?? 0;
    for (const { value, further } of (reach & wider) === 0 ? options : open) {
      keys[next] = key + value;
      reaches[next++] = further ? reach | bit : reach;
    }
  }
  found.count = next - count;
  for (let i = 0; i < found.count; i++) {
    keys[i] = keys[count + i] ?? 0;
    reaches[i] = reaches[count + i] ?? 0;
  }
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

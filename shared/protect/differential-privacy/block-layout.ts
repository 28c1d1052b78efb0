import type { Dimension } from '../../products/group-table.ts';
import type { DimensionName } from '../../products/product.ts';

/** Dimensions whose values all get noise once their key is in the table; they stand last in every product. */
const insideBlock: ReadonlySet<DimensionName> = new Set(['band', 'age', 'gender']);

/**
 * The cube of a table as `keys` (zone, time, other zone) times blocks of `size` groups (band, age, gender). `leaves[i]` is the
 * place in the block of the i-th group that is no total, `leafAt` the way back (-1: a total), and `sums[i]` all places
 * that count leaf i, itself included.
 */
export interface BlockLayout {
  readonly keys: number;
  readonly size: number;
  readonly hasTotals: boolean;
  readonly leaves: Int32Array;
  readonly leafAt: Int32Array;
  readonly sums: readonly Int32Array[];
  /** Whether a key is a total itself (all homes): it has no noise of its own and is left out. */
  readonly hasTotalKeys: boolean;
  readonly isTotalKey: (key: number) => boolean;
}

/** Lays out a cube. Throws where a dimension of the block stands before one of the key. */
export function blockLayout(dimensions: readonly Dimension[]): BlockLayout {
  const first = dimensions.findIndex(({ name }) => insideBlock.has(name));
  const cut = first < 0 ? dimensions.length : first;
  const key = dimensions.slice(0, cut);
  const block = dimensions.slice(cut);
  if (block.some(({ name }) => !insideBlock.has(name)))
    throw new Error('a key dimension stands inside the block');
  const size = sizeOf(block);
  const leaves = Int32Array.from({ length: size }, (_, at) => at).filter((at) => !hasTotalAt(block, at));
  const leafAt = new Int32Array(size).fill(-1);
  leaves.forEach((at, leaf) => (leafAt[at] = leaf));
  return {
    keys: sizeOf(key),
    size,
    hasTotals: block.some(({ hasTotal }) => hasTotal),
    leaves,
    leafAt,
    sums: [...leaves].map((at) => placesCounting(block, at)),
    hasTotalKeys: key.some(({ hasTotal }) => hasTotal),
    isTotalKey: (at) => hasTotalAt(key, at),
  };
}

function sizeOf(dimensions: readonly Dimension[]): number {
  return dimensions.reduce((all, { size }) => all * size, 1);
}

function hasTotalAt(dimensions: readonly Dimension[], at: number): boolean {
  let rest = at;
  return dimensions.toReversed().some(({ size, hasTotal }) => {
    const value = rest % size;
    rest = (rest - value) / size;
    return hasTotal && value === size - 1;
  });
}

function placesCounting(block: readonly Dimension[], at: number): Int32Array {
  let rest = at;
  let stride = 1;
  let places = [at];
  for (const { size, hasTotal } of block.toReversed()) {
    const value = rest % size;
    rest = (rest - value) / size;
    const toTotal = (size - 1 - value) * stride;
    if (hasTotal) places = places.flatMap((place) => [place, place + toTotal]);
    stride *= size;
  }
  return Int32Array.from(places);
}

import { addsUp, dice, type RowInWords } from './linear-systems.ts';

/** A table's numbers, margins and all, and the equations between them. */
export interface SmallTable {
  readonly numbers: readonly number[];
  readonly rows: readonly RowInWords[];
}

/**
 * A random table of whole numbers 0 to `most` over any number of dimensions, with a total along each (the last value of a
 * dimension), row-major with the last dimension changing fastest.
 */
export function cube(sizes: readonly number[], most: number, seed: number): SmallTable {
  const roll = dice(seed);
  const shape = sizes.map((size) => size + 1);
  const strides = shape.map((_, d) => shape.slice(d + 1).reduce((product, size) => product * size, 1));
  const count = shape.reduce((product, size) => product * size, 1);
  const placeAlong = (at: number, d: number): number => Math.floor(at / (strides[d] ?? 1)) % (shape[d] ?? 1);
  const numbers = Array.from({ length: count }, () => roll(most + 1));
  const rows: RowInWords[] = [];
  for (const [d, size] of sizes.entries()) {
    const stride = strides[d] ?? 1;
    for (let at = 0; at < count; at++) {
      if (placeAlong(at, d) !== size) continue;
      const parts = Array.from({ length: size }, (_, i) => at - (size - i) * stride);
      numbers[at] = parts.reduce((sum, part) => sum + (numbers[part] ?? 0), 0);
      rows.push(addsUp(at, parts));
    }
  }
  return { numbers, rows };
}

/** A random hierarchy: a whole over regions over zones; zones first, then regions, the whole last. */
export function hierarchy(most: number, seed: number): SmallTable {
  const roll = dice(seed);
  const zonesOf = Array.from({ length: 2 + roll(2) }, () => 2 + roll(2));
  const zones = zonesOf.reduce((sum, count) => sum + count, 0);
  const numbers = Array.from({ length: zones }, () => roll(most + 1));
  const rows: RowInWords[] = [];
  const regions = zonesOf.map((count, r) => {
    const first = zonesOf.slice(0, r).reduce((sum, before) => sum + before, 0);
    const parts = Array.from({ length: count }, (_, i) => first + i);
    rows.push(addsUp(numbers.length, parts));
    numbers.push(parts.reduce((sum, part) => sum + (numbers[part] ?? 0), 0));
    return numbers.length - 1;
  });
  rows.push(addsUp(numbers.length, regions));
  numbers.push(regions.reduce((sum, region) => sum + (numbers[region] ?? 0), 0));
  return { numbers, rows };
}

/** Up to `count` of the variables 0 to `variables - 1`, at random. */
export function someOf(variables: number, count: number, seed: number): ReadonlySet<number> {
  const roll = dice(seed);
  return new Set(Array.from({ length: count }, () => roll(variables)));
}

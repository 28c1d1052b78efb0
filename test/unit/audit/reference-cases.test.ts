import { beforeAll, describe, expect, it } from 'vitest';
import { rangesOf } from '../../../shared/audit/ranges.ts';
import type { LinearSolver } from '../../../shared/ports/linear-solver.ts';
import { highsSolver } from '../../support/highs.ts';
import { addsUp, published, systemOf } from '../../support/linear-systems.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

async function audit(
  system: ReturnType<typeof systemOf>,
  targets: readonly number[],
): Promise<readonly (readonly [number, number])[]> {
  const { low, high, gaveUp } = await rangesOf(system, Int32Array.from(targets), solver, {
    iterationLimit: 10_000,
  });
  expect([...gaveUp]).toEqual(targets.map(() => 0));
  return targets.map((_, i) => [low[i] ?? Number.NaN, high[i] ?? Number.NaN] as const);
}

/** A table of rows and columns whose sums are published. */
function table(inner: readonly (readonly number[])[], hidden: readonly (readonly [number, number])[]) {
  const columns = inner[0]?.length ?? 0;
  const at = (row: number, column: number): number => row * columns + column;
  const numbers = inner.flat();
  const lines = [
    ...inner.map((_, row) => inner[0]?.map((_number, column) => at(row, column)) ?? []),
    ...(inner[0] ?? []).map((_, column) => inner.map((_row, row) => at(row, column))),
  ];
  const rows = lines.map((line) => {
    const sum = line.reduce((total, v) => total + (numbers[v] ?? 0), 0);
    return { terms: line.map((v) => [v, 1] as const), low: sum, high: sum };
  });
  const targets = hidden.map(([row, column]) => at(row, column));
  return { system: published(numbers, new Set(targets), rows), targets };
}

describe('a table of the Handbook on Statistical Disclosure Control, 2nd ed., example 3 (R1)', () => {
  it('gives the printed ranges', async () => {
    const { system, targets } = table(
      [
        [4, 3],
        [2, 1],
        [3, 3],
      ],
      [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ],
    );
    expect(await audit(system, targets)).toEqual([
      [3, 6],
      [1, 4],
      [0, 3],
      [0, 3],
    ]);
  });
});

describe('the 4 x 4 table of the tests of the R package sdcTable (R2)', () => {
  const inner = [
    [30, 47, 64, 89],
    [90, 124, 5, 31],
    [92, 100, 59, 85],
    [800, 991, 651, 685],
  ];
  const hidden: readonly (readonly [number, number])[] = [
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 0],
    [1, 2],
    [2, 1],
    [2, 3],
    [3, 1],
    [3, 3],
  ];
  it('finds wb = 47 although every line hides at least two', async () => {
    const { system, targets } = table(inner, hidden);
    expect(await audit(system, targets)).toEqual([
      [25, 94],
      [47, 47],
      [0, 69],
      [26, 95],
      [0, 69],
      [0, 185],
      [0, 185],
      [906, 1091],
      [585, 770],
    ]);
  });
  it('finds nothing exact once xd is hidden too (R2 repaired)', async () => {
    const { system, targets } = table(inner, [...hidden, [1, 3]]);
    const ranges = await audit(system, targets);
    expect(ranges[1]).toEqual([0, 78]);
    expect(ranges.filter(([low, high]) => low === high)).toEqual([]);
  });
});

const names = 'ABIJKLMN';
const parts = (block: string): number[] => Array.from(block, (letter) => names.indexOf(letter));

describe('the linked tables of the tests of the R package sdcTable (R3)', () => {
  const counts = [2, 2, 8, 8, 3, 3, 3, 7];
  const one = ['ABIJ', 'KLMN'];
  const two = ['ABIJKN', 'LM'];
  const linked = (blocks: readonly string[], hidden: string) => {
    const numbers = [...counts];
    const rows = blocks.map((block) => {
      numbers.push(parts(block).reduce((sum, v) => sum + (counts[v] ?? 0), 0));
      return addsUp(numbers.length - 1, parts(block));
    });
    return published(numbers, new Set(parts(hidden)), rows);
  };
  const ranges = async (blocks: readonly string[], hidden: string) => {
    const found = await audit(
      linked(blocks, hidden),
      Array.from(hidden, (letter) => names.indexOf(letter)),
    );
    return Object.fromEntries(Array.from(hidden, (letter, i) => [letter, found[i]]));
  };
  it('gives the ranges of the first table alone', async () => {
    expect(await ranges(one, 'ABKLM')).toEqual({ A: [0, 4], B: [0, 4], K: [0, 9], L: [0, 9], M: [0, 9] });
  });
  it('gives the ranges of the second table alone', async () => {
    expect(await ranges(two, 'ABKLM')).toEqual({ A: [0, 7], B: [0, 7], K: [0, 7], L: [0, 6], M: [0, 6] });
  });
  it('finds K = 3 only when both are looked at together', async () => {
    expect(await ranges([...one, ...two], 'ABKLM')).toEqual({
      A: [0, 4],
      B: [0, 4],
      K: [3, 3],
      L: [0, 6],
      M: [0, 6],
    });
  });
  it('finds nothing exact once N is hidden too (R3 repaired)', async () => {
    expect(await ranges([...one, ...two], 'ABKLMN')).toEqual({
      A: [0, 4],
      B: [0, 4],
      K: [0, 10],
      L: [0, 6],
      M: [0, 6],
      N: [0, 10],
    });
  });
});

/** Persons times days of the frequency bands less the daily visitors: 0, or at most `high` where the last band is open. */
const link = (high: number) => ({
  terms: [...[3, 4, 5].map((v, i) => [v, i + 1] as const), ...[0, 1, 2].map((v) => [v, -1] as const)],
  low: -Infinity,
  high,
});

describe('the frequency table beside the daily footfall table', () => {
  const days = [12, 4, 9];
  const visited = [8, 4, 3];
  const bounds = (hiddenDay: number, hiddenBands: readonly number[]) => [
    ...days.map((n, v) => (v === hiddenDay ? ([0, Infinity] as const) : ([n, n] as const))),
    ...visited.map((n, v) => (hiddenBands.includes(v) ? ([0, Infinity] as const) : ([n, n] as const))),
  ];
  const visitors = { terms: [3, 4, 5].map((v) => [v, 1] as const), low: 15, high: 15 };
  it('has the persons days of the planted case add up', () => {
    expect(visited.reduce((sum, n, i) => sum + n * (i + 1), 0)).toBe(days.reduce((sum, n) => sum + n, 0));
  });
  it('leaves a hidden day open while the tables are looked at apart', async () => {
    expect(await audit(systemOf(bounds(1, []), [visitors]), [1])).toEqual([[0, Infinity]]);
  });
  it('discloses the hidden day when both are looked at together', async () => {
    const both = systemOf(bounds(1, []), [visitors, { ...link(0), low: 0 }]);
    expect(await audit(both, [1])).toEqual([[4, 4]]);
  });
  it('bounds the day and the bands when bands are hidden too', async () => {
    const both = systemOf(bounds(1, [0, 1]), [visitors, { ...link(0), low: 0 }]);
    expect(await audit(both, [1, 3, 4])).toEqual([
      [0, 12],
      [0, 12],
      [0, 12],
    ]);
  });
  it('gives only a least number when the last band is open', async () => {
    expect(await audit(systemOf(bounds(1, []), [visitors, link(0)]), [1])).toEqual([[4, Infinity]]);
  });
});

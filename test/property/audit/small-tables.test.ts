import { beforeAll, describe, expect, it } from 'vitest';
import type { LinearSystem } from '../../../shared/audit/linear-system.ts';
import { rangesOf } from '../../../shared/audit/ranges.ts';
import type { LinearSolver } from '../../../shared/ports/linear-solver.ts';
import { highsSolver } from '../../support/highs.ts';
import { allSolutions, extremes, systemOf } from '../../support/linear-systems.ts';
import { cube, hierarchy, someOf, type SmallTable } from '../../support/small-tables.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** Numbers hidden at random, never the grand total, which bounds all others and so makes trying everything finite. */
function withHidden({ numbers, rows }: SmallTable, count: number, seed: number): LinearSystem {
  const hidden = someOf(numbers.length - 1, count, seed);
  const whole = numbers.at(-1) ?? 0;
  return systemOf(
    numbers.map((number, v) => (hidden.has(v) ? [0, whole] : [number, number])),
    rows,
  );
}

/** Every number rounded to the nearest multiple of `base`, ties up, as a reader sees it. */
function rounded({ numbers, rows }: SmallTable, base: number): LinearSystem {
  return systemOf(
    numbers.map((number) => {
      const figure = Math.floor(number / base + 0.5) * base;
      return [Math.max(0, Math.ceil(figure - base / 2)), Math.ceil(figure + base / 2) - 1];
    }),
    rows,
  );
}

async function compare(system: LinearSystem, numbers: readonly number[], name: string) {
  const { low, high } = extremes(allSolutions(system));
  const targets = Int32Array.from(numbers.keys());
  const options = { iterationLimit: 10_000 };
  const found = await rangesOf(system, targets, solver, options);
  const withPoint = await rangesOf(system, targets, solver, {
    ...options,
    point: Float64Array.from(numbers),
  });
  expect(withPoint, name).toEqual(found);
  expect([...found.gaveUp].includes(1), name).toBe(false);
  return { found: { low: [...found.low], high: [...found.high] }, truth: { low, high } };
}

describe('ranges against trying all tables in whole numbers', () => {
  it('are equal for 100 tables of two dimensions, margins hidden or not', async () => {
    for (let seed = 1; seed <= 100; seed++) {
      const table = cube([2 + (seed % 3), 2 + (seed % 2)], 4, seed);
      const { found, truth } = await compare(withHidden(table, 12, seed), table.numbers, `seed ${seed}`);
      expect(found, `seed ${seed}`).toEqual(truth);
    }
  });
  it('are equal for 60 hierarchies', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const table = hierarchy(4, seed);
      const { found, truth } = await compare(withHidden(table, 8, seed), table.numbers, `seed ${seed}`);
      expect(found, `seed ${seed}`).toEqual(truth);
    }
  });
  it('are equal for 40 tables of two dimensions with every figure rounded', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const table = cube([2, 2 + (seed % 2)], 9, seed);
      const { found, truth } = await compare(rounded(table, 3), table.numbers, `seed ${seed}`);
      expect(found, `seed ${seed}`).toEqual(truth);
    }
  });
  it('contain the truth for 100 tables of three dimensions, and mostly equal it', async () => {
    let wider = 0;
    let ends = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const table = cube([2, 2, 2 + (seed % 2)], 4, seed);
      const { found, truth } = await compare(withHidden(table, 16, seed), table.numbers, `seed ${seed}`);
      for (const [v, low] of truth.low.entries()) {
        const high = truth.high[v] ?? 0;
        expect(found.low[v], `seed ${seed}`).toBeLessThanOrEqual(low);
        expect(found.high[v], `seed ${seed}`).toBeGreaterThanOrEqual(high);
        ends += 2;
        wider += Number(found.low[v] !== low) + Number(found.high[v] !== high);
      }
    }
    expect(wider / ends).toBeLessThan(0.01);
  });
});

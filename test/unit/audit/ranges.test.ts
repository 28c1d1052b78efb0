import { beforeAll, describe, expect, it } from 'vitest';
import { createAuditCache } from '../../../shared/audit/audit-cache.ts';
import { meets } from '../../../shared/audit/meets.ts';
import { rangesOf } from '../../../shared/audit/ranges.ts';
import type { LinearSolver } from '../../../shared/ports/linear-solver.ts';
import { highsSolver } from '../../support/highs.ts';
import { published, systemOf } from '../../support/linear-systems.ts';
import { cube, someOf } from '../../support/small-tables.ts';

let highs: LinearSolver;
beforeAll(async () => {
  highs = await highsSolver();
});

/** Bands x age x gender, half of it hidden: nothing but the solver can settle it. */
const table = cube([4, 5, 3], 12, 1);
const hidden = someOf(table.numbers.length - 1, 95, 1);
const system = published(table.numbers, hidden, table.rows);
const targets = Int32Array.from(hidden);
const point = Float64Array.from(table.numbers);
const options = { iterationLimit: 10_000 };

function counting(solver: LinearSolver): { readonly solver: LinearSolver; readonly solved: () => number } {
  let solved = 0;
  return {
    solved: () => solved,
    solver: {
      open: (part, limit) => {
        const model = solver.open(part, limit);
        return {
          solve: (objective) => {
            solved++;
            return model.solve(objective);
          },
          close: () => model.close(),
        };
      },
    },
  };
}

const answering = (kind: 'gaveUp' | 'infeasible'): LinearSolver => ({
  open: () => ({ solve: () => ({ kind }), close: () => undefined }),
});

describe('ranges', () => {
  it('contain the true numbers, and are known on both ends', async () => {
    const { low, high, gaveUp } = await rangesOf(system, targets, highs, options);
    expect([...gaveUp].includes(1)).toBe(false);
    targets.forEach((v, i) => {
      expect(low[i]).toBeLessThanOrEqual(table.numbers[v] ?? Number.NaN);
      expect(high[i]).toBeGreaterThanOrEqual(table.numbers[v] ?? Number.NaN);
    });
    expect([...low].filter((end, i) => end < (high[i] ?? 0)).length).toBeGreaterThan(20);
  });
  it('say where the solver gave up, and never take that for a result', async () => {
    const exact = await rangesOf(system, targets, highs, options);
    const { low, high, gaveUp } = await rangesOf(system, targets, answering('gaveUp'), { ...options, point });
    expect([...gaveUp].filter((flag) => flag === 1).length).toBeGreaterThan(20);
    targets.forEach((_, i) => {
      expect(low[i]).toBeLessThanOrEqual(exact.low[i] ?? Number.NaN);
      expect(high[i]).toBeGreaterThanOrEqual(exact.high[i] ?? Number.NaN);
      if (gaveUp[i] === 0) expect([low[i], high[i]]).toEqual([exact.low[i], exact.high[i]]);
    });
  });
  it('report the real solver as given up when it may not iterate', async () => {
    const { gaveUp } = await rangesOf(system, targets, highs, { iterationLimit: 1 });
    expect([...gaveUp].filter((flag) => flag === 1).length).toBeGreaterThan(20);
  });
  it('count a point that breaks the system as given up', async () => {
    const wrong: LinearSolver = {
      open: (part) => ({
        solve: () => ({ kind: 'optimal', value: 0, point: new Float64Array(part.low.length) }),
        close: () => undefined,
      }),
    };
    const { gaveUp } = await rangesOf(system, targets, wrong, { ...options, point });
    expect([...gaveUp].filter((flag) => flag === 1).length).toBeGreaterThan(20);
  });
  it('are settled without the solver for a table of two dimensions whose numbers are handed over', async () => {
    const flat = cube([9, 4], 12, 2);
    const gone = someOf(flat.numbers.length - 1, 25, 2);
    const seen = published(flat.numbers, gone, flat.rows);
    const { solver, solved } = counting(highs);
    const found = await rangesOf(seen, Int32Array.from(gone), solver, {
      ...options,
      point: Float64Array.from(flat.numbers),
    });
    expect(solved()).toBe(0);
    expect(found).toEqual(await rangesOf(seen, Int32Array.from(gone), highs, options));
  });
  it('are not worked out twice with a cache', async () => {
    const { solver, solved } = counting(highs);
    const cache = createAuditCache();
    const first = await rangesOf(system, targets, solver, { ...options, cache });
    const before = solved();
    expect(before).toBeGreaterThan(0);
    expect(await rangesOf(system, targets, solver, { ...options, cache })).toEqual(first);
    expect(solved()).toBe(before);
  });
  it('are asked afresh when a cached component was given up for want of the numbers', async () => {
    const flat = cube([9, 4], 12, 2);
    const gone = Int32Array.from(someOf(flat.numbers.length - 1, 25, 2));
    const seen = published(flat.numbers, new Set(gone), flat.rows);
    const cache = createAuditCache();
    const blind = await rangesOf(seen, gone, answering('gaveUp'), { ...options, cache });
    expect([...blind.gaveUp]).toContain(1);
    const numbers = Float64Array.from(flat.numbers);
    const found = await rangesOf(seen, gone, answering('gaveUp'), { ...options, cache, point: numbers });
    expect(found).toEqual(await rangesOf(seen, gone, highs, options));
  });
  it('have no end where nothing limits them', async () => {
    const free = systemOf(
      [
        [0, Infinity],
        [0, Infinity],
        [0, Infinity],
      ],
      [
        {
          terms: [
            [0, 1],
            [1, -1],
          ],
          low: 2,
          high: 2,
        },
        {
          terms: [
            [0, 1],
            [1, 1],
            [2, -2],
          ],
          low: 0,
          high: 0,
        },
      ],
    );
    const { low, high } = await rangesOf(free, Int32Array.of(0, 1, 2), highs, options);
    expect([...low]).toEqual([2, 0, 1]);
    expect([...high]).toEqual([Infinity, Infinity, Infinity]);
  });
  it('do not exist for a system nothing satisfies', async () => {
    const impossible = systemOf([[0, 3]], [{ terms: [[0, 1]], low: 5, high: 5 }]);
    await expect(rangesOf(impossible, Int32Array.of(0), highs, options)).rejects.toThrow('nothing satisfies');
    await expect(rangesOf(system, targets, answering('infeasible'), options)).rejects.toThrow(
      'nothing satisfies',
    );
  });
  it('refuse numbers that do not satisfy the system', async () => {
    const off = point.slice();
    off[0] = (off[0] ?? 0) + 1;
    await expect(rangesOf(system, targets, highs, { ...options, point: off })).rejects.toThrow(
      'do not satisfy',
    );
  });
});

describe('requirements', () => {
  it('are met or failed exactly as the ranges say, with fewer objectives', async () => {
    const all = counting(highs);
    const { low, high } = await rangesOf(system, targets, all.solver, options);
    const requirements = [...targets].map((variable, i) => ({
      variable,
      lowAtMost: i % 3,
      highAtLeast: 4 + (i % 5),
      widthAtLeast: i % 7,
    }));
    const few = counting(highs);
    const verdicts = await meets(system, requirements, few.solver, { ...options, point });
    const expected = requirements.map(({ lowAtMost, highAtLeast, widthAtLeast }, i) => {
      const [least, most] = [low[i] ?? Number.NaN, high[i] ?? Number.NaN];
      return least <= lowAtMost && most >= highAtLeast && most - least >= widthAtLeast ? 'met' : 'failed';
    });
    expect(verdicts).toEqual(expected);
    expect(new Set(verdicts)).toEqual(new Set(['met', 'failed']));
    expect(few.solved()).toBeLessThan(all.solved() / 2);
  });
  it('that the solver gave up on are not tested', async () => {
    const requirements = [...targets].map((variable) => ({
      variable,
      lowAtMost: table.numbers[variable] ?? 0,
      highAtLeast: table.numbers[variable] ?? 0,
    }));
    const verdicts = await meets(system, requirements, answering('gaveUp'), options);
    expect(verdicts).toContain('notTested');
    expect(verdicts).not.toContain('failed');
  });
  it('stop when the signal is raised', async () => {
    const reason = new Error('cancelled');
    const controller = new AbortController();
    const blocks = Array.from({ length: 1200 }, (_, b) => [0, 1, 2, 3].map((i) => 4 * b + i));
    const many = systemOf(
      blocks.flatMap((block) => block.map(() => [0, Infinity] as const)),
      blocks.flatMap(([a = 0, b = 0, c = 0, d = 0], i) =>
        [
          [a, b],
          [c, d],
          [a, c],
          [b, d],
        ].map((line) => ({
          terms: line.map((v) => [v, 1] as const),
          low: 5 + i,
          high: 5 + i,
        })),
      ),
    );
    const numbers = Float64Array.from(many.low, (_, v) => [0, 5, 5, 0][v % 4] ?? 0);
    numbers.forEach((number, v) => (numbers[v] = number && number + Math.floor(v / 4)));
    const reports: (readonly [number, number])[] = [];
    const asked = rangesOf(many, Int32Array.from(many.low.keys()), highs, {
      ...options,
      point: numbers,
      signal: controller.signal,
      onProgress: (done, total) => {
        reports.push([done, total]);
        controller.abort(reason);
      },
    });
    await expect(asked).rejects.toBe(reason);
    expect(reports).toEqual([[500, 1200]]);
  });
});

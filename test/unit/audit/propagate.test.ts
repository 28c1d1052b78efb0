import { describe, expect, it } from 'vitest';
import { propagate } from '../../../shared/audit/propagate.ts';
import { allSolutions, dice, extremes, systemOf } from '../../support/linear-systems.ts';

const entries = (bounds: { readonly low: Float64Array; readonly high: Float64Array } | undefined) =>
  bounds && [...bounds.low].map((low, v) => [low, bounds.high[v]]);

describe('interval propagation', () => {
  it('rounds low ends up and high ends down', () => {
    const system = systemOf([[0, 100]], [{ terms: [[0, 3]], low: 4, high: 11 }]);
    expect(entries(propagate(system))).toEqual([[2, 3]]);
  });
  it('keeps what nothing limits without a limit', () => {
    const system = systemOf(
      [
        [0, Infinity],
        [0, Infinity],
      ],
      [
        {
          terms: [
            [0, 1],
            [1, -1],
          ],
          low: 5,
          high: Infinity,
        },
      ],
    );
    expect(entries(propagate(system))).toEqual([
      [5, Infinity],
      [0, Infinity],
    ]);
  });
  it('follows what one row says into the next', () => {
    const chain = [0, 1, 2].map((v) => ({
      terms: [[v, 1] as const, [v + 1, 1] as const],
      low: 10,
      high: 10,
    }));
    const bounds = [[7, 8] as const, [0, Infinity] as const, [0, Infinity] as const, [0, Infinity] as const];
    expect(entries(propagate(systemOf(bounds, chain)))).toEqual([
      [7, 8],
      [2, 3],
      [7, 8],
      [2, 3],
    ]);
  });
  it('stops where bounds would creep for ever, and says so', () => {
    const far = 1e9;
    const system = systemOf(
      [
        [0, far],
        [0, far],
      ],
      [
        {
          terms: [
            [0, 1],
            [1, -1],
          ],
          low: -Infinity,
          high: -1,
        },
        {
          terms: [
            [1, 1],
            [0, -1],
          ],
          low: -Infinity,
          high: -1,
        },
      ],
    );
    expect(propagate(system)?.settled).toBe(false);
  });
  it('sees a contradiction between bounds', () => {
    expect(propagate(systemOf([[3, 2]], []))).toBeUndefined();
  });
});

describe('interval propagation of random systems against trying everything', () => {
  it('never cuts off a solution, and sees no contradiction where there is one', () => {
    let contradictions = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const system = randomSystem(seed);
      const solutions = allSolutions(system);
      const found = propagate(system);
      if (!found) contradictions++;
      if (!found) expect(solutions, `seed ${seed}`).toEqual([]);
      else {
        expect(found.settled).toBe(true);
        const { low, high } = extremes(solutions);
        low.forEach((x, v) => expect(x, `seed ${seed}`).toBeGreaterThanOrEqual(found.low[v] ?? Infinity));
        high.forEach((x, v) => expect(x, `seed ${seed}`).toBeLessThanOrEqual(found.high[v] ?? -Infinity));
      }
    }
    expect(contradictions).toBeGreaterThan(10);
  });
  it('is exact for a single row with coefficients 1 and -1', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const roll = dice(seed);
      const bounds = Array.from({ length: 4 }, () => {
        const low = roll(4);
        return [low, low + roll(5)] as const;
      });
      const sum = roll(8);
      const terms = bounds.map((_, v) => [v, roll(2) === 0 ? 1 : -1] as const);
      const system = systemOf(bounds, [{ terms, low: sum, high: sum + roll(2) }]);
      const solutions = allSolutions(system);
      const found = propagate(system);
      if (solutions.length === 0) expect(found, `seed ${seed}`).toBeUndefined();
      else {
        const { low, high } = extremes(solutions);
        expect(entries(found), `seed ${seed}`).toEqual(low.map((x, v) => [x, high[v]]));
      }
    }
  });
});

function randomSystem(seed: number) {
  const roll = dice(seed * 7919);
  const bounds = Array.from({ length: 5 }, () => {
    const low = roll(3);
    return [low, low + roll(5)] as const;
  });
  const rows = Array.from({ length: 3 }, () => {
    const terms = bounds.flatMap((_, v) => (roll(2) === 0 ? [] : [[v, roll(7) - 3 || 1] as const]));
    const low = roll(14) - 4;
    return { terms, low: roll(3) === 0 ? -Infinity : low, high: roll(3) === 0 ? Infinity : low + roll(4) };
  });
  return systemOf(bounds, rows);
}

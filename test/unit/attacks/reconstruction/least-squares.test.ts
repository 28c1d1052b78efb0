import { describe, expect, it } from 'vitest';
import { leastSquares } from '../../../../shared/attacks/reconstruction/least-squares.ts';
import type { LinearSystem } from '../../../../shared/audit/linear-system.ts';
import { ended } from '../../../support/ended.ts';
import { dice, systemOf } from '../../../support/linear-systems.ts';

const solved = (system: LinearSystem, hold = 0, centre = 0) =>
  ended(
    leastSquares(system, {
      centre: new Float64Array(system.low.length).fill(centre),
      hold: new Float64Array(system.low.length).fill(hold),
    }),
  );
const row = (terms: readonly (readonly [number, number])[], low: number, high = low) => ({
  terms,
  low,
  high,
});

describe('nonnegative least squares', () => {
  it('fits what cannot all be true as well as possible', () => {
    // (x - 1)^2 + (y - 2)^2 + (x + y - 6)^2 is least at x = 2, y = 3.
    const system = systemOf(
      [
        [0, Infinity],
        [0, Infinity],
      ],
      [
        row([[0, 1]], 1),
        row([[1, 1]], 2),
        row(
          [
            [0, 1],
            [1, 1],
          ],
          6,
        ),
      ],
    );
    const [x, y] = solved(system);
    expect(x).toBeCloseTo(2, 3);
    expect(y).toBeCloseTo(3, 3);
  });

  it('is never under zero, and keeps to its bounds', () => {
    const free = systemOf([[-Infinity, Infinity]], [row([[0, 1]], -5)]);
    expect(solved(free)[0]).toBe(0);
    const [x, y] = solved(
      systemOf(
        [
          [2, 3],
          [0, 4],
        ],
        [
          row(
            [
              [0, 1],
              [1, 1],
            ],
            9,
          ),
        ],
      ),
    );
    expect([x, y]).toEqual([3, 4]);
  });

  it('leaves alone what an interval allows, and stays near the centre where it is held', () => {
    expect(solved(systemOf([[0, 9]], [row([[0, 1]], 2, 6)]), 0, 5)[0]).toBe(5);
    expect(solved(systemOf([[0, 9]], [row([[0, 1]], 2, 6)]), 0, 8)[0]).toBeCloseTo(6, 3);
    // (x - 6)^2 + 3 (x - 2)^2 is least at 3.
    expect(solved(systemOf([[0, 9]], [row([[0, 1]], 6)]), 3, 2)[0]).toBeCloseTo(3, 3);
  });

  it('meets the conditions of a least point in random systems: no slope inside, none that leads back from a bound', () => {
    const roll = dice(7);
    for (let round = 0; round < 30; round++) {
      const size = 2 + roll(6);
      const system = systemOf(
        Array.from({ length: size }, () => [0, 1 + roll(9)] as const),
        Array.from({ length: 1 + roll(8) }, () =>
          row(
            Array.from({ length: size }, (_, v) => [v, roll(4) - 1] as const).filter(([, c]) => c !== 0),
            roll(20) - 4,
          ),
        ),
      );
      const point = solved(system);
      point.forEach((x, v) => {
        let slope = 0;
        system.rowLow.forEach((target, r) => {
          let [sum, own] = [-target, 0];
          for (let i = system.rowStarts[r] ?? 0; i < (system.rowStarts[r + 1] ?? 0); i++) {
            sum += (system.coefficient[i] ?? 0) * (point[system.variable[i] ?? 0] ?? 0);
            if (system.variable[i] === v) own = system.coefficient[i] ?? 0;
          }
          slope += own * sum;
        });
        if (x > 0) expect(slope).toBeLessThan(0.01);
        if (x < (system.high[v] ?? 0)) expect(slope).toBeGreaterThan(-0.01);
      });
    }
  });
});

import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../shared/attacks/random.ts';
import { assign } from '../../../../shared/attacks/recovery/assign.ts';
import { ended } from '../../../../shared/protect/secondary/steps.ts';

function leastOfAll(rows: number, columns: number, cost: Float64Array): number {
  const best = (row: number, taken: readonly number[]): number => {
    if (row === rows) return 0;
    const free = Array.from({ length: columns }, (_, at) => at).filter((column) => !taken.includes(column));
    return Math.min(...free.map((at) => (cost[row * columns + at] ?? 0) + best(row + 1, [...taken, at])));
  };
  return best(0, []);
}

describe('assign', () => {
  it('costs as little as the best of all assignments', () => {
    const random = seededRandom('assign', 'test');
    for (let trial = 0; trial < 80; trial++) {
      const rows = 1 + random.below(5);
      const columns = rows + random.below(3);
      const cost = Float64Array.from({ length: rows * columns }, () => random.below(20) - 5);
      const found = ended(assign({ rows, columns, cost }));
      const sum = found.reduce((all, column, row) => all + (cost[row * columns + column] ?? 0), 0);
      expect(new Set(found).size).toBe(rows);
      expect(sum).toBeCloseTo(leastOfAll(rows, columns, cost), 9);
    }
  });

  it('wants a column for each row', () => {
    expect(() => ended(assign({ rows: 2, columns: 1, cost: new Float64Array(2) }))).toThrow(
      'as many columns',
    );
  });
});

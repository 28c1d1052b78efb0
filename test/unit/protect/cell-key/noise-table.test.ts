import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../../shared/base/failure.ts';
import { noiseLimits, unchangedByLeaving } from '../../../../shared/protect/cell-key/limits.ts';
import {
  noiseRowCount,
  noiseTable,
  noiseVariants,
  type NoiseParameters,
  type NoiseTable,
} from '../../../../shared/protect/cell-key/noise-table.ts';
import { referenceTables, shortRow } from '../../../support/vectors/cell-key.ts';
import { slowEntropy } from '../../../support/slow-entropy.ts';

const moment = (table: NoiseTable, row: number, power: number): number => {
  const { deviations, probabilities } = table.rows[row] ?? { deviations: [], probabilities: [] };
  return deviations.reduce((sum, v, i) => sum + v ** power * (probabilities[i] ?? 0), 0);
};
const codeOf = (parameters: NoiseParameters): string | undefined => {
  try {
    noiseTable(parameters);
    return undefined;
  } catch (error) {
    return error instanceof Refusal ? error.failure.code : 'defect';
  }
};

describe('a perturbation table', () => {
  it.each(referenceTables)(
    'D$parameters.maximumNoise V$parameters.variance has the published rows',
    ({ parameters, rows }) => {
      const table = noiseTable(parameters);
      expect(table.rows.length).toBe(rows.length);
      rows.forEach((row, i) => {
        const figures = table.rows[i]?.deviations.map((v) => v + i + 1);
        expect(figures).toEqual(Object.keys(row).map(Number));
        Object.values(row).forEach((p: number, at) =>
          expect(Math.abs((table.rows[i]?.probabilities[at] ?? -1) - p)).toBeLessThan(0.0005),
        );
      });
    },
  );

  it.each([...referenceTables.map((r) => r.parameters), ...Object.values(noiseVariants)])(
    'D$maximumNoise V$variance has mean 0, the variance asked for and sums to 1',
    (parameters) => {
      const table = noiseTable(parameters);
      expect(table.shortOfVariance).toEqual([]);
      table.rows.forEach((_, row) => {
        expect(Math.abs(moment(table, row, 0) - 1)).toBeLessThan(1e-9);
        expect(Math.abs(moment(table, row, 1))).toBeLessThan(1e-6);
        expect(Math.abs(moment(table, row, 2) - parameters.variance)).toBeLessThan(1e-3);
      });
    },
  );

  it('reports a variance the largest entropy does not reach', () => {
    const table = noiseTable({ maximumNoise: 2, variance: 1, largestForbidden: 0, monotone: true });
    expect(table.shortOfVariance.map(({ count }) => count)).toEqual([1]);
    expect(table.shortOfVariance[0]?.variance).toBeCloseTo(shortRow.variance, 3);
    shortRow.probabilities.forEach((p, i) => expect(table.rows[0]?.probabilities[i]).toBeCloseTo(p, 4));
  });

  it('is what a slow search for the largest entropy finds', () => {
    for (const parameters of [
      { maximumNoise: 2, variance: 1.08, largestForbidden: 1, monotone: [true, true, true, true] },
      { maximumNoise: 3, variance: 0.4, largestForbidden: 0, monotone: true },
      { maximumNoise: 3, variance: 2.5, largestForbidden: 0, monotone: true },
      { maximumNoise: 3, variance: 1.2, largestForbidden: 1, monotone: true },
      { maximumNoise: 3, variance: 3.9, largestForbidden: 1, monotone: false },
      { maximumNoise: 4, variance: 4, largestForbidden: 2, monotone: true },
    ]) {
      const table = noiseTable(parameters);
      table.rows.forEach((row, i) => {
        const rises = typeof parameters.monotone === 'boolean' ? parameters.monotone : parameters.monotone[i];
        const slow = slowEntropy(row.deviations, parameters.variance, rises ?? true);
        row.probabilities.forEach((p, at) => expect(p).toBeCloseTo(slow[at] ?? -1, 5));
      });
    }
  });

  it('has D rows, or D + js + 1 where figures are forbidden, and the next row would be the same', () => {
    expect(noiseRowCount({ ...noiseVariants.essI, largestForbidden: 0 })).toBe(4);
    expect(noiseRowCount(noiseVariants.essI)).toBe(6);
    expect(noiseRowCount(noiseVariants.essII)).toBe(9);
    for (const variant of Object.values(noiseVariants)) {
      const last = noiseTable(variant).rows.at(-1);
      const all = Array.from({ length: 2 * variant.maximumNoise + 1 }, (_, i) => i - variant.maximumNoise);
      expect(last?.deviations).toEqual(all);
    }
  });

  it('rises from below to no noise where it must, and never shows a forbidden figure', () => {
    for (const variant of Object.values(noiseVariants))
      noiseTable(variant).rows.forEach(({ deviations, probabilities }, i) => {
        const zero = deviations.indexOf(0);
        for (let at = 1; at <= zero; at++)
          expect(probabilities[at]).toBeGreaterThanOrEqual((probabilities[at - 1] ?? 0) * (1 - 1e-9));
        for (const v of deviations) {
          const figure = v + i + 1;
          expect(figure === 0 || figure > variant.largestForbidden).toBe(true);
          expect(Math.abs(v)).toBeLessThanOrEqual(variant.maximumNoise);
        }
      });
  });

  it('shows 82 to 84 of 100 groups a person left as changed', () => {
    const unchanged = Object.values(noiseVariants).map((variant) =>
      unchangedByLeaving(
        noiseTable(variant).rows.at(-1) ?? { deviations: [], probabilities: [], variance: 0 },
      ),
    );
    expect(unchanged[0]).toBeCloseTo(0.1827, 4);
    expect(unchanged[1]).toBeCloseTo(0.1614, 4);
    const { essI, essII } = noiseLimits.exposedByReissue;
    expect(unchanged.map((share) => (1 - share).toFixed(3))).toEqual([`${essI}`, `${essII}`]);
  });

  it('is refused where no such table exists', () => {
    const fine = { maximumNoise: 4, variance: 1.8, largestForbidden: 1, monotone: true };
    expect(codeOf(fine)).toBeUndefined();
    expect(codeOf({ ...fine, maximumNoise: 0 })).toBe('noise-parameters');
    expect(codeOf({ ...fine, maximumNoise: 2.5 })).toBe('noise-parameters');
    expect(codeOf({ ...fine, maximumNoise: 31 })).toBe('noise-parameters');
    expect(codeOf({ ...fine, largestForbidden: -1 })).toBe('noise-parameters');
    expect(codeOf({ ...fine, largestForbidden: 4, variance: 9 })).toBe('noise-parameters');
    expect(codeOf({ ...fine, variance: 1 })).toBe('noise-parameters');
    expect(codeOf({ ...fine, variance: Number.NaN })).toBe('noise-parameters');
    expect(codeOf({ ...fine, variance: 1.0001 })).toBeUndefined();
    expect(codeOf({ ...fine, largestForbidden: 0, variance: 0.001 })).toBeUndefined();
  });
});

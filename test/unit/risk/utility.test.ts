import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { utilityOf } from '../../../shared/risk/utility.ts';
import { indexed } from '../../../shared/products/indexed-table.ts';

const groups = fc.record({
  persons: fc.integer({ min: 1, max: 400 }),
  error: fc.integer({ min: 0, max: 9 }),
  hidden: fc.constantFrom(0, 0, 0, 1),
});

it('judges the hundred largest groups, of equal ones the first, whatever their order', () => {
  let told = 0;
  fc.assert(
    fc.property(fc.array(groups, { minLength: 1, maxLength: 1500, size: 'max' }), (drawn) => {
      const persons = Int32Array.from(drawn, (one) => one.persons);
      const table = indexed({
        product: 'footfall',
        dimensions: [{ name: 'zone', size: drawn.length, hasTotal: false }],
        at: Float64Array.from(drawn, (_, i) => i),
        persons,
        contributors: persons,
      });
      const fates = Uint8Array.from(drawn, (one) => one.hidden);
      const figures = Int32Array.from(drawn, (one) => one.persons + one.error);
      const errors = drawn
        .map((one, i) => ({ ...one, i }))
        .toSorted((a, b) => b.persons - a.persons || a.i - b.i)
        .slice(0, 100)
        .map(({ hidden, error, persons: all }) => (hidden === 1 ? 1 : error / all))
        .toSorted((a, b) => a - b);
      const expected = errors[Math.ceil(errors.length / 2) - 1];
      told += expected === 0 ? 0 : 1;
      expect(utilityOf(table, fates, figures).busiestMedianError).toBe(expected);
    }),
    { numRuns: 60, seed: 3 },
  );
  expect(told).toBeGreaterThan(20);
});

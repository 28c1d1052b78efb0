import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { presets } from '../../../shared/recipe/presets.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import { Counter } from '../../../shared/workflow/counter.ts';
import { knownBytes } from '../../support/known-bytes.ts';
import { extractOf, smallExtracts } from '../../support/small-extract.ts';

const recipe: Recipe = {
  ...presets.conservative,
  levels: [1],
  presence: 'stays',
  machineLike: 'count',
  maximumGapMinutes: 30,
};

it('counts in a coarser zone by stays at most as many as in its zones together, and at least as many as in each', () => {
  let parents = 0;
  fc.assert(
    fc.property(smallExtracts(4, 60), (small) => {
      const { table } = new Counter(extractOf(small), knownBytes(1)).count('footfall', recipe);
      const counts = new Map<string, number>();
      table.at.forEach((_, i) =>
        counts.set(`${table.part.zone?.[i]} ${table.part.time?.[i]}`, table.persons[i] ?? 0),
      );
      for (const bin of new Set(table.part.time))
        for (const side of [0, 1]) {
          const parts = [0, 1].map((one) => counts.get(`${2 * side + one} ${bin}`) ?? 0);
          const whole = counts.get(`${5 - side} ${bin}`) ?? 0;
          expect(whole).toBeLessThanOrEqual((parts[0] ?? 0) + (parts[1] ?? 0));
          expect(whole).toBeGreaterThanOrEqual(Math.max(...parts));
          parents += whole > 0 ? 1 : 0;
        }
    }),
    { seed: 23, numRuns: 150, endOnFailure: true },
  );
  expect(parents).toBeGreaterThan(500);
});

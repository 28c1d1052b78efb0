import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { productNames } from '../../../shared/products/product.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import { Counter } from '../../../shared/workflow/counter.ts';
import { knownBytes } from '../../support/known-bytes.ts';
import { extractOf, smallDays, smallExtracts } from '../../support/small-extract.ts';

const recipe: Recipe = {
  ...presets.conservative,
  products: [...productNames],
  totals: true,
  byGender: true,
  ageBreaks: [30],
  period: smallDays,
  minimumNights: 1,
};
const recipes = fc.record({
  presence: fc.constantFrom('events' as const, 'stays' as const),
  timeBin: fc.constantFrom('hour' as const, 'day' as const),
  maximumGroupsPerPersonDay: fc.constantFrom(null, 1, 2),
});

it('tells of each person the very groups they are counted in, each once, whoever else is asked about', () => {
  fc.assert(
    fc.property(smallExtracts(8, 30), recipes, fc.nat({ max: 255 }), (small, change, asked) => {
      const counter = new Counter(extractOf(small), knownBytes(1));
      const changed = { ...recipe, ...change };
      const persons = small.genders.length;
      const every = new Uint8Array(persons).fill(1);
      const some = every.map((_, person) => (asked >> (person % 8)) & 1);
      for (const product of productNames) {
        const { table } = counter.count(product, changed);
        const counts = new Map<number, number>();
        const told = new Set<string>();
        counter.groupsOf(product, changed, every, (person, places) => {
          for (const place of places) {
            expect(told.has(`${person} ${place}`)).toBe(false);
            told.add(`${person} ${place}`);
            counts.set(place, (counts.get(place) ?? 0) + 1);
          }
        });
        expect([...counts.keys()].toSorted((a, b) => a - b)).toEqual([...table.at]);
        expect([...table.at].map((place) => counts.get(place))).toEqual([...table.persons]);
        counter.groupsOf(product, changed, some, (person, places) => {
          expect(some[person]).toBe(1);
          for (const place of places) expect(told.delete(`${person} ${place}`)).toBe(true);
        });
        expect([...told].every((one) => some[Number(one.split(' ')[0])] === 0)).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

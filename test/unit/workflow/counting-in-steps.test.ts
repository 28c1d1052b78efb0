import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productNames } from '../../../shared/products/product.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import { Counter } from '../../../shared/workflow/counter.ts';
import { extractOf, smallExtracts } from '../../support/small-extract.ts';

const random = { take: (count: number) => new Uint8Array(count) };
const recipes: readonly Recipe[] = [
  { ...presets.conservative, timeZone: 'Europe/Berlin', totals: true, trips: true },
  { ...presets.conservative, timeZone: 'Europe/Berlin', presence: 'stays', maximumGroupsPerPersonDay: 2 },
];
const drawn = fc.sample(smallExtracts(5, 40), { seed: 20_261_122, numRuns: 6 }).map((one) => extractOf(one));

/** Drives work for so many steps and gives it up; tells whether it had come to its end by then. */
function driven(work: Generator<unknown, unknown>, steps: number): boolean {
  for (let i = 0; i < steps; i++) if (work.next().done === true) return true;
  work.return(undefined);
  return false;
}

describe.each(recipes)('counting in steps ($presence)', (recipe) => {
  it.each(productNames)('%s gives what is counted at once, wherever it was given up before', (product) => {
    let givenUp = 0;
    for (const extract of drawn) {
      const atOnce = new Counter(extract, random).count(product, recipe);
      const counter = new Counter(extract, random);
      for (let steps = 0; !driven(counter.preparing(product, recipe), steps); steps++) givenUp++;
      expect(counter.count(product, recipe)).toEqual(atOnce);
    }
    expect(givenUp).toBeGreaterThan(5 * drawn.length);
  });

  it('what was prepared is counted without a step', () => {
    for (const extract of drawn) {
      const counter = new Counter(extract, random);
      driven(counter.preparing('footfall', recipe), Infinity);
      expect(counter.counting('footfall', recipe).next().done).toBe(true);
    }
  });
});

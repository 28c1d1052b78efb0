import type { Recipe } from '../../../../shared/recipe/recipe.ts';
import type { CorpusCase } from '../corpus-case.ts';
import { earlierOf, exactRecipe } from '../corpus-material.ts';
import { few, leak, many } from '../planted-case.ts';
import { daily, worldOf, type Crowd } from '../small-world.ts';
import type { SeededRandom } from '../../../../shared/attacks/random.ts';

const zones = [{ id: 'a' }];

function summed(
  name: string,
  crowdsOf: (random: SeededRandom) => readonly Crowd[],
  before: Partial<Recipe>,
  now: Partial<Recipe>,
): CorpusCase {
  return leak('sums', name, 'subtraction', async (random) => {
    const extract = worldOf(crowdsOf(random), { zones });
    const earlier = await earlierOf({ extract, recipe: { ...exactRecipe, ...before } });
    return { extract, recipe: { ...exactRecipe, ...now }, earlier: [earlier] };
  });
}

const seen = daily('a', 1);
const frequency = { products: ['frequency' as const] };

/** Few persons that only several figures together give away. */
export const sumLeaks: readonly CorpusCase[] = [
  summed(
    'ages in one band, and in two that end two years before',
    (random) => [
      { persons: many(random), age: 10, visits: seen },
      { persons: many(random), age: 30, visits: seen },
      { persons: few(random), age: 49, visits: seen },
      { persons: many(random), age: 60, visits: seen },
    ],
    { ageBreaks: [18, 48] },
    { ageBreaks: [50] },
  ),
  summed(
    'everybody by gender, and nearly everybody by age',
    (random) => [
      { persons: many(random), age: 20, gender: 'male', visits: seen },
      { persons: many(random), age: 50, gender: 'female', visits: seen },
      { persons: few(random), age: 80, gender: 'female', visits: seen },
      { persons: 5 + few(random), age: 20, gender: 'diverse', visits: seen },
      { persons: 5 + few(random), age: 50, visits: seen },
    ],
    { byGender: true },
    { ageBreaks: [30, 70] },
  ),
  summed(
    'days visited in one band, and in two that end a day before',
    (random) => [
      { persons: many(random), visits: daily('a', 2) },
      { persons: many(random), visits: daily('a', 4) },
      { persons: few(random), visits: daily('a', 5) },
      { persons: many(random), visits: daily('a', 7) },
    ],
    { ...frequency, frequencyBreaks: [3, 5] },
    { ...frequency, frequencyBreaks: [6] },
  ),
  summed(
    'everybody, and those who consented by age',
    (random) => [
      { persons: many(random), age: 20, visits: seen },
      { persons: many(random), age: 60, visits: seen },
      { persons: few(random), age: 60, consents: false, visits: seen },
    ],
    { aim: 'offers', ageBreaks: [40] },
    { aim: 'statistics' },
  ),
  summed(
    'everybody of a day, and the days visited of those who consented',
    (random) => [
      { persons: many(random), visits: daily('a', 1) },
      { persons: many(random), visits: daily('a', 3) },
      { persons: few(random), consents: false, visits: daily('a', 3) },
    ],
    { ...frequency, aim: 'offers', frequencyBreaks: [2] },
    { ...frequency, aim: 'statistics', frequencyBreaks: [4], totals: true },
  ),
];

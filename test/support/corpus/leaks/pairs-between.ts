import type { SeededRandom } from '../../../../shared/attacks/random.ts';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';
import type { CorpusCase } from '../corpus-case.ts';
import { earlierOf, exactRecipe, type MaterialSource } from '../corpus-material.ts';
import { few, many, pairLeak } from '../planted-case.ts';
import { daily, nightsIn, worldOf, type Crowd } from '../small-world.ts';

const zones = [{ id: 'a' }, { id: 'b' }];

/** Two releases of one extract. */
async function twice(
  crowds: readonly Crowd[],
  before: Partial<Recipe>,
  now: Partial<Recipe>,
): Promise<MaterialSource> {
  const extract = worldOf(crowds, { zones });
  const earlier = await earlierOf({ extract, recipe: { ...exactRecipe, ...before } });
  return { extract, recipe: { ...exactRecipe, ...now }, earlier: [earlier] };
}

const nestedAges = [22, 41, 63].map((cut) =>
  pairLeak('nested-ages', `ages cut at ${cut}, and two years on`, async (random) =>
    twice(
      [
        { persons: many(random), age: cut - 3, visits: daily('a', 1) },
        { persons: few(random), age: cut + 1, visits: daily('a', 1) },
        { persons: many(random), age: cut + 9, visits: daily('a', 1) },
      ],
      { ageBreaks: [cut] },
      { ageBreaks: [cut + 2] },
    ),
  ),
);

const week = (random: SeededRandom): readonly Crowd[] => [
  { persons: many(random), visits: [...nightsIn('a'), ...daily('a', 4)] },
  { persons: few(random), visits: [...nightsIn('b'), ...daily('a', 1, 12, 4)] },
];

const earlierReleases = [
  pairLeak('earlier-release', 'everybody, and those who consented', async (random) =>
    twice(
      [
        { persons: many(random), visits: daily('a', 1) },
        { persons: few(random), consents: false, visits: daily('a', 1) },
      ],
      { aim: 'offers' },
      { aim: 'statistics' },
    ),
  ),
  pairLeak('earlier-release', 'a time, and one day more', async (random) =>
    twice(
      week(random),
      { products: ['catchment'], totals: true, period: { from: '2026-05-04', to: '2026-05-07' } },
      { products: ['catchment'], totals: true, period: { from: '2026-05-04', to: '2026-05-08' } },
    ),
  ),
  pairLeak('earlier-release', 'hours before, days now', async (random) =>
    twice(
      [
        { persons: many(random), visits: daily('a', 1, 10) },
        { persons: few(random), visits: daily('a', 1, 15) },
      ],
      { timeBin: 'hour' },
      { timeBin: 'day' },
    ),
  ),
  pairLeak('earlier-release', 'all before, only those with a known age now', async (random) =>
    twice(
      [
        { persons: many(random), age: 30, visits: daily('a', 1) },
        { persons: few(random), visits: daily('a', 1) },
      ],
      {},
      { ageBreaks: [18], totals: true, missingCategory: 'drop' },
    ),
  ),
];

const reIssues = ([{ timeBin: 'day' }, { timeBin: 'hour' }, { ageBreaks: [40], totals: true }] as const).map(
  (change) =>
    pairLeak('re-issue', `once more after an objection, ${JSON.stringify(change)}`, async (random) => {
      const crowd = { persons: many(random), age: 30, visits: daily('a', 2) };
      const recipe: Recipe = {
        ...exactRecipe,
        ...change,
        ageBreaks: [...('ageBreaks' in change ? change.ageBreaks : [])],
      };
      const before = worldOf([crowd, { ...crowd, persons: 1 }], { zones });
      return {
        extract: worldOf([crowd], { zones }),
        recipe,
        earlier: [await earlierOf({ extract: before, recipe })],
      };
    }),
);

/** Figures that differ by few persons from those of an earlier release of the same zones. */
export const pairsBetween: readonly CorpusCase[] = [...nestedAges, ...earlierReleases, ...reIssues];

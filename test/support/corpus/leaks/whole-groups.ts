import { builtInPolicies, type Policy } from '../../../../shared/policy/policy.ts';
import type { CorpusCase } from '../corpus-case.ts';
import { exactRecipe } from '../corpus-material.ts';
import { leak, many } from '../planted-case.ts';
import { withoutSecondary } from '../plants.ts';
import { daily, nightsIn, worldOf } from '../small-world.ts';

const found = 'whole-groups';
const zones = [{ id: 'a' }, { id: 'b' }, { id: 'clinic' }];
const clinic = { category: 'hospital', points: [[12.025, 51.005]], polygons: [] } as const;

function forbidding(wholeGroupSlack: number): Policy {
  return { ...builtInPolicies.demo, wholeGroupSlack };
}

/** Facts about everybody of a group, and groups that are told to be at a sensitive place. */
export const wholeGroupLeaks: readonly CorpusCase[] = [
  leak('whole-groups', 'everybody of a zone is of one gender', found, (random) => ({
    extract: worldOf(
      [
        { persons: many(random), gender: 'female', visits: daily('a', 2) },
        { persons: many(random), gender: 'male', visits: daily('b', 2) },
        { persons: many(random), gender: 'female', visits: daily('b', 2) },
      ],
      { zones },
    ),
    recipe: { ...exactRecipe, byGender: true, totals: true },
    policy: forbidding(0),
  })),
  leak('whole-groups', 'everybody of an age came on all days', found, (random) => ({
    extract: worldOf(
      [
        { persons: many(random), age: 70, visits: daily('a', 5) },
        { persons: many(random), age: 30, visits: daily('a', 2) },
        { persons: many(random), age: 30, visits: daily('a', 5) },
      ],
      { zones },
    ),
    recipe: {
      ...exactRecipe,
      products: ['frequency'],
      frequencyBreaks: [2, 4],
      ageBreaks: [60],
      totals: true,
    },
    policy: forbidding(0),
  })),
  leak('whole-groups', 'all but two stayed long', found, (random) => ({
    extract: worldOf(
      [
        { persons: many(random), visits: [8, 9, 10, 11, 12, 13].flatMap((hour) => daily('a', 1, hour)) },
        { persons: 2, visits: daily('a', 1, 12) },
      ],
      { zones },
    ),
    recipe: { ...exactRecipe, timeBin: 'daypart', products: ['dwell'], dwellBreaks: [60], totals: true },
    policy: forbidding(3),
    plant: withoutSecondary,
  })),
  ...(['a', 'b'] as const).map((home) =>
    leak(
      'sensitive-places',
      `people of ${home} are at the clinic far more often than others`,
      found,
      (random) => ({
        extract: worldOf(
          [
            { persons: 30 + random.below(20), visits: [...nightsIn(home), ...daily('clinic', 1, 12, 3)] },
            { persons: 200, visits: nightsIn(home) },
            { persons: 1500 + many(random), visits: nightsIn(home === 'a' ? 'b' : 'a') },
            { persons: 6, visits: [...nightsIn(home === 'a' ? 'b' : 'a'), ...daily('clinic', 1, 12, 3)] },
          ],
          { zones, places: [clinic] },
        ),
        recipe: { ...exactRecipe, products: ['catchment'], totals: true },
      }),
    ),
  ),
  leak('sensitive-places', 'the young are at the clinic far more often than others', found, (random) => ({
    extract: worldOf(
      [
        { persons: 60 + random.below(20), age: 16, visits: daily('clinic', 1) },
        { persons: 100, age: 16, visits: daily('a', 1) },
        { persons: 2000 + many(random), age: 40, visits: daily('a', 1) },
        { persons: 7, age: 40, visits: daily('clinic', 1) },
      ],
      { zones, places: [clinic] },
    ),
    recipe: { ...exactRecipe, ageBreaks: [18], totals: true, missingCategory: 'drop' },
  })),
];

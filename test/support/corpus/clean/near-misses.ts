import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import type { CorpusCase } from '../corpus-case.ts';
import { earlierOf, exactRecipe } from '../corpus-material.ts';
import { clean, few, many } from '../planted-case.ts';
import { daily, nightsIn, worldOf } from '../small-world.ts';

const zones = [
  { id: 'a', parent: 'town' },
  { id: 'b', parent: 'town' },
];

/** Releases that look like leaks, but what is left of each subtraction is nobody, or enough. */
export const nearMisses: readonly CorpusCase[] = [
  clean('ages cut two years on, with enough people between', async (random) => {
    const extract = worldOf(
      [
        { persons: many(random), age: 30, visits: daily('a', 1) },
        { persons: 5 + few(random), age: 41, visits: daily('a', 1) },
        { persons: many(random), age: 60, visits: daily('a', 1) },
      ],
      { zones },
    );
    const earlier = await earlierOf({ extract, recipe: { ...exactRecipe, ageBreaks: [40] } });
    return { extract, recipe: { ...exactRecipe, ageBreaks: [42] }, earlier: [earlier] };
  }),
  clean('a town and its zones, each with enough people', (random) => ({
    extract: worldOf(
      [
        { persons: many(random), visits: daily('a', 2) },
        { persons: 5 + few(random), visits: daily('b', 2) },
      ],
      { zones },
    ),
    recipe: { ...exactRecipe, levels: [1] },
  })),
  clean('a zone whose few people the protection hides', (random) => ({
    extract: worldOf(
      [
        { persons: many(random), age: 30, visits: daily('a', 2) },
        { persons: many(random), age: 50, visits: daily('a', 2) },
        { persons: few(random), age: 70, visits: daily('a', 2) },
      ],
      { zones },
    ),
    recipe: { ...exactRecipe, ageBreaks: [40, 60], totals: true },
  })),
  clean('a border that moved where nobody is', async (random) => {
    const crowds = [
      { persons: many(random), visits: daily('a', 1) },
      { persons: many(random), visits: daily('c', 1) },
    ];
    const cells = { a: 0.5, c: 1.8 };
    const before = worldOf(crowds, { zones: [{ id: 'a2', from: 0, to: 1.2 }], cells });
    const extract = worldOf(crowds, { zones: [{ id: 'a', from: 0, to: 1 }], cells });
    return {
      extract,
      recipe: exactRecipe,
      earlier: [await earlierOf({ extract: before, recipe: exactRecipe })],
    };
  }),
  clean('the same once more, with nobody gone', async (random) => {
    const extract = worldOf(
      [
        { persons: many(random), visits: daily('a', 2) },
        { persons: few(random), visits: daily('b', 2) },
      ],
      { zones: [{ id: 'a' }, { id: 'b' }] },
    );
    return { extract, recipe: exactRecipe, earlier: [await earlierOf({ extract, recipe: exactRecipe })] };
  }),
  clean('a day, and a whole time with enough further visitors', (random) => ({
    extract: worldOf(
      [
        { persons: many(random), visits: [...nightsIn('a'), ...daily('a', 3)] },
        { persons: 5 + few(random), visits: [...nightsIn('a'), ...daily('a', 1, 12, 2)] },
        { persons: 5 + few(random), visits: daily('a', 1, 12, 2) },
      ],
      { zones: [{ id: 'a' }] },
    ),
    recipe: { ...exactRecipe, products: ['footfall', 'frequency', 'catchment'], totals: true },
  })),
  clean('women and men, young and old, in equal parts under the strictest rule of whole groups', (random) => {
    const persons = many(random);
    const groups = [25, 70].flatMap((age) =>
      (['female', 'male'] as const).map((gender) => ({ age, gender })),
    );
    return {
      extract: worldOf(
        groups.map((group) => ({ ...group, persons, visits: daily('a', 2) })),
        { zones },
      ),
      recipe: { ...exactRecipe, ageBreaks: [60], byGender: true, totals: true, missingCategory: 'drop' },
      policy: { ...builtInPolicies.demo, wholeGroupSlack: 2 },
    };
  }),
  clean('people of all homes are at the clinic alike', (random) => ({
    extract: worldOf(
      ['a', 'b'].flatMap((home) => [
        { persons: 30 + random.below(10), visits: [...nightsIn(home), ...daily('clinic', 1, 12, 3)] },
        { persons: 200, visits: nightsIn(home) },
      ]),
      {
        zones: [{ id: 'a' }, { id: 'b' }, { id: 'clinic' }],
        places: [{ category: 'hospital', points: [[12.025, 51.005]], polygons: [] }],
      },
    ),
    recipe: { ...exactRecipe, products: ['catchment'], totals: true },
  })),
];

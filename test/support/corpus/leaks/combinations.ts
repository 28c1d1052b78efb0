import { presets } from '../../../../shared/recipe/presets.ts';
import type { CorpusCase } from '../corpus-case.ts';
import { earlierOf, exactRecipe } from '../corpus-material.ts';
import { demoTown } from '../demo-town.ts';
import { gridWorld } from '../grid-world.ts';
import { few, leak, many } from '../planted-case.ts';
import { both, publishingSmall, withoutSecondary } from '../plants.ts';
import { daily, worldOf } from '../small-world.ts';

/** Releases that leak in several ways at once; each must be found. */
export const combinedLeaks: readonly CorpusCase[] = [
  leak(
    'combination',
    'a small group is told, and its neighbours give others away',
    ['small-groups', 'recoverable-blanks'],
    async () => ({
      extract: await demoTown({ persons: 1200, days: 3, seed: 7 }),
      recipe: {
        ...presets['swiss-like'],
        timeBin: 'day',
        ageBreaks: [18, 30, 45, 60],
        byGender: true,
        totals: true,
      },
      plant: both(withoutSecondary, publishingSmall(1)),
    }),
  ),
  leak(
    'combination',
    'a blank in a hierarchy, and ages of an earlier release',
    ['recoverable-blanks', 'subtraction'],
    async (random) => {
      const crowds = [
        { persons: many(random), age: 30, visits: daily('a', 1) },
        { persons: few(random), age: 41, visits: daily('a', 1) },
        { persons: 4, age: 30, visits: daily('b', 1) },
      ];
      const zones = [
        { id: 'a', parent: 'town' },
        { id: 'b', parent: 'town' },
      ];
      const extract = worldOf(crowds, { zones });
      const earlier = await earlierOf({ extract, recipe: { ...exactRecipe, ageBreaks: [40] } });
      return {
        extract,
        recipe: { ...exactRecipe, ageBreaks: [42], levels: [1] },
        earlier: [earlier],
        plant: withoutSecondary,
      };
    },
  ),
  leak('combination', 'forty people can be followed and rebuilt', ['recovery', 'reconstruction'], () => ({
    extract: gridWorld({ persons: 40, side: 10, days: 3, binsPerHour: 4, speed: 1, seed: 'forty' }),
    recipe: { ...exactRecipe, timeBin: 'quarterHour', minimumPersons: 1, zeroGroups: 'shown' },
  })),
  leak(
    'combination',
    'a small town without a threshold tells who was in it and each single person',
    ['membership', 'reconstruction'],
    async () => ({
      extract: await demoTown({ persons: 1200, days: 3, seed: 11 }),
      recipe: {
        ...exactRecipe,
        timeBin: 'hour',
        presence: 'stays',
        minimumPersons: 1,
        zeroGroups: 'shown',
      },
    }),
  ),
  leak(
    'combination',
    'a town once more after an objection, by ages cut elsewhere',
    'subtraction',
    async (random) => {
      const crowd = { persons: many(random), age: 30, visits: daily('a', 1) };
      const zones = [{ id: 'a' }];
      const before = worldOf([crowd, { ...crowd, persons: few(random), age: 41 }], { zones });
      const now = worldOf(
        [
          { ...crowd, persons: crowd.persons - 1 },
          { ...crowd, persons: 3, age: 41 },
        ],
        {
          zones,
        },
      );
      return {
        extract: now,
        recipe: { ...exactRecipe, ageBreaks: [42] },
        earlier: [await earlierOf({ extract: before, recipe: { ...exactRecipe, ageBreaks: [40] } })],
      };
    },
  ),
];

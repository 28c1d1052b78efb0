import { presets } from '../../../../shared/recipe/presets.ts';
import type { CorpusCase } from '../corpus-case.ts';
import { exactRecipe } from '../corpus-material.ts';
import { demoTown } from '../demo-town.ts';
import { few, leak, many } from '../planted-case.ts';
import { withoutSecondary } from '../plants.ts';
import { daily, nightsIn, worldOf } from '../small-world.ts';

const town = { persons: 1200, days: 3, seed: 7 };
const found = 'recoverable-blanks';

/** Hidden groups that sums give back. */
export const blankLeaks: readonly CorpusCase[] = [
  leak('blanks-in-margins', 'ages and genders of the town with their sums', found, async () => ({
    extract: await demoTown(town),
    recipe: {
      ...presets['swiss-like'],
      timeBin: 'day',
      ageBreaks: [18, 30, 45, 60],
      byGender: true,
      totals: true,
    },
    plant: withoutSecondary,
  })),
  leak('blanks-in-margins', 'the same, rounded to five', found, async () => ({
    extract: await demoTown({ ...town, seed: 11 }),
    recipe: {
      ...presets['swiss-like'],
      timeBin: 'day',
      roundingBase: 5,
      ageBreaks: [30, 60],
      byGender: true,
      totals: true,
    },
    plant: withoutSecondary,
  })),
  leak('blanks-in-margins', 'one hidden age beside a sum', found, (random) => ({
    extract: worldOf(
      [
        { persons: many(random), age: 25, visits: daily('a', 1) },
        { persons: few(random), age: 55, visits: daily('a', 1) },
      ],
      { zones: [{ id: 'a' }] },
    ),
    recipe: { ...exactRecipe, ageBreaks: [40], totals: true },
    plant: withoutSecondary,
  })),
  leak('blanks-in-hierarchies', 'a district without one of its zones', found, (random) => ({
    extract: worldOf(
      [
        { persons: many(random), visits: daily('a', 2) },
        { persons: 1 + few(random), visits: daily('b', 2) },
      ],
      {
        zones: [
          { id: 'a', parent: 'town' },
          { id: 'b', parent: 'town' },
        ],
      },
    ),
    recipe: { ...exactRecipe, minimumPersons: 10, levels: [1] },
    plant: withoutSecondary,
  })),
  leak('blanks-in-hierarchies', 'districts of the town by day', found, async () => ({
    extract: await demoTown({ ...town, persons: 600 }),
    recipe: { ...presets['swiss-like'], timeBin: 'daypart', products: ['dwell'], levels: [1], totals: true },
    plant: withoutSecondary,
  })),
  leak('blanks-in-linked-tables', 'stays by band, and their sum as footfall', found, async () => ({
    extract: await demoTown(town),
    recipe: {
      ...presets['swiss-like'],
      timeBin: 'daypart',
      presence: 'stays',
      products: ['footfall', 'dwell'],
    },
    plant: withoutSecondary,
  })),
  leak('blanks-in-linked-tables', 'days visited, and the visitors of each day', found, (random) => ({
    extract: worldOf(
      [
        { persons: many(random), visits: daily('a', 3) },
        { persons: few(random), visits: daily('a', 2) },
      ],
      { zones: [{ id: 'a' }] },
    ),
    recipe: { ...exactRecipe, products: ['footfall', 'frequency'], frequencyBreaks: [2, 3] },
    plant: withoutSecondary,
  })),
  leak('blanks-in-linked-tables', 'homes, and days visited, with their sums', found, (random) => ({
    extract: worldOf(
      [
        { persons: many(random), visits: [...nightsIn('a'), ...daily('a', 3)] },
        { persons: few(random), visits: [...nightsIn('b'), ...daily('a', 3)] },
      ],
      { zones: [{ id: 'a' }, { id: 'b' }] },
    ),
    recipe: { ...exactRecipe, products: ['frequency', 'catchment'], totals: true },
    plant: withoutSecondary,
  })),
  leak('blanks-of-one-person', 'one of two hidden ages is a single person', found, (random) => ({
    extract: worldOf(
      [
        { persons: many(random), age: 25, visits: daily('a', 1) },
        { persons: 1, age: 45, visits: daily('a', 1) },
        { persons: 3, age: 70, visits: daily('a', 1) },
      ],
      { zones: [{ id: 'a' }] },
    ),
    recipe: { ...exactRecipe, ageBreaks: [40, 60], totals: true, missingCategory: 'drop' },
    plant: withoutSecondary,
  })),
  leak('blanks-of-one-person', 'a single woman and few men, who know of each other', found, (random) => ({
    extract: worldOf(
      [
        { persons: many(random), gender: 'male', age: 25, visits: daily('a', 1) },
        { persons: many(random), gender: 'female', age: 25, visits: daily('a', 1) },
        { persons: 1, gender: 'female', age: 70, visits: daily('a', 1) },
        { persons: 2, gender: 'male', age: 70, visits: daily('a', 1) },
      ],
      { zones: [{ id: 'a' }] },
    ),
    recipe: { ...exactRecipe, ageBreaks: [60], byGender: true, totals: true, missingCategory: 'drop' },
    plant: withoutSecondary,
  })),
];

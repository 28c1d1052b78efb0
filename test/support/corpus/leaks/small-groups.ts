import { totalAlong } from '../../../../shared/products/indexed-table.ts';
import { presets } from '../../../../shared/recipe/presets.ts';
import type { CorpusCase } from '../corpus-case.ts';
import { exactRecipe } from '../corpus-material.ts';
import { demoTown } from '../demo-town.ts';
import { few, leak, many } from '../planted-case.ts';
import { publishing, publishingSmall } from '../plants.ts';
import { daily, worldOf } from '../small-world.ts';

const town = { persons: 1200, days: 3, seed: 7 };
const zones = [{ id: 'a' }, { id: 'b' }];

/** Groups that are told although the rule of the release hides them. */
export const smallGroupLeaks: readonly CorpusCase[] = [
  leak('small-groups', 'one hour of the town is told with few people in it', 'small-groups', async () => ({
    extract: await demoTown(town),
    recipe: presets.conservative,
    plant: publishingSmall(1),
  })),
  leak('small-groups', 'the threshold is skipped for dwell alone', 'small-groups', async () => ({
    extract: await demoTown(town),
    recipe: { ...presets['swiss-like'], timeBin: 'daypart', products: ['footfall', 'dwell'] },
    plant: publishing(({ counted }) => counted.table.product === 'dwell'),
  })),
  leak(
    'small-groups',
    'the threshold is held against all ages, not against each',
    'small-groups',
    (random) => ({
      extract: worldOf(
        [
          { persons: many(random), age: 40, visits: daily('a', 1) },
          { persons: few(random), age: 70, visits: daily('a', 1) },
        ],
        { zones },
      ),
      recipe: { ...exactRecipe, ageBreaks: [60] },
      plant: publishing(() => true),
    }),
  ),
  leak(
    'small-groups',
    'the threshold is held against visits, not against persons',
    'small-groups',
    (random) => ({
      extract: worldOf(
        [
          { persons: many(random), visits: daily('a', 3) },
          { persons: few(random), visits: [8, 9, 10, 11, 12].flatMap((hour) => daily('b', 3, hour)) },
        ],
        { zones },
      ),
      recipe: exactRecipe,
      plant: publishing(({ counted: { table } }, i) => table.part.zone?.[i] === 1),
    }),
  ),
  leak('small-groups', 'totals are told however small they are', 'small-groups', async () => ({
    extract: await demoTown(town),
    recipe: {
      ...presets['swiss-like'],
      timeBin: 'day',
      products: ['frequency'],
      ageBreaks: [18, 40, 65],
      totals: true,
    },
    plant: publishing(({ counted: { table } }, i) => table.part.age?.[i] === totalAlong(table, 'age')),
  })),
];

import { presets } from '../../../../shared/recipe/presets.ts';
import type { CorpusCase } from '../corpus-case.ts';
import { exactRecipe } from '../corpus-material.ts';
import { demoTown } from '../demo-town.ts';
import { few, many, pairLeak } from '../planted-case.ts';
import { withoutSecondary } from '../plants.ts';
import { daily, nightsIn, worldOf, type WorldZone } from '../small-world.ts';

const zones: readonly WorldZone[] = [
  { id: 'a', parent: 'town' },
  { id: 'b', parent: 'town' },
];

const nestedZones = (
  [
    [{ timeBin: 'day' }, 2],
    [{ timeBin: 'hour', byGender: true }, 1],
    [{ products: ['frequency'], totals: true }, 3],
  ] as const
).map(([change, days]) =>
  pairLeak('nested-zones', `a town and its one large zone, ${JSON.stringify(change)}`, (random) => ({
    extract: worldOf(
      [
        { persons: many(random), gender: 'male', visits: daily('a', days) },
        { persons: few(random), gender: 'male', visits: daily('b', days) },
      ],
      { zones },
    ),
    recipe: {
      ...exactRecipe,
      ...change,
      products: [...('products' in change ? change.products : ['footfall' as const])],
      levels: [1],
    },
    plant: withoutSecondary,
  })),
);

const acrossProducts = [
  pairLeak('across-products', 'a day, and the visitors of the whole time', (random) => ({
    extract: worldOf(
      [
        { persons: many(random), visits: daily('a', 3) },
        { persons: few(random), visits: daily('a', 1, 12, 2) },
      ],
      { zones },
    ),
    recipe: { ...exactRecipe, products: ['footfall', 'frequency'], totals: true },
    plant: withoutSecondary,
  })),
  pairLeak('across-products', 'a day, and all homes of the whole time', (random) => ({
    extract: worldOf(
      [
        { persons: many(random), visits: [...nightsIn('a'), ...daily('a', 3)] },
        { persons: few(random), visits: [...nightsIn('b'), ...daily('a', 1, 12, 2)] },
      ],
      { zones },
    ),
    recipe: { ...exactRecipe, products: ['footfall', 'catchment'], totals: true },
    plant: withoutSecondary,
  })),
  pairLeak('across-products', 'what protection leaves between a day and the whole time', async () => ({
    extract: await demoTown({ persons: 2000, days: 3, seed: 7 }),
    recipe: {
      ...presets.conservative,
      timeBin: 'day',
      products: ['footfall', 'dwell', 'frequency', 'flows', 'catchment'],
      totals: true,
      minimumNights: 2,
    },
  })),
];

/** Two figures of one release that differ by few persons. */
export const pairsInside: readonly CorpusCase[] = [
  ...nestedZones,
  pairLeak('nested-zones', 'what protection leaves between a cell of the grid and its parent', async () => ({
    extract: await demoTown({ persons: 2000, days: 3, seed: 7 }),
    recipe: {
      ...presets.conservative,
      zones: { kind: 'h3', resolution: 6 },
      timeBin: 'daypart',
      levels: [1],
    },
  })),
  ...acrossProducts,
];

import { presets } from '../../../../shared/recipe/presets.ts';
import type { SeededRandom } from '../../../../shared/attacks/random.ts';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';
import type { CorpusCase } from '../corpus-case.ts';
import { earlierOf, exactRecipe, type MaterialSource } from '../corpus-material.ts';
import { demoTown } from '../demo-town.ts';
import { few, many, pairLeak } from '../planted-case.ts';
import { withoutSecondary } from '../plants.ts';
import { daily, nightsIn, worldOf, type Crowd, type WorldZone } from '../small-world.ts';

const zones: readonly WorldZone[] = [
  { id: 'a', parent: 'town' },
  { id: 'b', parent: 'town' },
];

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

const zoneMaps = ([30, 90, 150, 300] as const).map((metres) =>
  pairLeak('zone-maps', `a border that moved by ${metres} m`, async (random) => {
    const crowds = [
      { persons: many(random), visits: daily('a', 1) },
      { persons: few(random), visits: daily('strip', 1) },
      { persons: many(random), visits: daily('c', 1) },
    ];
    const wide = metres / 700;
    const cells = { strip: 1 + wide / 2, c: 1.8 };
    const map = (border: number): readonly WorldZone[] => [
      { id: border === 1 ? 'a' : 'a2', from: 0, to: border },
    ];
    const before = worldOf(renamed(crowds, 'a2'), { zones: map(1 + wide), cells: { ...cells, a2: 0.5 } });
    const now = worldOf(crowds, { zones: map(1), cells });
    return {
      extract: now,
      recipe: exactRecipe,
      earlier: [await earlierOf({ extract: before, recipe: exactRecipe })],
    };
  }),
);

/** The same people, seen where zone `a` has another name. */
function renamed(crowds: readonly Crowd[], to: string): readonly Crowd[] {
  return crowds.map((crowd) => ({
    ...crowd,
    visits: crowd.visits.map((visit) => ({ ...visit, zone: visit.zone === 'a' ? to : visit.zone })),
  }));
}

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

/** Two figures that differ by few persons. */
export const pairLeaks: readonly CorpusCase[] = [
  ...nestedAges,
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
  ...zoneMaps,
  ...earlierReleases,
  ...reIssues,
];

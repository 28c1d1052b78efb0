import { describe, expect, it } from 'vitest';
import { byPrimaryKey } from '../../../shared/bundle/table-columns.ts';
import { tableFaults } from '../../../shared/bundle/table-faults.ts';
import type { ZoneLevels } from '../../../shared/bundle/zones.ts';
import { type Product, productNames } from '../../../shared/products/product.ts';
import type { TableRow } from '../../../shared/products/table-row.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import { smallRecipe, smallTables } from '../../support/small-bundle.ts';

const zones: ZoneLevels = new Map([
  ['a1', 0],
  ['b2', 0],
  ['region', 1],
]);
const start = { start: '2026-05-04T14:00:00Z', startLocal: '2026-05-04T16:00:00+02:00' };
const noisy: Recipe = {
  ...smallRecipe,
  roundingBase: 1,
  guarantee: { kind: 'differentialPrivacy', rho: '0.1', deltaExponent: 6 },
};
const cellKey: Recipe = {
  ...smallRecipe,
  roundingBase: 1,
  guarantee: {
    kind: 'classical',
    cellKeyNoise: { maximumNoise: 3, variance: '2', smallestFigure: 0 },
  },
};

/** What is the matter with `rows`, as texts' names. */
function whats(
  product: Product,
  rows: readonly TableRow[],
  recipe: Recipe = smallRecipe,
  levels: ZoneLevels = zones,
): readonly string[] {
  const sorted = rows.toSorted(byPrimaryKey);
  return tableFaults({ product, rows: sorted }, recipe, levels).map(({ particular }) => particular.what);
}

/** What is the matter with the first row of a product once `change` is made to it. */
function changed(product: Product, change: Partial<TableRow>, recipe: Recipe = smallRecipe) {
  const [row] = smallTables[product];
  if (row === undefined) throw new Error('a row');
  return whats(product, [{ ...row, ...change }], recipe);
}

/** A suppressed group of one zone. */
function rowIn(zoneId: string): TableRow {
  return { zoneId, ...start, ageBand: '0-17', gender: 'male', status: 'suppressed' };
}

/** Women of one zone and start by age band, and of all ages. */
function ages(parts: readonly number[], total: number): readonly TableRow[] {
  const labels = ['0-17', '18-29', '30+'].slice(0, parts.length);
  const figures: readonly (readonly [string, number])[] = [
    ...labels.map((label, i) => [label, parts[i] ?? 0] as const),
    ['all', total],
  ];
  return figures.map(([ageBand, persons]) => ({
    zoneId: 'a1',
    ...start,
    ageBand,
    gender: 'female',
    persons,
    status: 'published',
  }));
}

describe('a table of each product', () => {
  it.each(productNames)('%s is well as it is', (product) => {
    expect(whats(product, smallTables[product])).toEqual([]);
  });

  it.each<[Product, Partial<TableRow>, string]>([
    ['footfall', { homeId: 'a1' }, 'column-unasked'],
    ['footfall', { band: '5-15' }, 'column-unasked'],
    ['dwell', { start: '2026-05-04T15:00:00Z', startLocal: '2026-05-04T17:00:00+02:00' }, 'bin-start'],
    ['dwell', { band: '5-20' }, 'band-unknown'],
    ['dwell', { band: '2-3' }, 'band-unknown'],
    ['frequency', { band: '5-15' }, 'band-unknown'],
    ['frequency', { ...start }, 'column-unasked'],
    ['flows', { start: '2026-05-04T15:00:00Z', startLocal: '2026-05-04T17:00:00+02:00' }, 'bin-start'],
    ['flows', { destinationId: 'b2' }, 'flow-to-itself'],
    ['flows', { destinationId: 'c3' }, 'zone-unknown'],
    ['flows', { destinationId: 'unknown' }, 'zone-form'],
    ['catchment', { homeId: 'region' }, 'levels-mixed'],
    ['flows', { destinationId: 'region' }, 'levels-mixed'],
    ['catchment', { homeId: 'c3' }, 'zone-unknown'],
    ['catchment', { zoneId: 'all' }, 'zone-form'],
  ])('%s with %j is found', (product, change, what) => {
    expect(changed(product, change)).toEqual([what]);
  });

  it('misses a column its product has', () => {
    const { destinationId: _, ...row } = smallTables.flows[0] ?? {
      zoneId: '',
      status: 'suppressed' as const,
    };
    expect(whats('flows', [row])).toEqual(['column-missing']);
  });

  it.each<[Product, Partial<TableRow>, string]>([
    ['footfall', { ageBand: 'all' }, 'age-band-unknown'],
    ['footfall', { gender: 'all' }, 'gender-unknown'],
    ['dwell', { band: 'all' }, 'band-unknown'],
    ['frequency', { band: 'all' }, 'band-unknown'],
    ['catchment', { homeId: 'all' }, 'total-unasked'],
  ])('%s takes %j only where the recipe gives totals', (product, change, what) => {
    expect(changed(product, change)).toEqual([]);
    expect(changed(product, change, { ...smallRecipe, totals: false })).toEqual([what]);
  });

  it('may begin on the eve of the period in a night', () => {
    const eve = { start: '2026-05-03T20:00:00Z', startLocal: '2026-05-03T22:00:00+02:00' };
    expect(changed('dwell', eve)).toEqual([]);
    expect(changed('flows', eve)).toEqual([]);
    expect(changed('footfall', eve)).toEqual(['period-outside']);
  });
});

describe('zones of coarser levels', () => {
  const h3: Recipe = { ...smallRecipe, zones: { kind: 'h3', resolution: 8 }, levels: [1, 3] };
  const [fine, coarse] = ['881f1a1a01fffff', '851f1a1bfffffff'];
  it('have the resolution of their level', () => {
    const levels = new Map([
      [fine, 0],
      [coarse, 2],
    ]);
    expect(whats('footfall', [rowIn(fine), rowIn(coarse)], h3, levels)).toEqual([]);
    expect(whats('footfall', [rowIn(coarse)], h3, new Map([[coarse, 1]]))).toEqual(['zone-not-h3']);
    expect(whats('footfall', [rowIn(coarse)], h3, new Map([[coarse, 0]]))).toEqual(['zone-not-h3']);
    expect(whats('footfall', [rowIn(coarse)], h3, new Map([[coarse, 3]]))).toEqual(['zone-level']);
  });
});

describe('figures', () => {
  const zero: TableRow = {
    zoneId: 'a1',
    ...start,
    ageBand: '0-17',
    gender: 'male',
    persons: 0,
    status: 'zero',
  };

  it('with differential privacy are whole numbers from the threshold on, and none says that nobody was there', () => {
    expect(changed('footfall', { persons: 183 }, noisy)).toEqual([]);
    expect(changed('footfall', { persons: 19 }, noisy)).toEqual(['figure-too-small']);
    expect(whats('footfall', [zero], { ...smallRecipe, zeroGroups: 'shown' })).toEqual([]);
    expect(whats('footfall', [zero], { ...noisy, zeroGroups: 'shown' })).toEqual(['zero-with-noise']);
  });

  it('may fall below the threshold by as much as cell-key noise takes away, and no more', () => {
    expect(changed('footfall', { persons: 17 }, cellKey)).toEqual([]);
    expect(changed('footfall', { persons: 16 }, cellKey)).toEqual(['figure-too-small']);
  });
});

describe('parts and their published total', () => {
  it('agree as long as rounding to tens explains the difference', () => {
    // 100, 110 and 120 stand for 95, 105 and 115 persons at least, 315; a total of 310 stands for 314 at most.
    expect(whats('footfall', ages([100, 110, 120], 320))).toEqual([]);
    expect(whats('footfall', ages([100, 110, 120], 310))).toEqual(['parts-exceed']);
  });

  it('stand for no fewer persons than the threshold', () => {
    // 20 stands for 20 to 24 persons, since fewer than 20 are never published.
    expect(whats('footfall', ages([20, 20, 20], 60))).toEqual([]);
    expect(whats('footfall', ages([20, 20, 20], 50))).toEqual(['parts-exceed']);
  });

  it('allow for cell-key noise, and for none with differential privacy, where figures add up', () => {
    expect(whats('footfall', ages([50, 50], 88), cellKey)).toEqual(['parts-exceed']);
    expect(whats('footfall', ages([50, 50], 91), cellKey)).toEqual([]);
    expect(whats('footfall', ages([50, 50], 99), noisy)).toEqual(['parts-exceed']);
    expect(whats('footfall', ages([50, 50], 100), noisy)).toEqual([]);
  });

  it.each<[Product, Partial<TableRow>, Partial<TableRow>]>([
    ['dwell', { band: '5-15' }, { band: 'all' }],
    ['frequency', { band: '2-3' }, { band: 'all' }],
    ['flows', { ageBand: '0-17' }, { ageBand: 'all' }],
    ['catchment', { homeId: 'unknown' }, { homeId: 'all' }],
  ])('are compared in %s too', (product, part, total) => {
    const [first] = smallTables[product];
    if (first === undefined) throw new Error('a row');
    const figures = (persons: number): readonly TableRow[] => [
      { ...first, ...part, persons: 300, status: 'published' },
      { ...first, ...total, persons, status: 'published' },
    ];
    expect(whats(product, figures(300))).toEqual([]);
    expect(whats(product, figures(290))).toEqual(['parts-exceed']);
  });

  it('are not compared over homes with differential privacy, which have noise of their own', () => {
    const [first] = smallTables.catchment;
    if (first === undefined) throw new Error('a row');
    const rows: readonly TableRow[] = ['a1', 'b2', 'all'].map((homeId) => ({
      ...first,
      homeId,
      persons: 100,
    }));
    expect(whats('catchment', rows)).toEqual(['parts-exceed']);
    expect(whats('catchment', rows, noisy)).toEqual([]);
    const women = rows.map((row) => Object.assign({}, row, { ageBand: 'all', persons: 99 }));
    expect(whats('catchment', [...rows, ...women], noisy)).toEqual(['parts-exceed']);
  });

  it('are not added up over starts or zones', () => {
    const later = { start: '2026-05-04T15:00:00Z', startLocal: '2026-05-04T17:00:00+02:00' };
    const rows = [...ages([100], 100), ...ages([100], 100).map((row) => Object.assign({}, row, later))];
    expect(whats('footfall', rows)).toEqual([]);
  });
});

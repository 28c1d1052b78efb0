import type { Released, ReleasedZone } from '../../shared/ledger/released.ts';
import type { Product } from '../../shared/products/product.ts';
import type { TableRow } from '../../shared/products/table-row.ts';
import { presets } from '../../shared/recipe/presets.ts';
import type { Recipe } from '../../shared/recipe/recipe.ts';
import { releasedTables } from '../../shared/workflow/inspect-bundle.ts';

/** One day in Berlin, in summer: local midnight is 22:00 UTC of the day before. */
export const oneDay = { from: '2026-05-04', to: '2026-05-04' };
export const midnight = '2026-05-03T22:00:00Z';

/** Exact figures of at least five persons, per day, one product. */
export const exactRecipe: Recipe = {
  ...presets['swiss-like'],
  releaseDate: '2026-05-20',
  period: oneDay,
  timeBin: 'day',
  minimumPersons: 5,
};

type Polygon = ReleasedZone['polygons'][number];

/** A square of a hundredth of a degree, `east` steps east of 12 degrees. */
export function squareAt(east: number): Polygon {
  const [x, y] = [12 + east / 100, 51];
  return [
    [
      [x, y],
      [x + 0.01, y],
      [x + 0.01, y + 0.01],
      [x, y + 0.01],
      [x, y],
    ],
  ];
}

/** Zones of level 0 with one square each, in the order of the names. */
export function squares(names: readonly string[]): readonly ReleasedZone[] {
  return names.map((zoneId, east) => ({ zoneId, level: 0, polygons: [squareAt(east)] }));
}

/** A release of the rows of some products, as readers have it. */
export function releaseWith(
  change: Partial<Recipe>,
  rows: Partial<Readonly<Record<Product, readonly Omit<TableRow, 'status'>[]>>>,
  zones: readonly ReleasedZone[] = squares(['a', 'b', 'c']),
): Released {
  const recipe = { ...exactRecipe, ...change };
  const tables = recipe.products.map((product) => ({
    product,
    rows: (rows[product] ?? []).map((row): TableRow => ({ ...row, status: 'published' })),
  }));
  const features = zones.map(({ zoneId, level, polygons }) => ({
    type: 'Feature' as const,
    properties: { zone_id: zoneId, level },
    geometry: {
      type: 'MultiPolygon' as const,
      coordinates: polygons.map((rings) => rings.map((ring) => ring.map((point) => [...point]))),
    },
  }));
  return { recipe, ...releasedTables({ recipe, tables, zones: { type: 'FeatureCollection', features } }) };
}

/** Footfall of zone `a` on the one day, by age and gender where they are given. */
export function inA(persons: number, ageBand?: string, gender?: string): Omit<TableRow, 'status'> {
  return {
    zoneId: 'a',
    start: midnight,
    startLocal: '2026-05-04T00:00:00+02:00',
    ...(ageBand !== undefined && { ageBand }),
    ...(gender !== undefined && { gender }),
    persons,
  };
}

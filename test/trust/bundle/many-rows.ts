import type { BundleContents } from '../../../shared/bundle/bundle-contents.ts';
import type { TableRow } from '../../../shared/products/table-row.ts';
import { smallContents, smallRecipe } from '../../support/small-bundle.ts';

const days = 7;
const firstDay = Date.UTC(2026, 4, 4);
const recipe = {
  ...smallRecipe,
  products: ['footfall' as const],
  levels: [],
  ageBreaks: [],
  byGender: false,
};

/** Hours of footfall of the week of `smallRecipe` in `zones` zones beside each other, one figure each. */
export function manyRows(zones: number): Partial<BundleContents> {
  const ids = Array.from({ length: zones }, (_, i) => `z${String(i).padStart(4, '0')}`);
  const features = ids.map((id, i) => {
    const [west, south] = [12 + (i % 50) / 100, 51 + Math.floor(i / 50) / 100];
    const corners = [
      [west, south],
      [west + 0.01, south],
      [west + 0.01, south + 0.01],
      [west, south + 0.01],
      [west, south],
    ] as const;
    return { properties: { zone_id: id }, geometry: { type: 'Polygon' as const, coordinates: [corners] } };
  });
  const { zones: shape } = smallContents();
  return {
    recipe,
    tables: [{ product: 'footfall', rows: ids.flatMap(rowsOf) }],
    zones: { ...shape, features },
  };
}

function text(time: number): string {
  return new Date(time).toISOString().slice(0, 19);
}

/** Local midnight is 22:00 UTC the day before; summer time does not change that week. */
function rowsOf(zoneId: string, z: number): readonly TableRow[] {
  return Array.from({ length: days * 24 }, (_, hour) => {
    const start = firstDay + (hour - 2) * 3_600_000;
    return {
      zoneId,
      start: `${text(start)}Z`,
      startLocal: `${text(start + 7_200_000)}+02:00`,
      persons: 20 + ((z * 31 + hour * 7) % 500) * 10,
      status: 'published',
    };
  });
}

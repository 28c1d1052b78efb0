import { zoneBounds } from '../features/map/zone-geojson.ts';
import type { ZoneShape } from '../../../shared/ipc/view.ts';
import type { CellPlaces } from './cell-places.ts';

/** More zones than this would hide the cells. */
const mostAround = 500;
const degrees = 1e6;

/** The finest zones among which the cells stand, without names; none where they are too many to be told apart. */
export function zonesAround(zones: readonly ZoneShape[], { cells }: CellPlaces): readonly ZoneShape[] {
  const [south, north] = reach(cells.latitude);
  const [west, east] = reach(cells.longitude);
  const around = zones.filter((zone) => {
    const box = zone.level === 0 ? zoneBounds([zone]) : undefined;
    return box !== undefined && box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south;
  });
  return around.length > mostAround ? [] : around.map((zone) => ({ ...zone, name: '' }));
}

function reach(column: Int32Array): readonly [number, number] {
  let [least, greatest] = [Infinity, -Infinity];
  for (const value of column) [least, greatest] = [Math.min(least, value), Math.max(greatest, value)];
  return [least / degrees, greatest / degrees];
}

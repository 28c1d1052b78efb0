import { cellToBoundary, latLngToCell } from 'h3-js';
import type { ZoneAssignment } from './zone-shape.ts';

/** The H3 cell of each position (degrees WGS 84) at a resolution; zones are the cells met, by id, each named by its id. */
export function assignH3(
  resolution: number,
  latitude: Float64Array,
  longitude: Float64Array,
): ZoneAssignment {
  const ids = Array.from(latitude, (lat, cell) => latLngToCell(lat, longitude[cell] ?? 0, resolution));
  const zoneIds = [...new Set(ids)].toSorted();
  const indexOf = new Map(zoneIds.map((id, index) => [id, index]));
  const shapes = zoneIds.map((zoneId) => ({
    zoneId,
    name: zoneId,
    polygons: [[cellToBoundary(zoneId, true).map(([x, y]): [number, number] => [x, y])]],
  }));
  return { shapes, zoneOfCell: Int32Array.from(ids, (id) => indexOf.get(id) ?? -1) };
}

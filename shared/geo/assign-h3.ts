import { cellToBoundary, latLngToCell } from 'h3-js';
import { finished, type Steps } from '../base/steps.ts';
import type { ZoneAssignment } from './zone-shape.ts';

/** The H3 cell of each position (degrees WGS 84) at a resolution; zones are the cells met, by id, each named by its id. */
export function assignH3(
  resolution: number,
  latitude: Float64Array,
  longitude: Float64Array,
): ZoneAssignment {
  return finished(assigningH3(resolution, latitude, longitude));
}

/** Positions that are placed in a step. */
const positionsOfStep = 4096;

/** As `assignH3`, with a step after some thousand positions. */
export function* assigningH3(
  resolution: number,
  latitude: Float64Array,
  longitude: Float64Array,
): Steps<ZoneAssignment> {
  const total = latitude.length;
  const ids: string[] = [];
  for (let cell = 0; cell < total; cell++) {
    ids.push(latLngToCell(latitude[cell] ?? 0, longitude[cell] ?? 0, resolution));
    if (cell % positionsOfStep === 0) yield { done: cell, total };
  }
  const zoneIds = [...new Set(ids)].toSorted();
  const indexOf = new Map(zoneIds.map((id, index) => [id, index]));
  const shapes = zoneIds.map((zoneId) => ({
    zoneId,
    name: zoneId,
    polygons: [[cellToBoundary(zoneId, true).map(([x, y]): [number, number] => [x, y])]],
  }));
  return { shapes, zoneOfCell: Int32Array.from(ids, (id) => indexOf.get(id) ?? -1) };
}

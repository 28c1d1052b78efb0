import { cellToBoundary, latLngToCell } from 'h3-js';
import { sortedInSteps } from '../base/sorted-in-steps.ts';
import { finished, type Steps } from '../base/steps.ts';
import type { ZoneAssignment, ZoneShape } from './zone-shape.ts';

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
  const met = new Map<string, number>();
  const metByCell = new Int32Array(total);
  for (let cell = 0; cell < total; cell++) {
    const id = latLngToCell(latitude[cell] ?? 0, longitude[cell] ?? 0, resolution);
    const known = met.get(id) ?? met.size;
    metByCell[cell] = known;
    if (known === met.size) met.set(id, known);
    if (cell % positionsOfStep === 0) yield { done: cell, total };
  }
  const zoneIds = yield* sortedInSteps([...met.keys()]);
  const place = new Int32Array(met.size);
  const shapes: ZoneShape[] = [];
  for (const [zone, zoneId] of zoneIds.entries()) {
    place[met.get(zoneId) ?? 0] = zone;
    const border = cellToBoundary(zoneId, true).map(([x, y]): [number, number] => [x, y]);
    shapes.push({ zoneId, name: zoneId, polygons: [[border]] });
    if (zone % positionsOfStep === 0) yield { done: zone, total: zoneIds.length };
  }
  return { shapes, zoneOfCell: metByCell.map((known) => place[known] ?? -1) };
}

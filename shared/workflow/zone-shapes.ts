import type { ZoneShape } from '../ipc/view.ts';
import type { LeveledZones } from '../geo/levels.ts';

/** Zones of all levels as they cross to the desk and to main. */
export function zoneShapesOf({ shapes, levels }: Pick<LeveledZones, 'shapes' | 'levels'>): ZoneShape[] {
  const stepOf = (zone: number): number =>
    levels.find(({ first, size }) => zone >= first && zone < first + size)?.step ?? 0;
  return shapes.map(({ zoneId, name, polygons }, zone) => ({
    zoneId,
    name,
    level: stepOf(zone),
    polygons: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y]))),
  }));
}

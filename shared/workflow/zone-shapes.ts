import type { ZoneShape } from '../ipc/view.ts';
import type { LeveledZones } from '../geo/levels.ts';

/** Zones of all levels as they cross to the desk and to main. */
export function zoneShapesOf({ shapes, levels }: Pick<LeveledZones, 'shapes' | 'levels'>): ZoneShape[] {
  const levelOf = shapes.map((_, zone) =>
    levels.findIndex(({ first, size }) => zone >= first && zone < first + size),
  );
  return shapes.map(({ zoneId, name, polygons }, zone) => {
    const parent = shapes[parentOf(levels, zone, levelOf[zone] ?? 0)]?.zoneId;
    return {
      zoneId,
      name,
      level: Math.max(0, levelOf[zone] ?? 0),
      ...(parent !== undefined && { parent }),
      polygons: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y]))),
    };
  });
}

/** The zone of the next coarser level that a zone lies in, -1 for none: told from the finest zones in it. */
function parentOf(levels: LeveledZones['levels'], zone: number, level: number): number {
  const finest = levels[level]?.zoneOfFinest.indexOf(zone) ?? -1;
  return finest === -1 ? -1 : (levels[level + 1]?.zoneOfFinest[finest] ?? -1);
}

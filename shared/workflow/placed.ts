import { assigningH3 } from '../geo/assign-h3.ts';
import { assigningPolygons } from '../geo/assign-polygons.ts';
import { withLevels, type LeveledZones } from '../geo/levels.ts';
import { maskingCells } from '../geo/masked-cells.ts';
import { Refusal } from '../base/failure.ts';
import type { Steps } from '../base/steps.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { ExtractInMemory } from './extract-in-memory.ts';

/** Zones of all levels of a recipe; cells that stand near a sensitive place lie in none. */
export interface Placed extends LeveledZones {
  /** 1 for base cells that are masked. */
  readonly masked: Uint8Array;
  /** Finest zone of each cell as if nothing were masked: homes and machine-like devices are told from it. */
  readonly unmaskedZoneOfCell: Int32Array;
}

/** Assigns the cells of an extract to the zones a recipe asks for, with steps on the way. */
export function* placingBy(
  { polygons, latitude, longitude, places, cellRange }: ExtractInMemory,
  { zones, levels, sensitivePlaces }: Pick<Recipe, 'zones' | 'levels' | 'sensitivePlaces'>,
): Steps<Placed> {
  if (zones.kind === 'polygons' && polygons.length === 0)
    throw new Refusal(
      'no-polygons',
      'The recipe asks for polygon zones, but no zone file was opened: open one or use the H3 grid.',
    );
  const finest =
    zones.kind === 'polygons'
      ? yield* assigningPolygons(polygons, latitude, longitude)
      : yield* assigningH3(zones.resolution, latitude, longitude);
  const masked = yield* maskingCells(places, sensitivePlaces, { latitude, longitude, range: cellRange });
  const zoneOfCell = finest.zoneOfCell.map((zone, cell) => (masked[cell] === 1 ? -1 : zone));
  const leveled = withLevels(finest, zones, levels);
  return { ...leveled, zoneOfCell, masked, unmaskedZoneOfCell: finest.zoneOfCell };
}

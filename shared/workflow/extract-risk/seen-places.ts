import type { Resolution } from '../../attacks/unicity/resolution.ts';
import { parentsOf } from '../../geo/levels.ts';
import type { ZoneShape } from '../../geo/zone-shape.ts';
import type { PlaceSight } from '../../ipc/extract-risk.ts';
import type { Recipe } from '../../recipe/recipe.ts';
import type { ExtractInMemory } from '../extract-in-memory.ts';
import type { Placed } from '../placed.ts';
import { inFours } from './in-fours.ts';

/** One way to see the cells of an extract. */
export interface SeenPlaces {
  readonly sight: PlaceSight;
  readonly seen: Resolution;
}

interface Sight {
  readonly kind: PlaceSight['kind'];
  readonly step: number;
  /** What each cell looks like. */
  readonly of: Int32Array;
}

/**
 * The cells of an extract as ever coarser sights: themselves, the recipe's zones, and one or more kinds of larger zones. What lies outside
 * all zones is one place, so that a coarser sight is always made of finer ones; nothing is masked, since the extract is not. `isUsed`: 1
 * for cells with events.
 */
export function seenPlaces(
  extract: Pick<ExtractInMemory, 'latitude' | 'longitude' | 'cellsKnown'>,
  isUsed: Uint8Array,
  { shapes, levels, unmaskedZoneOfCell }: Placed,
  recipe: Pick<Recipe, 'zones' | 'levels'>,
): readonly SeenPlaces[] {
  const finest = shapes.slice(0, levels[0]?.size ?? 0);
  const zoneOf = unmaskedZoneOfCell.map((zone) => (zone === -1 ? finest.length : zone));
  const coarser = stepsUp(finest, recipe).map((step): Sight => {
    const of = joined(zoneOf, parentsOf(finest, recipe.zones, step));
    return { kind: 'coarser', step, of };
  });
  const sights: readonly Sight[] = [
    {
      kind: extract.cellsKnown > 0 ? 'cell' : 'position',
      step: 0,
      of: Int32Array.from(zoneOf, (_, cell) => cell),
    },
    { kind: 'zone', step: 0, of: zoneOf },
    ...coarser,
    ...(coarser.length > 0 ? [] : [{ kind: 'fours', step: 1, of: foursOf(extract, zoneOf) } as const]),
  ];
  return sights.map((sight) => seenAs(sight, isUsed));
}

/** The recipe's own coarser levels and the next one up, as far as there are any. */
function stepsUp(
  finest: readonly ZoneShape[],
  { zones, levels }: Pick<Recipe, 'zones' | 'levels'>,
): readonly number[] {
  if (zones.kind === 'polygons') return finest.some(({ parent }) => parent !== undefined) ? [1] : [];
  const steps = [...new Set([1, ...levels])].toSorted((a, b) => a - b);
  return steps.filter((step) => step <= zones.resolution);
}

/** Zones that have the same parent look the same; one without a parent stays alone. */
function joined(zoneOf: Int32Array, parents: readonly (string | undefined)[]): Int32Array {
  const firstOf = new Map<string, number>();
  const seenAsZone = parents.map((parent, zone) => {
    if (parent === undefined) return zone;
    const first = firstOf.get(parent) ?? zone;
    firstOf.set(parent, first);
    return first;
  });
  return zoneOf.map((zone) => seenAsZone[zone] ?? zone);
}

function foursOf(
  { latitude, longitude }: Pick<ExtractInMemory, 'latitude' | 'longitude'>,
  zoneOf: Int32Array,
): Int32Array {
  const zones = [...new Set(zoneOf)].toSorted((a, b) => a - b);
  const middles = zones.map((zone) => {
    const cells = [...zoneOf.keys()].filter((cell) => zoneOf[cell] === zone);
    return { x: mean(cells, longitude), y: mean(cells, latitude) };
  });
  const groups = inFours(middles);
  const groupOf = new Map(zones.map((zone, i) => [zone, groups[i] ?? 0]));
  return zoneOf.map((zone) => groupOf.get(zone) ?? 0);
}

function mean(cells: readonly number[], values: Float64Array): number {
  return cells.reduce((sum, cell) => sum + (values[cell] ?? 0), 0) / cells.length;
}

function seenAs({ kind, step, of }: Sight, isUsed: Uint8Array): SeenPlaces {
  const cells = isUsed.reduce((sum, used) => sum + used, 0);
  const places = new Set(of.filter((_, cell) => isUsed[cell] === 1)).size;
  return { sight: { kind, step, places }, seen: { of, scale: places === 0 ? 1 : cells / places } };
}

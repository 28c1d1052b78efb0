import { totalCategory } from '../products/bands.ts';
import { unknownCategory } from '../recipe/age-bands.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { type Particular, particular } from './particular.ts';
import { recipeFault, type RowCheck, type TableFault, tableFault, zonesFault } from './table-fault.ts';
import { zoneIdForm } from './table-read.ts';
import type { ZoneLevels } from './zones.ts';

/**
 * Every zone of a row has its shape and, on the H3 grid, the resolution of its level. Flows name two different zones; a
 * destination and a home are zones of the same level as the zone, and a home may be `unknown` or, with totals, `all`.
 */
export function zoneCheck(recipe: Recipe, zones: ZoneLevels): RowCheck {
  const ofZone = knownOnce((zone) => zoneFault(zone, recipe, zones));
  return ({ zoneId, destinationId, homeId }) => {
    const fault = ofZone(zoneId);
    if (fault !== undefined || homeId === unknownCategory) return fault;
    if (homeId === totalCategory)
      return recipe.totals ? undefined : recipeFault(particular('total-unasked', {}));
    const other = destinationId ?? homeId;
    if (other === undefined) return undefined;
    if (destinationId === zoneId) return tableFault(particular('flow-to-itself', { zone: zoneId }));
    return ofZone(other) ?? levelsFault(zoneId, other, zones);
  };
}

function levelsFault(zone: string, other: string, zones: ZoneLevels): TableFault | undefined {
  if (zone === other || zones.get(zone) === zones.get(other)) return undefined;
  return recipeFault(particular('levels-mixed', { zone, other }));
}

/** What is wrong with the levels of the zones themselves: deeper ones than the recipe asks for. */
export function levelFault(recipe: Recipe, zones: ZoneLevels): Particular | undefined {
  for (const [zone, level] of zones)
    if (level > recipe.levels.length) return particular('zone-level', { zone, level });
  return undefined;
}

function zoneFault(
  zone: string,
  { zones: source, levels }: Recipe,
  zones: ZoneLevels,
): TableFault | undefined {
  if (!zoneIdForm.test(zone)) return tableFault(particular('zone-form', {}));
  const level = zones.get(zone);
  if (level === undefined) return zonesFault(particular('zone-unknown', { zone }));
  const step = level === 0 ? 0 : levels[level - 1];
  if (step === undefined) return recipeFault(particular('zone-level', { zone, level }));
  if (source.kind === 'h3' && !isH3Cell(zone, source.resolution - step))
    return recipeFault(particular('zone-not-h3', { zone, resolution: source.resolution - step }));
  return undefined;
}

/** Whether `id` is written as an H3 cell of `resolution`: the mode and resolution bits of the index. */
function isH3Cell(id: string, resolution: number): boolean {
  return /^8[0-9a-f]{14}$/.test(id) && Number.parseInt(id.charAt(1), 16) === resolution;
}

function knownOnce(check: (id: string) => TableFault | undefined): (id: string) => TableFault | undefined {
  const good = new Set<string>();
  return (id) => {
    if (good.has(id)) return undefined;
    const fault = check(id);
    if (fault === undefined) good.add(id);
    return fault;
  };
}

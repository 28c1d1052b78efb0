import type { OffsetTable } from '../base/time-zone.ts';
import { coarserStays } from '../kernel/coarser-stays.ts';
import { zonesOfEvents } from '../kernel/handovers.ts';
import { momentsOf } from '../kernel/moments.ts';
import { presencesOfStays } from '../kernel/presences-of-stays.ts';
import { presencesOf, type Presences } from '../kernel/presences.ts';
import { staysOf, type Stays } from '../kernel/stays.ts';
import { slotSeconds } from '../products/time-bins.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { ExtractInMemory } from './extract-in-memory.ts';
import type { Placed } from './placed.ts';

type StayParameters = Pick<Recipe, 'maximumGapMinutes' | 'maximumNightGapMinutes'>;

/** Base cells with their zone of one level, numbered over all levels; -1 for none. */
export function zoneOfCellAt({ zoneOfCell, levels }: Placed, level: number): Int32Array {
  const zoneOfFinest = levels[level]?.zoneOfFinest ?? new Int32Array();
  return zoneOfCell.map((zone) => (zone === -1 ? -1 : (zoneOfFinest[zone] ?? -1)));
}

/** Stays in the zones of each level, finest first. */
export interface StaysOfLevels {
  readonly levels: readonly Stays[];
  /** Share of their time, 0 to 1, that is padded or filled in over gaps; undefined without stays. */
  readonly imputedShare: number | undefined;
}

/**
 * The stays of an extract in the zones of each level. They are found once, in the finest zones: somebody is in a coarser zone
 * while they are in a zone of it, so that no coarser group exceeds the sum of its parts.
 */
export function staysByLevel(
  { base }: ExtractInMemory,
  placed: Placed,
  { maximumGapMinutes, maximumNightGapMinutes }: StayParameters,
  clock: OffsetTable,
): StaysOfLevels {
  const rules = {
    maximumGapSeconds: maximumGapMinutes * 60,
    maximumNightGapSeconds: maximumNightGapMinutes * 60,
  };
  const found = staysOf(base, zonesOfEvents(base, zoneOfCellAt(placed, 0)), rules, clock);
  return {
    levels: placed.levels.map(({ zoneOfFinest }, level) =>
      level === 0 ? found.stays : coarserStays(found.stays, zoneOfFinest),
    ),
    imputedShare: found.seconds > 0 ? found.imputedSeconds / found.seconds : undefined,
  };
}

/** Events as stays of a second, level by level, for counting by events what can be counted by stays. */
export function momentsByLevel({ base }: ExtractInMemory, placed: Placed): readonly Stays[] {
  return placed.levels.map((_, level) => momentsOf(base, zoneOfCellAt(placed, level)));
}

/** Presences in the zones of all levels, by events or by stays. */
export function presencesIn(
  { base }: ExtractInMemory,
  placed: Placed,
  stays: readonly Stays[] | undefined,
): Presences {
  const zones = placed.shapes.length;
  const parts = placed.levels.map((_, level) => {
    const own = stays?.[level];
    return own
      ? presencesOfStays(own, zones)
      : presencesOf(base, zoneOfCellAt(placed, level), zones, slotSeconds);
  });
  const [first] = parts;
  return first && parts.length === 1 ? first : joined(parts, placed);
}

/** Presences of several levels as one: each level holds rows of its own zones only. */
function joined(parts: readonly Presences[], { levels, shapes }: Placed): Presences {
  const firstSlot = parts.reduce((low, part) => Math.min(low, part.firstSlot), Infinity);
  const end = parts.reduce((high, part) => Math.max(high, part.firstSlot + part.slots), -Infinity);
  const rows = parts.reduce((sum, part) => sum + part.person.length, 0);
  const zoneStarts = new Int32Array(shapes.length + 1);
  const slot = new Int32Array(rows);
  const person = new Int32Array(rows);
  let at = 0;
  parts.forEach((part, level) => {
    const { first, size } = levels[level] ?? { first: 0, size: 0 };
    const shift = part.firstSlot - firstSlot;
    for (let zone = first; zone < first + size; zone++) {
      const from = part.zoneStarts[zone] ?? 0;
      const to = part.zoneStarts[zone + 1] ?? 0;
      zoneStarts[zone] = at;
      person.set(part.person.subarray(from, to), at);
      for (let row = from; row < to; row++) slot[at++] = (part.slot[row] ?? 0) + shift;
    }
  });
  zoneStarts[shapes.length] = at;
  const { outsideZones = 0 } = parts[0] ?? {};
  return { zoneStarts, slot, person, firstSlot, slots: end - firstSlot, outsideZones };
}

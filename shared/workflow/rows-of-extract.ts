import type { Steps } from '../base/steps.ts';
import type { OffsetTable } from '../base/time-zone.ts';
import { coarserStays } from '../kernel/coarser-stays.ts';
import { findingZones } from '../kernel/handovers.ts';
import { makingPresencesOfCells } from '../kernel/presences-of-cells.ts';
import { makingPresencesOfStays } from '../kernel/presences-of-stays.ts';
import { presencesInZones, type Presences } from '../kernel/presences.ts';
import type { SitePresences } from '../kernel/site-presences.ts';
import type { Stays } from '../kernel/stays.ts';
import { findingStays } from '../kernel/find-stays.ts';
import type { EventRows } from '../kernel/visit-rows.ts';
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
export function* staysByLevel(
  { base }: ExtractInMemory,
  placed: Placed,
  { maximumGapMinutes, maximumNightGapMinutes }: StayParameters,
  clock: OffsetTable,
): Steps<StaysOfLevels> {
  const rules = {
    maximumGapSeconds: maximumGapMinutes * 60,
    maximumNightGapSeconds: maximumNightGapMinutes * 60,
  };
  const zoneOfEvent = yield* findingZones(base, zoneOfCellAt(placed, 0));
  const found = yield* findingStays(base, zoneOfEvent, rules, clock);
  return {
    levels: placed.levels.map(({ zoneOfFinest }, level) =>
      level === 0 ? found.stays : coarserStays(found.stays, zoneOfFinest),
    ),
    imputedShare: found.seconds > 0 ? found.imputedSeconds / found.seconds : undefined,
  };
}

/** Events with their zone, level by level, for counting by events what can be counted by stays. */
export function eventsByLevel({ base }: ExtractInMemory, placed: Placed): readonly EventRows[] {
  return placed.levels.map((_, level) => ({ base, zoneOfCell: zoneOfCellAt(placed, level) }));
}

/** Presences at base cells, whatever a recipe asks for. */
export function presencesAtCells({ base, latitude }: ExtractInMemory): Steps<SitePresences> {
  return makingPresencesOfCells(base, latitude.length, slotSeconds);
}

/** Presences at base cells in the zones of all levels. */
export function presencesByEvents(atCells: SitePresences, placed: Placed): Presences {
  const zoneOfCell = placed.levels.map((_, level) => zoneOfCellAt(placed, level));
  return presencesInZones(atCells, zoneOfCell, placed.shapes.length);
}

/** Presences by stays in the finest zones, which are those of the zones of all levels. */
export function* presencesByStays([finest]: readonly Stays[], placed: Placed): Steps<Presences> {
  if (!finest) throw new Error('no level of zones');
  const atZones = yield* makingPresencesOfStays(finest, placed.levels[0]?.size ?? 0);
  const zoneOfFinest = placed.levels.map((level) => level.zoneOfFinest);
  return presencesInZones(atZones, zoneOfFinest, placed.shapes.length);
}

/** Events at each base cell, by its number, from a second on and before another. */
export function* eventsOfCells(
  { base, latitude }: ExtractInMemory,
  from: number,
  to: number,
): Steps<Int32Array> {
  const events = new Int32Array(latitude.length);
  const total = base.cell.length;
  for (let row = 0; row < total; row += eventsOfStep) {
    countEvents(base, [row, Math.min(total, row + eventsOfStep)], [from, to], events);
    yield { done: row, total };
  }
  return events;
}

/** Events read between two steps. */
const eventsOfStep = 1 << 20;

type Range = readonly [number, number];

function countEvents(
  { second, cell }: ExtractInMemory['base'],
  [begin, end]: Range,
  [from, to]: Range,
  events: Int32Array,
): void {
  for (let i = begin; i < end; i++) {
    const now = second[i] ?? 0;
    if (now < from || now >= to) continue;
    const at = cell[i] ?? 0;
    events[at] = (events[at] ?? 0) + 1;
  }
}

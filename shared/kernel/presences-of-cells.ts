import { finished, type Steps } from '../base/steps.ts';
import type { BaseTable } from './base-table.ts';
import { makingPresences, type RowRange, type SiteRange } from './presences-by-site.ts';
import type { VisitsOfSites } from './run-writer.ts';
import type { SitePresences } from './site-presences.ts';

/** Presences of a base table at its `cells` base cells, in slots of so many seconds, however many events tell of each. */
export function presencesOfCells(
  base: BaseTable,
  cells: number,
  slotSeconds: number,
  visitsAtOnce?: number,
): SitePresences {
  return finished(makingPresencesOfCells(base, cells, slotSeconds, visitsAtOnce));
}

/** As `presencesOfCells`, with steps on the way. */
export function* makingPresencesOfCells(
  base: BaseTable,
  cells: number,
  slotSeconds: number,
  visitsAtOnce?: number,
): Steps<SitePresences> {
  const presences = base.cell.length;
  const survey: Survey = { low: 0x7fff_ffff, high: -0x8000_0000, visitsOfSite: new Int32Array(cells) };
  for (let from = 0; from < presences; from += rowsOfStep) {
    look(base, { from, to: Math.min(presences, from + rowsOfStep) }, survey);
    yield { done: from, total: presences };
  }
  const { low, high, visitsOfSite } = survey;
  const firstSlot = presences === 0 ? 0 : Math.floor(low / slotSeconds);
  const slots = presences === 0 ? 0 : Math.floor(high / slotSeconds) - firstSlot + 1;
  const source = { rows: presences, visitsOfSite, presences, firstSlot, slots, inOneSlot: true };
  const collect = (rows: RowRange, range: SiteRange, to: VisitsOfSites): void =>
    collectRows(base, { ...rows, ...range, origin: firstSlot * slotSeconds, slotSeconds }, to);
  return yield* makingPresences({ ...source, collect }, visitsAtOnce);
}

const rowsOfStep = 1 << 20;

interface Survey {
  low: number;
  high: number;
  readonly visitsOfSite: Int32Array;
}

/** First and last second, and how many rows each cell has. */
function look({ second, cell }: BaseTable, { from, to }: RowRange, survey: Survey): void {
  const { visitsOfSite } = survey;
  let { low, high } = survey;
  for (let i = from; i < to; i++) {
    const now = second[i] ?? 0;
    low = Math.min(low, now);
    high = Math.max(high, now);
    const at = cell[i] ?? 0;
    visitsOfSite[at] = (visitsOfSite[at] ?? 0) + 1;
  }
  survey.low = low;
  survey.high = high;
}

interface Collected extends RowRange, SiteRange {
  /** Second at which the first slot begins. */
  readonly origin: number;
  readonly slotSeconds: number;
}

/**
 * Slots are found by a multiplication: a second is at least half of one away from each border of slots, which is far more than
 * what a double of 2^32 seconds can be wrong by.
 */
function collectRows(
  { person, second, cell }: BaseTable,
  { from, to, first, end, next, origin, slotSeconds }: Collected,
  visits: VisitsOfSites,
): void {
  const perSecond = 1 / slotSeconds;
  const sites = end - first;
  const { person: persons, first: slots } = visits;
  for (let i = from; i < to; i++) {
    const at = (cell[i] ?? 0) - first;
    if (at < 0 || at >= sites) continue;
    const place = next[at] ?? 0;
    next[at] = place + 1;
    persons[place] = person[i] ?? 0;
    slots[place] = Math.floor(((second[i] ?? 0) - origin + 0.5) * perSecond);
  }
}

import { offsetAt, type OffsetTable } from '../base/time-zone.ts';
import type { BaseTable } from './base-table.ts';

/**
 * Stays sorted by person and start: `person` was in `zone` from `from` to before `to`, seconds since 1970 UTC. A stay in zone
 * -1, which only `coarserStays` makes, counts nowhere but lies between those before and after it.
 */
export interface Stays {
  readonly person: Int32Array;
  readonly zone: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Longest gaps, in seconds, between two events in one zone that a stay bridges; night is 23:00 to 09:00 local. */
export interface StayRules {
  readonly maximumGapSeconds: number;
  readonly maximumNightGapSeconds: number;
}

/** The stays of an extract, and how much of their time rests on more than events at most 15 minutes apart. */
export interface StaysFound {
  readonly stays: Stays;
  /** Seconds of all stays. */
  readonly seconds: number;
  /** Seconds of them that were padded, or filled in over gaps of more than 900 s. */
  readonly imputedSeconds: number;
}

const closeSeconds = 900;
const padSeconds = 450;
const bridged = -1;

/**
 * Stays to the second (after Eurostat's multimno, continuous time segmentation). Events of one person in one zone belong to
 * one stay when their gap is at most `maximumNightGapSeconds` and both lie at night, or at most `maximumGapSeconds`
 * and one lies by day. Otherwise the stay of the first ends and that of the second begins in the middle of a gap of up
 * to 900 s (rounded down), or 450 s from each event. An event in no zone (-1) ends a stay and makes none. Stays of one
 * person never overlap; one without a second is dropped. `zoneOfEvent` comes from `zonesOfEvents`.
 */
export function staysOf(
  base: BaseTable,
  zoneOfEvent: Int32Array,
  rules: StayRules,
  clock: OffsetTable,
): StaysFound {
  const { person, second } = base;
  const reach = reaching(base, zoneOfEvent, rules, clock);
  const stays = room(zoneOfEvent, reach);
  let found = 0;
  let seconds = 0;
  let imputedSeconds = 0;
  let from = 0;
  let imputed = 0;
  for (let i = 0, before = padSeconds; i < second.length; i++) {
    const now = second[i] ?? 0;
    const gap = person[i + 1] === person[i] ? (second[i + 1] ?? 0) - now : Infinity;
    const after = reach(i);
    const zone = zoneOfEvent[i] ?? -1;
    if (before !== bridged) {
      from = now - before;
      imputed = sharesGapBefore(base, i) ? 0 : padSeconds;
    }
    if (after === bridged) {
      if (gap > closeSeconds) imputed += gap;
      before = bridged;
      continue;
    }
    const to = now + after;
    before = gap > closeSeconds ? padSeconds : gap - after;
    if (zone === -1 || to === from) continue;
    stays.person[found] = person[i] ?? 0;
    stays.zone[found] = zone;
    stays.from[found] = from;
    stays.to[found] = to;
    found++;
    seconds += to - from;
    imputedSeconds += imputed + (gap > closeSeconds ? padSeconds : 0);
  }
  return { stays: firstOf(stays, found), seconds, imputedSeconds };
}

/** Whether the gap before event `i` was shared between two stays rather than padded. */
function sharesGapBefore({ person, second }: BaseTable, i: number): boolean {
  return i > 0 && person[i - 1] === person[i] && (second[i] ?? 0) - (second[i - 1] ?? 0) <= closeSeconds;
}

/** Seconds that a stay lasts after its event `i`, or `bridged` when the next event belongs to it. */
function reaching(
  { person, second }: BaseTable,
  zoneOfEvent: Int32Array,
  { maximumGapSeconds, maximumNightGapSeconds }: StayRules,
  clock: OffsetTable,
): (i: number) => number {
  const nightAt = (utc: number): boolean => {
    const hour = Math.floor((utc + offsetAt(clock, utc)) / 3600) % 24;
    return hour >= 23 || hour < 9;
  };
  const surely = Math.min(maximumGapSeconds, maximumNightGapSeconds);
  const possibly = Math.max(maximumGapSeconds, maximumNightGapSeconds);
  return (i) => {
    if (person[i + 1] !== person[i]) return padSeconds;
    const now = second[i] ?? 0;
    const next = second[i + 1] ?? 0;
    const gap = next - now;
    if (zoneOfEvent[i] === zoneOfEvent[i + 1] && gap <= possibly) {
      if (gap <= surely) return bridged;
      const night = nightAt(now) && nightAt(next);
      if (gap <= (night ? maximumNightGapSeconds : maximumGapSeconds)) return bridged;
    }
    return gap <= closeSeconds ? Math.floor(gap / 2) : padSeconds;
  };
}

function room(zoneOfEvent: Int32Array, reach: (i: number) => number): Stays {
  let most = 0;
  for (let i = 0; i < zoneOfEvent.length; i++) if (zoneOfEvent[i] !== -1 && reach(i) !== bridged) most++;
  const column = (): Int32Array => new Int32Array(most);
  return { person: column(), zone: column(), from: column(), to: column() };
}

function firstOf({ person, zone, from, to }: Stays, count: number): Stays {
  return {
    person: person.subarray(0, count),
    zone: zone.subarray(0, count),
    from: from.subarray(0, count),
    to: to.subarray(0, count),
  };
}

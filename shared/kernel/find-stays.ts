import { finished, type Steps } from '../base/steps.ts';
import { offsetAt, type OffsetTable } from '../base/time-zone.ts';
import type { BaseTable } from './base-table.ts';
import { StayPieces } from './stay-pieces.ts';
import type { Stays } from './stays.ts';

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
const morning = 9 * 3600;
const night = 23 * 3600;
/** More than any gap that counts. */
const farApart = 0x7fff_ffff;
/** Events read between two steps. */
const eventsOfStep = 1 << 20;

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
  return finished(findingStays(base, zoneOfEvent, rules, clock));
}

/** As `staysOf`, with steps on the way. */
export function* findingStays(
  base: BaseTable,
  zoneOfEvent: Int32Array,
  rules: StayRules,
  clock: OffsetTable,
): Steps<StaysFound> {
  const finder = new StayFinder(base, zoneOfEvent, rules, clock);
  const total = zoneOfEvent.length;
  for (let from = 0; from < total; from += eventsOfStep) {
    finder.read(from, Math.min(total, from + eventsOfStep));
    yield { done: from, total };
  }
  const { seconds, imputedSeconds } = finder;
  return { stays: yield* finder.pieces.joining(), seconds, imputedSeconds };
}

/** Reads events from the first to the last, and knows of the stay at hand. */
class StayFinder {
  private readonly base: BaseTable;
  private readonly zoneOfEvent: Int32Array;
  private readonly rules: StayRules;
  private readonly clock: OffsetTable;
  readonly pieces = new StayPieces();
  seconds = 0;
  imputedSeconds = 0;
  private from = 0;
  private imputed = 0;
  private isBridged = false;
  private gapBefore = farApart;
  private offset = 0;
  private holdsFrom = 0;
  private holdsUntil = 0;

  constructor(base: BaseTable, zoneOfEvent: Int32Array, rules: StayRules, clock: OffsetTable) {
    this.base = base;
    this.zoneOfEvent = zoneOfEvent;
    this.rules = rules;
    this.clock = clock;
  }

  /** Reads events `begin` to `end - 1`, the next after those before. */
  read(begin: number, end: number): void {
    const { person, second } = this.base;
    const { zoneOfEvent } = this;
    const { maximumGapSeconds, maximumNightGapSeconds } = this.rules;
    const surely = Math.min(maximumGapSeconds, maximumNightGapSeconds);
    let { isBridged, gapBefore } = this;
    let here = zoneOfEvent[begin] ?? -1;
    let now = second[begin] ?? 0;
    let who = person[begin] ?? -1;
    for (let i = begin; i < end; i++) {
      const zone = zoneOfEvent[i + 1] ?? -1;
      const next = second[i + 1] ?? 0;
      const nextPerson = person[i + 1] ?? -1;
      const gap = nextPerson === who ? next - now : farApart;
      if (!isBridged) this.open(now, gapBefore);
      isBridged = zone === here && gap !== farApart && (gap <= surely || this.bridges(now, gap));
      if (!isBridged) this.close(who, here, now, gap);
      else if (gap > closeSeconds) this.imputed += gap;
      gapBefore = gap;
      here = zone;
      now = next;
      who = nextPerson;
    }
    this.isBridged = isBridged;
    this.gapBefore = gapBefore;
  }

  /** Begins a stay with an event: in the middle of a short gap, or padded. */
  private open(now: number, gap: number): void {
    const isPadded = gap > closeSeconds;
    this.from = now - (isPadded ? padSeconds : gap - (gap >> 1));
    this.imputed = isPadded ? padSeconds : 0;
  }

  /** Ends the stay at hand with an event. */
  private close(person: number, zone: number, now: number, gap: number): void {
    const isPadded = gap > closeSeconds;
    const to = now + (isPadded ? padSeconds : gap >> 1);
    if (zone === -1 || to === this.from) return;
    this.pieces.push(person, zone, this.from, to);
    this.seconds += to - this.from;
    this.imputedSeconds += this.imputed + (isPadded ? padSeconds : 0);
  }

  /** Whether a gap that one of the rules does not bridge is bridged by the other. */
  private bridges(now: number, gap: number): boolean {
    const { maximumGapSeconds, maximumNightGapSeconds } = this.rules;
    if (gap > Math.max(maximumGapSeconds, maximumNightGapSeconds)) return false;
    const isNight = this.isNight(now) && this.isNight(now + gap);
    return gap <= (isNight ? maximumNightGapSeconds : maximumGapSeconds);
  }

  private isNight(utc: number): boolean {
    if (utc < this.holdsFrom || utc >= this.holdsUntil) this.lookUp(utc);
    const local = utc + this.offset;
    const sinceMidnight = local - Math.floor(local / 86_400) * 86_400;
    return sinceMidnight < morning || sinceMidnight >= night;
  }

  /** Looks up the offset of the clock at an instant, and from when until when it holds. */
  private lookUp(utc: number): void {
    const { starts } = this.clock;
    let i = starts.length - 1;
    while (i > 0 && utc < (starts[i] ?? 0)) i--;
    this.offset = offsetAt(this.clock, utc);
    this.holdsFrom = i > 0 ? (starts[i] ?? 0) : -Infinity;
    this.holdsUntil = starts[i + 1] ?? Infinity;
  }
}

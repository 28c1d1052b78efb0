import { offsetAt, type OffsetTable } from '../base/time-zone.ts';
import type { TimeBin } from '../recipe/recipe.ts';

/** Length of a base slot: every offset in use is a multiple of it, so local hours and days begin at slot boundaries. */
export const slotSeconds = 900;

/**
 * Time bins of a span in order. `starts` and `seconds` are instants and lengths; a day with a clock change is 23 or 25
 * hours long and an hour that comes twice is two bins. `binOfSlot[i]` is the bin of slot `firstSlot + i` (slots counted
 * from 1970 UTC). A daypart that the span cuts at its
 * beginning bears its true start (22:00 on the eve); one cut at the end is as short as the span leaves it.
 */
export interface TimeBins {
  readonly starts: Int32Array;
  readonly seconds: Int32Array;
  readonly firstSlot: number;
  readonly binOfSlot: Int32Array;
}

/** Cuts `[from, to)`, both seconds since 1970 UTC at slot boundaries, into bins of local time. */
export function timeBins(timeBin: TimeBin, zone: OffsetTable, from: number, to: number): TimeBins {
  const firstSlot = Math.floor(from / slotSeconds);
  const binOfSlot = new Int32Array(Math.max(0, Math.ceil(to / slotSeconds) - firstSlot));
  const starts: number[] = [];
  let key = '';
  binOfSlot.forEach((_, i) => {
    const utc = (firstSlot + i) * slotSeconds;
    const next = binKey(timeBin, utc, offsetAt(zone, utc));
    if (next !== key) starts.push(i === 0 ? trueStart(timeBin, zone, utc) : utc);
    key = next;
    binOfSlot[i] = starts.length - 1;
  });
  const seconds = starts.map((start, i) => (starts[i + 1] ?? to) - start);
  return { starts: Int32Array.from(starts), seconds: Int32Array.from(seconds), firstSlot, binOfSlot };
}

function trueStart(timeBin: TimeBin, zone: OffsetTable, utc: number): number {
  const key = binKey(timeBin, utc, offsetAt(zone, utc));
  let start = utc;
  while (binKey(timeBin, start - slotSeconds, offsetAt(zone, start - slotSeconds)) === key)
    start -= slotSeconds;
  return start;
}

function binKey(timeBin: TimeBin, utc: number, offset: number): string {
  const local = utc + offset;
  const day = Math.floor(local / 86_400);
  const hour = Math.floor((local - day * 86_400) / 3600);
  switch (timeBin) {
    case 'quarterHour':
      return `${utc}`;
    case 'hour':
      return `${day} ${hour} ${offset}`;
    case 'day':
      return `${day}`;
    case 'daypart':
      return hour >= 22
        ? `${day + 1} night`
        : `${day} ${hour < 6 ? 'night' : hour < 10 ? 'morning' : hour < 16 ? 'day' : 'evening'}`;
  }
}

import type { Resolution } from '../../attacks/unicity/resolution.ts';
import { offsetAt, type OffsetTable } from '../../base/time-zone.ts';

const quarter = 900;

/** Quarters of an hour from the first event of an extract to its last. */
export interface Quarters {
  /** Start of the first one, seconds since 1970 UTC. */
  readonly start: number;
  readonly count: number;
}

/** The quarters of an hour that the events of an extract span. */
export function quartersOf(second: Int32Array): Quarters {
  let [low, high] = [Infinity, -Infinity];
  for (const value of second) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return { start: 0, count: 0 };
  const start = Math.floor(low / quarter) * quarter;
  return { start, count: Math.floor((high - start) / quarter) + 1 };
}

/** The quarter of an instant, counted from 0. */
export function quarterAt({ start }: Quarters, second: number): number {
  return Math.floor((second - start) / quarter);
}

/**
 * Quarters as they look to somebody who knows times to so many minutes on the local clock. An hour that comes twice in autumn is one; a
 * quarter itself never comes twice.
 */
export function seenTimes({ start, count }: Quarters, minutes: number, clock: OffsetTable): Resolution {
  if (minutes === 15) return { of: Int32Array.from({ length: count }, (_, i) => i), scale: 1 };
  const binAt = (utc: number): number => Math.floor((utc + offsetAt(clock, utc)) / (60 * minutes));
  const bins = Int32Array.from({ length: count }, (_, i) => binAt(start + i * quarter));
  const first = bins.reduce((least, bin) => Math.min(least, bin), Infinity);
  return { of: bins.map((bin) => bin - first), scale: minutes / 15 };
}

import type { Resolution } from '../../attacks/unicity/resolution.ts';
import { offsetAt, type OffsetTable } from '../../base/time-zone.ts';
import type { Quarters } from './survey.ts';

const quarter = 900;

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

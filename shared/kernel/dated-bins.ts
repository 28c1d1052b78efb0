import { offsetAt, type OffsetTable } from '../base/time-zone.ts';
import { slotSeconds, type TimeBins } from '../products/time-bins.ts';

/** Time bins that know on which local day they are: days since 1970, by bin. */
export interface DatedBins extends TimeBins {
  readonly dayOfBin: Int32Array;
}

/** Gives each bin the local day of the first slot that lies in it: a night belongs to its eve, unless the span cuts it. */
export function datedBins(bins: TimeBins, clock: OffsetTable): DatedBins {
  const dayOfBin = new Int32Array(bins.starts.length);
  for (let i = bins.binOfSlot.length - 1; i >= 0; i--) {
    const utc = (bins.firstSlot + i) * slotSeconds;
    dayOfBin[bins.binOfSlot[i] ?? 0] = Math.floor((utc + offsetAt(clock, utc)) / 86_400);
  }
  return { ...bins, dayOfBin };
}

/** The bin an instant lies in, -1 outside the span. */
export function binAt({ firstSlot, binOfSlot }: TimeBins, second: number): number {
  return binOfSlot[Math.floor(second / slotSeconds) - firstSlot] ?? -1;
}

/** Calls `meet` with each bin that `[from, to)` has seconds in, in order, and how many. */
export function eachBin(
  bins: TimeBins,
  from: number,
  to: number,
  meet: (bin: number, seconds: number) => void,
): void {
  const { starts, seconds, firstSlot, binOfSlot } = bins;
  const end = Math.min(to, (firstSlot + binOfSlot.length) * slotSeconds);
  let at = Math.max(from, firstSlot * slotSeconds);
  while (at < end) {
    const bin = binAt(bins, at);
    const next = Math.min(end, (starts[bin] ?? 0) + (seconds[bin] ?? 0));
    meet(bin, next - at);
    at = next;
  }
}

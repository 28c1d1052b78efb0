import type { RecoveredReplay } from '../../../shared/ipc/attack-findings.ts';

/** One time bin of a replay: zones as indices into its `zoneIds`; absent where nobody was seen or placed. */
export interface ReplayStep {
  /** Days from 1. */
  readonly day: number;
  /** Bin of the day from 0. */
  readonly bin: number;
  readonly truth: number | undefined;
  readonly recovered: number | undefined;
}

function zoneAt(path: Int32Array, bin: number): number | undefined {
  const zone = path[bin];
  return zone === undefined || zone === -1 ? undefined : zone;
}

/** What a replay shows at a time bin, counted from the first. */
export function replayStep({ truth, recovered, binsPerDay }: RecoveredReplay, bin: number): ReplayStep {
  return {
    day: Math.floor(bin / binsPerDay) + 1,
    bin: bin % binsPerDay,
    truth: zoneAt(truth, bin),
    recovered: zoneAt(recovered, bin),
  };
}

/** Zones gone through on the day of a time bin up to it, each stay once; bins nobody was seen in are left out. */
export function trailOf(path: Int32Array, binsPerDay: number, bin: number): readonly number[] {
  const first = bin - (bin % binsPerDay);
  const seen = [...path.subarray(first, bin + 1)].filter((zone) => zone !== -1);
  return seen.filter((zone, i) => zone !== seen[i - 1]);
}

const two = (value: number): string => `${value}`.padStart(2, '0');

/** A bin of the day as `14:00–15:00`; absent where bins are no equal parts of it. */
export function clockOf(bin: number, binsPerDay: number): string | undefined {
  if (binsPerDay !== 24 && binsPerDay !== 96) return undefined;
  const written = (part: number): string => {
    const minutes = (part * 1440) / binsPerDay;
    return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  };
  return `${written(bin)}–${written(bin + 1)}`;
}

import type { Paths } from '../../shared/attacks/recovery/night-zones.ts';
import type { RecoveryRelease, RecoveryRule } from '../../shared/attacks/recovery/recovery-release.ts';
import type { FineGrid } from './populations/fine-grid.ts';

/** A grid's counts as a reader sees them: what `shown` makes of each, under the rule it states. Exact unless told. */
export function releasedGrid(
  grid: FineGrid,
  rule: Partial<RecoveryRule> = {},
  shown: (count: number) => number = (count) => count,
): RecoveryRelease {
  const { days, binsPerDay, zones, centres, persons } = grid;
  return {
    days,
    binsPerDay,
    nightBins: binsPerDay / 4,
    zones,
    figures: grid.counts.map(shown),
    centres,
    persons,
    isEveryoneSeen: true,
    rule: { minimumPersons: 1, roundingBase: 1, isNoisy: false, isZeroShown: true, ...rule },
  };
}

/** Where everyone was. */
export function truthOf({ persons, days, binsPerDay, zoneOf }: FineGrid): Paths {
  return { paths: persons, bins: days * binsPerDay, zoneOf };
}

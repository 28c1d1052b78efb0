import { expect, it } from 'vitest';
import { seededRandom } from '../../../../shared/attacks/random.ts';
import { nightZones } from '../../../../shared/attacks/recovery/night-zones.ts';
import { recoverTraces } from '../../../../shared/attacks/recovery/recover-traces.ts';
import { zonePlane } from '../../../../shared/attacks/recovery/zone-plane.ts';
import { ended } from '../../../../shared/protect/secondary/steps.ts';

const release = { binsPerDay: 4, nightBins: 2, zones: 3, persons: 12 };

function followed(traces: number, tracesOfZone: number) {
  const bin = [7, 4, 1];
  let days = 0;
  const paths = ended(
    recoverTraces({
      release,
      days: 2,
      movement: 'stay',
      plane: zonePlane(Float64Array.from([0, 0, 1000, 0, 2000, 0])),
      counts: Int32Array.from(Array.from({ length: 8 }, () => bin).flat()),
      limits: { traces, tracesOfZone, candidates: 20 },
      random: seededRandom('traces', 'test'),
      onDay: () => (days += 1),
    }),
  );
  expect(days).toBe(2);
  const homes = nightZones(paths, release);
  return [0, 1, 2].map((zone) => homes.filter((home) => home === zone).length);
}

it('follows everyone where the limits allow it, else as evenly over night zones as it can', () => {
  expect(followed(100, 100)).toEqual([7, 4, 1]);
  expect(followed(5, 100)).toEqual([2, 2, 1]);
  expect(followed(100, 3)).toEqual([3, 3, 1]);
  expect(followed(3, 3)).toEqual([1, 1, 1]);
});

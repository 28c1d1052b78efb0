import { describe, expect, it } from 'vitest';
import { nightStart } from '../../../../shared/attacks/recovery/night-start.ts';
import { nightZones } from '../../../../shared/attacks/recovery/night-zones.ts';

describe('nightStart', () => {
  it('places those who stay all night first, then the rest of the first bin', () => {
    const counts = Int32Array.from([2, 1, 0, 1, 1, 1, 9, 9, 9]);
    expect([...nightStart(counts, 3, 2, 3)]).toEqual([0, 1, 0]);
  });

  it('spreads those not shown like the whole night', () => {
    const counts = Int32Array.from([1, 0, 0, 1, 0, 2]);
    const zones = nightStart(counts, 3, 2, 5).toSorted();
    expect([...zones]).toEqual([0, 0, 0, 2, 2]);
  });

  it('spreads everyone evenly where a night shows nobody', () => {
    expect([...nightStart(new Int32Array(4), 2, 2, 4)]).toEqual([0, 0, 1, 1]);
  });
});

describe('nightZones', () => {
  const nights = { binsPerDay: 4, nightBins: 2, zones: 5 };

  it('is where a path is most often at night over all days', () => {
    const zoneOf = Int16Array.from([1, 3, 4, 4, 3, -1, 4, 4, -1, -1, 2, 2, -1, -1, 2, 2]);
    expect([...nightZones({ paths: 2, bins: 8, zoneOf }, nights)]).toEqual([3, -1]);
  });
});

import type { Steps } from '../../protect/secondary/steps.ts';
import { walkOn } from './day-walk.ts';
import type { Movement } from './movement.ts';
import { nightStart } from './night-start.ts';
import type { RecoveryRelease } from './recovery-release.ts';
import type { ZonePlane } from './zone-plane.ts';

/** What one day is linked from. */
export interface DayLinking {
  readonly release: Pick<RecoveryRelease, 'binsPerDay' | 'nightBins' | 'zones' | 'persons'>;
  readonly movement: Movement;
  readonly plane: ZonePlane;
}

/**
 * One day's paths from its numbers by bin and zone: the zone of person p in bin t at `p * binsPerDay + t`. At night everyone stays
 * while there is room, by day they move as the model says (Xu et al. 2017, steps one and two). One step a bin.
 */
export function* linkDay(counts: Int32Array, { release, movement, plane }: DayLinking): Steps<Int16Array> {
  const { binsPerDay, nightBins, zones, persons } = release;
  const now = nightStart(counts, zones, nightBins, persons);
  const walk = { now, before: now.slice(), home: now.slice(), since: new Uint16Array(persons) };
  const paths = new Int16Array(persons * binsPerDay);
  for (let bin = 0; bin < binsPerDay; bin++) {
    if (bin === nightBins) walk.home.set(now);
    const room = counts.subarray(bin * zones, (bin + 1) * zones);
    if (bin > 0) walkOn(walk, room, bin < nightBins ? 'stay' : movement, plane);
    for (let person = 0; person < persons; person++) paths[person * binsPerDay + bin] = now[person] ?? 0;
    yield;
  }
  return paths;
}

import { binsOf, type RecoveryRelease } from './recovery-release.ts';

/** Distances between all zones are kept, and zones are numbered in 16 bits. */
export const mostZones = 4000;

/** Why a release cannot be attacked in this way: no night and day in its bins, not one whole day, nobody, or too many zones. */
export type RecoveryObstacle = 'noNightAndDay' | 'noWholeDay' | 'noPersons' | 'tooManyZones';

/** The first obstacle, if any: then the attack counts as not tested. */
export function recoveryObstacle(release: RecoveryRelease): RecoveryObstacle | undefined {
  if (release.nightBins < 1 || release.nightBins >= release.binsPerDay) return 'noNightAndDay';
  if (binsOf(release) < release.binsPerDay) return 'noWholeDay';
  if (release.persons < 1) return 'noPersons';
  return release.zones > mostZones ? 'tooManyZones' : undefined;
}

import { localClock, offsetTable } from '../../base/time-zone.ts';
import { firstPossibleSecond, lastPossibleSecond } from '../../plan/read-values.ts';

/** From what a clock of a time zone showed to seconds since 1970 UTC, for every time an event may bear. */
export function clockOfExtract(timeZone: string): (local: number) => number {
  return localClock(offsetTable(timeZone, firstPossibleSecond - 86_400, lastPossibleSecond));
}

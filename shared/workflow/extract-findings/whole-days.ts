import type { CoverageGap } from '../../ipc/extract-findings.ts';
import { quarterAt, type Quarters } from '../extract-risk/survey.ts';
import type { LocalDays } from './local-days.ts';

/** So many missing hours make a day one that cannot be compared. */
const missingHours = 4;
const quartersPerHour = 4;

/**
 * Days that can be held against each other, counted from the first day: those an extract covers from their first hour to their last and
 * in which fewer than four hours are missing. A day in the middle is covered; the first is if its first event lies in its first hour,
 * and the last if its last event lies in its last hour.
 */
export function wholeDays(
  days: LocalDays,
  span: { readonly first: number; readonly last: number },
  quarters: Quarters,
  gaps: readonly CoverageGap[],
): readonly number[] {
  const missing = new Int32Array(days.count);
  for (const { firstSecond, hours } of gaps)
    for (let i = 0; i < hours; i++) {
      const day = days.ofQuarter[quarterAt(quarters, firstSecond) + i * quartersPerHour] ?? 0;
      missing[day] = (missing[day] ?? 0) + 1;
    }
  const localHour = (second: number): number => days.hourOfQuarter[quarterAt(quarters, second)] ?? 0;
  const isCovered = (day: number): boolean =>
    (day > 0 || localHour(span.first) === 0) && (day < days.count - 1 || localHour(span.last) === 23);
  return Array.from({ length: days.count }, (_, day) => day).filter(
    (day) => isCovered(day) && (missing[day] ?? 0) < missingHours,
  );
}

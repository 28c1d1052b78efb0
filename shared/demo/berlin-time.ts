import { civilFromDays, daysFromCivil } from '../base/calendar.ts';

/** Weekday of a number of days since 1970-01-01: 0 is Monday, 6 is Sunday. */
export function weekday(days: number): number {
  return (((days + 3) % 7) + 7) % 7;
}

/** How the clock runs in Europe/Berlin on one local day. */
export interface BerlinDay {
  /** Seconds since 1970, UTC, of local 00:00. */
  readonly midnight: number;
  /** Clock second of the day from which `shift` holds: 10,800 on the day of a change, else 86,400. */
  readonly changeAt: number;
  /** Seconds to add to `midnight` + clock second from `changeAt` on: -3,600 in spring, 3,600 in autumn, else 0. */
  readonly shift: number;
}

/**
 * The clock of one day, by the rule in force in the European Union since 1996: summer time from the last Sunday of March to
 * the last Sunday of October, changing at 01:00 UTC. In spring the clock seconds 7,200 to 10,799 do not exist.
 */
export function berlinDay(days: number): BerlinDay {
  const { year } = civilFromDays(days);
  const spring = lastSunday(year, 3, 31);
  const autumn = lastSunday(year, 10, 31);
  const offset = days > spring && days <= autumn ? 7200 : 3600;
  const midnight = days * 86_400 - offset;
  if (days === spring) return { midnight, changeAt: 10_800, shift: -3600 };
  if (days === autumn) return { midnight, changeAt: 10_800, shift: 3600 };
  return { midnight, changeAt: 86_400, shift: 0 };
}

/** Seconds since 1970, UTC, of a clock second of a day; `undefined` where the clock skips it in spring. */
export function utcSecond(day: BerlinDay, clockSecond: number): number | undefined {
  if (day.shift < 0 && clockSecond >= 7200 && clockSecond < 10_800) return undefined;
  return day.midnight + clockSecond + (clockSecond >= day.changeAt ? day.shift : 0);
}

function lastSunday(year: number, month: number, lastDay: number): number {
  const last = daysFromCivil(year, month, lastDay);
  return last - ((weekday(last) + 1) % 7);
}

/** Days since 1970-01-01 of a date of the Gregorian calendar (month and day count from 1). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}

/** Year, month and day (from 1) of a number of days since 1970-01-01; the inverse of `dayNumber`. */
export function civilDate(days: number): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const leap = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leap) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

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
  const { year } = civilDate(days);
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

/** `YYYY-MM-DDThh:mm:ssZ` of whole seconds since 1970. */
export function isoTime(second: number): string {
  const days = Math.floor(second / 86_400);
  const rest = second - days * 86_400;
  const { year, month, day } = civilDate(days);
  const clock = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map(twoDigits).join(':');
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}T${clock}Z`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function lastSunday(year: number, month: number, lastDay: number): number {
  const last = dayNumber(year, month, lastDay);
  return last - ((weekday(last) + 1) % 7);
}

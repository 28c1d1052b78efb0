/** Days since 1970-01-01 of a proleptic Gregorian date (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Year, month (1 to 12) and day (1 to 31) of a number of days since 1970-01-01; the inverse of `daysFromCivil`. */
export function civilFromDays(days: number): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

const two = (n: number): string => `${n}`.padStart(2, '0');

/** `YYYY-MM-DD` of a number of days since 1970-01-01. */
export function isoDay(days: number): string {
  const { year, month, day } = civilFromDays(days);
  return `${`${year}`.padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Days since 1970-01-01 of `YYYY-MM-DD`, or `undefined` when there is no such day. */
export function daysFromIso(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const days = daysFromCivil(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoDay(days) === text ? days : undefined;
}

/** `YYYY-MM-DDTHH:MM:SSZ` of whole seconds since 1970 UTC. */
export function isoUtc(seconds: number): string {
  return `${isoSeconds(seconds)}Z`;
}

/** The same instant in local time with its offset, `2026-05-04T18:00:00+02:00`; `offset` in seconds east of UTC. */
export function isoLocal(seconds: number, offset: number): string {
  const minutes = Math.abs(offset) / 60;
  return `${isoSeconds(seconds + offset)}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function isoSeconds(seconds: number): string {
  const day = Math.floor(seconds / 86_400);
  const rest = seconds - day * 86_400;
  return `${isoDay(day)}T${two(Math.floor(rest / 3600))}:${two(Math.floor((rest % 3600) / 60))}:${two(rest % 60)}`;
}

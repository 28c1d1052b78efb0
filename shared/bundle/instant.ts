import { civilFromDays, daysFromCivil } from '../base/calendar.ts';

/** A point in time and what a clock with the written offset showed. */
export interface WrittenInstant {
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly seconds: number;
  /** The written day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const form = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:Z|([+-])(\d{2}):(\d{2}))$/;

/** Reads `2026-05-04T16:00:00Z` or `2026-05-04T18:00:00+02:00` (years 0001 to 9999); `undefined` for anything else. */
export function readInstant(text: string): WrittenInstant | undefined {
  const match = form.exec(text);
  if (match === null) return undefined;
  const number = (group: number): number => Number(match[group] ?? 0);
  const [hour, minute, second] = [number(4), number(5), number(6)];
  const days = daysSince1970(number(1), number(2), number(3));
  if (days === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  const offset = secondsOf(match[7], number(8), number(9));
  if (offset === undefined) return undefined;
  const seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset;
  return { seconds, day: text.slice(0, 10), hour, minute, second };
}

function secondsOf(sign: string | undefined, hours: number, minutes: number): number | undefined {
  const size = hours * 3600 + minutes * 60;
  if (hours > 18 || minutes > 59 || (sign === '-' && size === 0)) return undefined;
  return sign === '-' ? -size : size;
}

function daysSince1970(year: number, month: number, date: number): number | undefined {
  const days = daysFromCivil(year, month, date);
  const read = civilFromDays(days);
  return year >= 1 && read.year === year && read.month === month && read.day === date ? days : undefined;
}

import type { TimeFormat } from './profile.ts';
import { nearlyAll } from './mostly.ts';
import { patternsInParts, type FormatInParts } from './time-in-parts.ts';

const clock = String.raw`([01]?\d|2[0-3])`;
const day = String.raw`(0?[1-9]|[12]\d|3[01])`;
const month = String.raw`(0?[1-9]|1[0-2])`;
const year = String.raw`((19|20)\d\d|\d\d)`;
const hours = String.raw`([ T]${clock}:\d\d(:\d\d)?| ${clock}:\d\d:\d\d\.\d{1,6}| ${clock}:\d\d(:\d\d)? [AaPp][Mm])?`;

const inParts = (format: FormatInParts): readonly [TimeFormat, RegExp] => [
  format,
  new RegExp(`^(?:${patternsInParts[format].map(({ pattern }) => pattern).join('|')})$`, 'i'),
];

const formats: readonly (readonly [TimeFormat, RegExp])[] = [
  [
    'iso',
    /^\d{4}([-/])(0?[1-9]|1[0-2])\1(0?[1-9]|[12]\d|3[01])([T ]\d\d?:\d\d(:\d\d(\.\d+)?)?)?( ?(Z|UTC|[+-]\d\d(:?\d\d)?))?$/,
  ],
  ['dayFirst', new RegExp(`^${day}[./-]${month}[./-]${year}${hours}$`)],
  ['monthFirst', new RegExp(`^${month}[/-]${day}[/-]${year}${hours}$`)],
  inParts('monthNames'),
  inParts('dayFirstMarks'),
  inParts('monthFirstMarks'),
  [
    'compact',
    /^(19|20)\d\d[._/-]?(0[1-9]|1[0-2])[._/-]?(0[1-9]|[12]\d|3[01])([ _T-]?([01]\d|2[0-4])[:.-]?[0-5]\d([:.-]?[0-5]\d([.,]\d+)?)?)?$/,
  ],
  inParts('shortYearFirst'),
  inParts('shortDayFirst'),
  ['epochMicroseconds', /^[0-9]{15,16}$/],
  ['epochSeconds', /^[0-9]{9,10}([.,]\d+)?$/],
  ['epochMilliseconds', /^[0-9]{12,13}$/],
  ['spreadsheetDays', /^(3[3-9]|4\d|50)\d{3}[.,]\d+$/],
];

const offsets: Partial<Record<TimeFormat, RegExp>> = {
  iso: /\d\d ?(Z|UTC|[+-]\d\d(:?\d\d)?)$/,
  monthNames: /(\d\d|[AP][.]?M[.]?) ?(Z|UTC|GMT|[+-]\d\d(:?\d\d)?)$/i,
};

/** Whether a value is written in a format. */
export function isWritten(format: TimeFormat, value: string): boolean {
  return formats.some(([one, pattern]) => one === format && pattern.test(value));
}

/**
 * The format most of the values are written in, `undefined` when none fits half of them. Where day and month could be
 * either, the day is first unless more values have the month first; where day and year could be, see `yearOrDayOf`.
 */
export function timeFormatOf(values: readonly string[]): TimeFormat | undefined {
  const filled = values.filter((value) => value !== '');
  const fitting = (format: TimeFormat): number => filled.filter((value) => isWritten(format, value)).length;
  const found = formats.find(([format]) => fitting(format) * 2 > filled.length)?.[0];
  if (found === 'dayFirst') {
    if (fitting('monthFirst') > fitting('dayFirst')) return 'monthFirst';
    return yearOrDayOf(filled, found) === 'year' ? 'shortYearFirst' : found;
  }
  if (found === 'dayFirstMarks' && fitting('monthFirstMarks') > fitting('dayFirstMarks'))
    return 'monthFirstMarks';
  if (found !== 'shortYearFirst') return found;
  return yearOrDayOf(filled, 'shortDayFirst') === 'day' ? 'shortDayFirst' : found;
}

/** What two figures before a month are; `open` where nothing tells. */
export type YearOrDay = 'year' | 'day' | 'open';

/**
 * What the first two figures are of times that may begin with a year of two figures or with a day. One of both where the other hardly fits, and
 * where it alone makes all times of one year: the other would make them the same day of the same month in several years.
 */
export function yearOrDayOf(values: readonly string[], dayFirst: 'dayFirst' | 'shortDayFirst'): YearOrDay {
  const asDay = values.filter((value) => isWritten(dayFirst, value));
  const asYear = values.filter((value) => isWritten('shortYearFirst', value));
  if (asYear.length < nearlyAll * asDay.length) return 'day';
  if (asDay.length < nearlyAll * asYear.length) return 'year';
  const parts = asYear.map((value) => value.replaceAll(/[-/]/g, ''));
  const years = new Set(parts.map((value) => value.slice(0, 2))).size;
  const days = new Set(parts.map((value) => value.slice(4, 6))).size;
  if ((years === 1) === (days === 1)) return 'open';
  return years === 1 ? 'year' : 'day';
}

/** Whether a time in a format may say its offset from UTC itself. */
export function mayStateOffset(format: TimeFormat): boolean {
  return offsets[format] !== undefined;
}

/** Whether most of the times say their offset from UTC, as `Z`, `+02:00` or by counting from 1970. */
export function timesHaveOffset(format: TimeFormat | undefined, values: readonly string[]): boolean {
  if (format !== undefined && countsFrom1970(format)) return true;
  const offset = format && offsets[format];
  if (!offset) return false;
  const filled = values.filter((value) => value !== '');
  return filled.filter((value) => offset.test(value.slice(10))).length * 2 > filled.length;
}

/** Whether times in a format count from 1970 and are therefore UTC. */
export function countsFrom1970(format: TimeFormat): boolean {
  return format === 'epochSeconds' || format === 'epochMilliseconds' || format === 'epochMicroseconds';
}

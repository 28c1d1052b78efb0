import type { TimeFormat } from './profile.ts';

const clock = String.raw`([01]?\d|2[0-4])`;
const day = String.raw`(0?[1-9]|[12]\d|3[01])`;
const month = String.raw`(0?[1-9]|1[0-2])`;
const year = String.raw`((19|20)\d\d|\d\d)`;
const hours = String.raw`([ T]${clock}:\d\d(:\d\d(\.\d+)?)?( ?[AaPp][Mm])?)?`;

const formats: readonly (readonly [TimeFormat, RegExp])[] = [
  [
    'iso',
    /^\d{4}([-/])(0?[1-9]|1[0-2])\1(0?[1-9]|[12]\d|3[01])([T ]\d\d?:\d\d(:\d\d(\.\d+)?)?)?( ?(Z|UTC|[+-]\d\d(:?\d\d)?))?$/,
  ],
  ['dayFirst', new RegExp(`^${day}[./-]${month}[./-]${year}${hours}$`)],
  ['monthFirst', new RegExp(`^${month}[/-]${day}[/-]${year}${hours}$`)],
  [
    'compact',
    /^(19|20)\d\d[._/-]?(0[1-9]|1[0-2])[._/-]?(0[1-9]|[12]\d|3[01])([ _T-]?([01]\d|2[0-4])[:.-]?[0-5]\d([:.-]?[0-5]\d([.,]\d+)?)?)?$/,
  ],
  ['epochMicroseconds', /^[0-9]{15,16}$/],
  ['epochSeconds', /^[0-9]{9,10}([.,]\d+)?$/],
  ['epochMilliseconds', /^[0-9]{12,13}$/],
  ['spreadsheetDays', /^(3[3-9]|4\d|50)\d{3}[.,]\d+$/],
];

/** Whether a value is written in a format. */
export function isWritten(format: TimeFormat, value: string): boolean {
  return formats.some(([one, pattern]) => one === format && pattern.test(value));
}

/**
 * The format most of the values are written in, `undefined` when none fits half of them. Where day and month could be
 * either, the day is first unless more values have the month first.
 */
export function timeFormatOf(values: readonly string[]): TimeFormat | undefined {
  const filled = values.filter((value) => value !== '');
  const fitting = (format: TimeFormat): number => filled.filter((value) => isWritten(format, value)).length;
  const found = formats.find(([format]) => fitting(format) * 2 > filled.length)?.[0];
  return found === 'dayFirst' && fitting('monthFirst') > fitting('dayFirst') ? 'monthFirst' : found;
}

/** Whether most of the times say their offset from UTC, as `Z`, `+02:00` or by counting from 1970. */
export function timesHaveOffset(format: TimeFormat | undefined, values: readonly string[]): boolean {
  if (format !== undefined && countsFrom1970(format)) return true;
  if (format !== 'iso') return false;
  const filled = values.filter((value) => value !== '');
  return (
    filled.filter((value) => /\d\d ?(Z|UTC|[+-]\d\d(:?\d\d)?)$/.test(value.slice(10))).length * 2 >
    filled.length
  );
}

/** Whether times in a format count from 1970 and are therefore UTC. */
export function countsFrom1970(format: TimeFormat): boolean {
  return format === 'epochSeconds' || format === 'epochMilliseconds' || format === 'epochMicroseconds';
}

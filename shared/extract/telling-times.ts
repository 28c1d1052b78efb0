import { isDay } from './clock-format.ts';
import type { TimeFormat } from './profile.ts';
import { isWritten } from './time-format.ts';

/** Ways to write a time that tell one by its values, those hardest to mistake first. */
export const tellingTimes: readonly TimeFormat[] = [
  'iso',
  'dayFirst',
  'monthFirst',
  'monthNames',
  'dayFirstMarks',
  'monthFirstMarks',
  'compact',
  'shortYearFirst',
  'shortDayFirst',
  'epochMicroseconds',
  'epochMilliseconds',
  'epochSeconds',
];
/** Of these, figures alone are hardly anything else. */
const areTold: ReadonlySet<TimeFormat> = new Set(['compact', 'shortYearFirst', 'shortDayFirst']);
const since1970 = /^1[0-9]{9}([.,]\d+)?$|^1[0-9]{12}$|^1[0-9]{15}$/;

/** Whether a value is unmistakably a time in a format, or a day of it; figures alone are where they are likely. */
export function tells(format: TimeFormat, text: string): boolean {
  if (!isWritten(format, text)) return false;
  return !/^[\d.,]+$/.test(text) || areTold.has(format) || since1970.test(text);
}

/** Whether a value is unmistakably a whole time, the day and the time of day. */
export function tellsWhole(text: string): boolean {
  return !isDay(text) && tellingTimes.some((format) => tells(format, text));
}

import { isWritten } from './time-format.ts';
import type { ClockFigures, TimeFormat } from './profile.ts';

/**
 * Patterns of a time of day, for JavaScript and for the engine alike: with colons, behind seconds with an offset from UTC, and with the hours of
 * half a day. The midnight that ends a day is hour 24.
 */
export const clockPattern =
  '([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]+)?( ?(Z|UTC|[+-][0-9]{2}(:?[0-9]{2})?))?)?|24:00(:00([.]0+)?)?';
export const clockOfTwelvePattern = '(0?[1-9]|1[0-2]):[0-5][0-9](:[0-5][0-9])? ?[AaPp][Mm]';

/** Patterns of a time of day without colons, in figures alone or with dots; a fraction of a second may follow. */
export const figuresPattern: Readonly<Record<ClockFigures, string>> = {
  hoursToSeconds:
    '(([01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]|240000|[1-9][0-5][0-9][0-5][0-9]|[1-5][0-9][0-5][0-9]|[1-9][0-5][0-9]|[1-5][0-9]|[0-9])([.][0-9]{1,9})?',
  hoursAndMinutes: '(([01][0-9]|2[0-3])[0-5][0-9]|2400|[1-9][0-5][0-9]|[1-5][0-9]|[0-9])([.]0+)?',
  dots: '([01]?[0-9]|2[0-3])[.][0-5][0-9][.][0-5][0-9]([.,][0-9]{1,9})?|24[.]00[.]00([.,]0{1,9})?|(0?[1-9]|1[0-2])[.][0-5][0-9]([.][0-5][0-9])?([.,][0-9]{1,9})? ?[AaPp][Mm]',
};

const whole = (pattern: string): RegExp => new RegExp(`^(${pattern})$`);
const withColons = whole(`${clockPattern}|${clockOfTwelvePattern}`);
const inFigures = {
  hoursToSeconds: whole(figuresPattern.hoursToSeconds),
  hoursAndMinutes: whole(figuresPattern.hoursAndMinutes),
  dots: whole(figuresPattern.dots),
} as const;

/** Whether a value is a time of day, where figures alone mean what they are said to. */
export function isClock(value: string, figures: ClockFigures | undefined): boolean {
  return withColons.test(value) || (figures !== undefined && inFigures[figures].test(value));
}

/** What figures alone mean in a column; `isOpen` says that nothing tells one meaning from the other. */
export interface FoundFigures {
  readonly figures: ClockFigures;
  readonly isOpen: boolean;
}

/**
 * What figures alone mean as times of day, `undefined` where most values are none, and `dots` where most have them. More than four tell hours to seconds, whose leading zeros may be
 * lost; four of which the first is 0 tell hours and minutes. Else those that could be either are held to be minutes and seconds after
 * midnight, with which a file in the order of time begins.
 */
export function clockFiguresOf(values: readonly string[]): FoundFigures | undefined {
  const filled = values.filter((value) => value !== '');
  if (filled.filter((value) => inFigures.dots.test(value)).length * 2 > filled.length)
    return { figures: 'dots', isOpen: false };
  const runs = filled.filter((value) => /^\d{1,6}(\.\d{1,9})?$/.test(value));
  if (runs.length * 2 <= filled.length) return undefined;
  if (runs.some((value) => /^\d{5}/.test(value))) return { figures: 'hoursToSeconds', isOpen: false };
  const areMinutes = runs.every((value) => inFigures.hoursAndMinutes.test(value));
  if (areMinutes && runs.some((value) => /^0\d{3}/.test(value)))
    return { figures: 'hoursAndMinutes', isOpen: false };
  return { figures: 'hoursToSeconds', isOpen: areMinutes };
}

/** Whether most times of day say their offset from UTC. */
export function clocksHaveOffset(values: readonly string[]): boolean {
  const filled = values.filter((value) => value !== '');
  return filled.filter((value) => /:\d\d.*(Z|UTC|[+-]\d\d(:?\d\d)?)$/.test(value)).length * 2 > filled.length;
}

const dated = [
  'iso',
  'dayFirst',
  'monthFirst',
  'compact',
  'shortYearFirst',
] as const satisfies readonly TimeFormat[];

/** Whether a value is a day without a time of day in a format, or in any; midnight written behind it is none. */
export function isDay(value: string, format?: TimeFormat): boolean {
  const day = value.replace(/[ T]0?0:00(:00([.]0+)?)?$/, '');
  if ((format ?? 'monthNames') === 'monthNames' && isWritten('monthNames', day))
    return !/[0-9][:.][0-9]/.test(day);
  if (day.length > 10 || /[ T:]/.test(day)) return false;
  return dated.some((one) => (format === undefined || one === format) && isWritten(one, day));
}

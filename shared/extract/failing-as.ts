import { clockFiguresOf, isClock } from './clock-format.ts';
import { fromE7, mayBeE7 } from './degrees-e7.ts';
import { failingValues } from './column-shape.ts';
import { TimeFormat, type ColumnProfile, type ColumnRole } from './profile.ts';
import { isWritten } from './time-format.ts';

/** Meanings a column can be given whose values can be held against them; those of times depend on how times are written. */
const tried = [
  'person',
  'cell',
  'area',
  'latitude',
  'longitude',
  'age',
  'birthYear',
  'consent',
  'range',
] as const satisfies readonly ColumnRole[];

/** A way to write times that none of so many values fits is not counted. */
const looked = 50;

/**
 * How many values of a column would not fit each other meaning, so that somebody who corrects one sees at once what it comes to. `times` holds
 * ways to write times that some of the first values fit; empty values fit none.
 */
export function failingAs(values: readonly string[]): NonNullable<ColumnProfile['failingAs']> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const failing = (fits: (value: string) => boolean): number =>
    [...counts].reduce((sum, [value, count]) => sum + (fits(value) ? 0 : count), 0);
  const first = values.filter((value) => value !== '').slice(0, looked);
  const times = TimeFormat.options.filter((format) => first.some((value) => isWritten(format, value)));
  const inE7 = first.some((value) => mayBeE7(value, 180));
  const figures = clockFiguresOf(values)?.figures;
  const beyond = (most: number): number => failing((value) => Math.abs(fromE7(value)) <= most);
  return {
    roles: {
      ...Object.fromEntries(
        tried.map((role) => [role, failing((value) => failingValues(role, [value]) === 0)]),
      ),
      clock: failing((value) => isClock(value, figures)),
    },
    times: Object.fromEntries(times.map((format) => [format, failing((value) => isWritten(format, value))])),
    ...(inE7 ? { degreesE7: { latitude: beyond(90), longitude: beyond(180) } } : {}),
  };
}

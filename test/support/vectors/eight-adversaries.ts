import { daysFromCivil } from '../../../shared/base/calendar.ts';
import { momentsOf, type TimePrecision } from '../../../shared/attacks/adversaries/moments.ts';
import type { Points } from '../../../shared/attacks/points.ts';

/**
 * The toy data of scikit-mobility's privacy tutorial and tests: seven people at the places A, B, C, D, all times at :34:04 in
 * February 2011. Places are numbered by latitude ascending (B, C, D, A), which is how the design breaks ties of home and work.
 */
const byLatitude = 'BCDA';
const traces = [
  'A 03-08, B 03-09, C 03-10, D 04-10',
  'A 03-08, C 03-09, A 04-10, B 04-11',
  'B 03-08, C 03-09, A 04-10, D 04-11',
  'C 04-10, B 04-11, D 04-12',
  'C 04-10, D 04-11, A 05-12',
  'A 04-10, B 04-11',
  'A 04-10, A 04-11, D 05-12',
];

/** Points of the toy data with times known to a precision. */
export function toyPoints(precision: TimePrecision): Points {
  return toyPointsWith((localSeconds) => momentsOf(localSeconds, precision));
}

/** Points of the toy data with slots made of the local seconds. */
export function toyPointsWith(slotsOf: (localSeconds: Int32Array) => Int32Array): Points {
  const visits = traces.map((trace) => trace.split(', ').map((visit) => /^(.) (..)-(..)$/.exec(visit) ?? []));
  const starts = new Int32Array(traces.length + 1);
  visits.forEach((own, person) => (starts[person + 1] = (starts[person] ?? 0) + own.length));
  const rows = visits.flat();
  const localSeconds = Int32Array.from(
    rows,
    ([, , day, hour]) => daysFromCivil(2011, 2, Number(day)) * 86_400 + Number(hour) * 3600 + 34 * 60 + 4,
  );
  return {
    places: byLatitude.length,
    starts,
    place: Int32Array.from(rows, ([, name]) => byLatitude.indexOf(name ?? '')),
    slot: slotsOf(localSeconds),
  };
}

/**
 * The risk of each of the seven is 1 in so many. Values of scikit-mobility's documentation and tests, run again for the design (8.1);
 * those marked "own" there are `time` with known 1 and the correct `homeWork`.
 */
export const toyRisks = [
  ['location', 2, 0, 'hour', [3, 2, 3, 3, 4, 4, 2]],
  ['location', 3, 0, 'hour', [2, 1, 2, 3, 3, 4, 1]],
  ['sequence', 2, 0, 'hour', [2, 2, 1, 2, 1, 3, 2]],
  ['sequence', 3, 0, 'hour', [1, 1, 1, 1, 1, 3, 1]],
  ['time', 2, 0, 'month', [3, 2, 3, 3, 4, 4, 2]],
  ['time', 3, 0, 'month', [2, 1, 2, 3, 3, 4, 1]],
  ['time', 2, 0, 'day', [1, 1, 1, 1, 1, 2, 1]],
  ['time', 3, 0, 'day', [1, 1, 1, 1, 1, 2, 1]],
  ['time', 2, 0, 'hour', [1, 1, 1, 1, 1, 2, 1]],
  ['time', 3, 0, 'hour', [1, 1, 1, 1, 1, 2, 1]],
  ['time', 1, 0, 'day', [2, 2, 2, 2, 1, 3, 1]],
  ['time', 1, 0, 'hour', [1, 2, 1, 1, 1, 3, 1]],
  ['uniqueLocation', 2, 0, 'hour', [3, 4, 3, 3, 4, 4, 4]],
  ['uniqueLocation', 3, 0, 'hour', [2, 3, 2, 3, 3, 4, 4]],
  ['frequency', 2, 0, 'hour', [3, 1, 3, 3, 3, 3, 1]],
  ['frequency', 2, 0.5, 'hour', [3, 1, 3, 3, 4, 4, 1]],
  ['frequency', 3, 0.5, 'hour', [2, 1, 2, 3, 3, 4, 1]],
  ['probability', 2, 0, 'hour', [2, 1, 2, 1, 1, 1, 1]],
  ['probability', 2, 0.5, 'hour', [3, 2, 3, 3, 4, 1, 1]],
  ['probability', 3, 0.5, 'hour', [2, 1, 2, 3, 3, 1, 1]],
  ['proportion', 2, 0, 'hour', [3, 1, 3, 3, 3, 3, 1]],
  ['proportion', 2, 0.5, 'hour', [3, 4, 3, 3, 3, 3, 4]],
  ['proportion', 3, 0.5, 'hour', [2, 3, 2, 3, 3, 3, 4]],
  ['homeWork', 2, 0, 'hour', [3, 2, 3, 3, 1, 2, 1]],
] as const;

/** What scikit-mobility prints because of its two defects: the least visited places as home and work, and "Hour" no finer than a day. */
export const toyRisksOfDefects = {
  homeWork: [4, 4, 4, 4, 1, 1, 1],
  timeHourKnown1: [2, 2, 2, 2, 1, 3, 1],
} as const;

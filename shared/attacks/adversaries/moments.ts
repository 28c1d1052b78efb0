import { civilFromDays } from '../../base/calendar.ts';

/** How precisely an adversary knows when: all larger units are known with it. */
export const timePrecisions = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;
export type TimePrecision = (typeof timePrecisions)[number];

const secondsOf = { day: 86_400, hour: 3600, minute: 60, second: 1 } as const;

/**
 * Whole numbers that are equal for times an adversary cannot tell apart, and that grow with time. `localSeconds` are seconds since 1970 on
 * the local clock.
 */
export function momentsOf(localSeconds: Int32Array, precision: TimePrecision): Int32Array {
  if (precision !== 'year' && precision !== 'month')
    return localSeconds.map((second) => Math.floor(second / secondsOf[precision]));
  const ofDay = new Map<number, number>();
  return localSeconds.map((second) => {
    const day = Math.floor(second / secondsOf.day);
    const known = ofDay.get(day);
    if (known !== undefined) return known;
    const { year, month } = civilFromDays(day);
    const moment = precision === 'year' ? year : year * 12 + month - 1;
    ofDay.set(day, moment);
    return moment;
  });
}

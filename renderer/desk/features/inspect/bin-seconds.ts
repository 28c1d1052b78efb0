import type { TimeBin } from '../../../../shared/recipe/recipe.ts';

const hour = 3600;
/** Hours a daypart has, by the local hour it starts at. */
const dayparts: Readonly<Record<number, number>> = { 22: 8, 6: 4, 10: 6, 16: 6 };

function localHour(second: number, timeZone: string): number {
  const text = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(
    new Date(second * 1000),
  );
  return Number(text);
}

function nominal(second: number, timeBin: TimeBin, timeZone: string): number {
  if (timeBin === 'quarterHour') return hour / 4;
  if (timeBin === 'hour') return hour;
  if (timeBin === 'day') return 24 * hour;
  return (dayparts[localHour(second, timeZone)] ?? 6) * hour;
}

/**
 * Length of each bin in seconds. A bundle states starts alone; a day or daypart that meets a clock change is an hour
 * longer or shorter, which shows in the start of the next bin when that follows at once.
 */
export function binSeconds(starts: Int32Array, timeBin: TimeBin, timeZone: string): Int32Array {
  return starts.map((start, i) => {
    const usual = nominal(start, timeBin, timeZone);
    const next = starts[i + 1];
    if (next === undefined || timeBin === 'quarterHour' || timeBin === 'hour') return usual;
    return Math.abs(next - start - usual) <= hour ? next - start : usual;
  });
}

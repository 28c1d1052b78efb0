import { daysFromIso } from '../../base/calendar.ts';
import { offsetAt, offsetTable } from '../../base/time-zone.ts';
import type { Recipe } from '../../recipe/recipe.ts';

/** Local days cut into equal bins, beginning with the night. Hours that a clock change skips are bins without anything. */
export interface SeriesClock {
  readonly days: number;
  readonly binsPerDay: number;
  /** How many bins at the beginning of each day are night. */
  readonly nightBins: number;
  /** Index of the bin that holds an instant (seconds since 1970 UTC), -1 outside the period. */
  readonly binAt: (utc: number) => number;
}

const day = 86_400;
/** Where nights (22 to 06), mornings, days and evenings begin, in hours after 22:00. */
const daypartStarts = [0, 8, 12, 18];

/** The bins in which a recipe tells footfall; undefined where they are whole days, in which there is no night. */
export function seriesClock({ timeBin, timeZone, period }: Recipe): SeriesClock | undefined {
  const first = daysFromIso(period?.from ?? '');
  const last = daysFromIso(period?.to ?? '');
  if (timeBin === 'day' || first === undefined || last === undefined) return undefined;
  const days = last - first + 1;
  const clock = offsetTable(timeZone, (first - 2) * day, (last + 3) * day);
  const ahead = timeBin === 'daypart' ? 2 * 3600 : 0;
  const binsPerDay = { quarterHour: 96, hour: 24, daypart: 4 }[timeBin];
  const binOfDay = (second: number): number =>
    timeBin === 'daypart'
      ? daypartStarts.findLastIndex((hour) => second >= hour * 3600)
      : Math.floor((second * binsPerDay) / day);
  return {
    days,
    binsPerDay,
    nightBins: timeBin === 'daypart' ? 1 : binsPerDay / 4,
    binAt: (utc) => {
      const local = utc + offsetAt(clock, utc) + ahead;
      const at = Math.floor(local / day) - first;
      if (at < 0 || at >= days) return -1;
      return at * binsPerDay + binOfDay(local - Math.floor(local / day) * day);
    },
  };
}

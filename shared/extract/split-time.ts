import { clockFiguresOf, isClock, isDay } from './clock-format.ts';
import { firstValues, half, mostly, nearlyAll, type Rows } from './mostly.ts';
import { isClockNamed, isDayNamed, isOfOtherTime, isOtherParty, nameRank } from './role-names.ts';
import { tellsWhole } from './telling-times.ts';

/** A column of days and one of times of day that together say when an event was, and whether both are named so. */
export interface SplitTime {
  readonly day: number;
  readonly clock: number;
  readonly areNamed: boolean;
}

/** What a file looks like at first; `hasNames` says that its first line is a header. */
interface Looked {
  readonly names: readonly string[];
  readonly rows: Rows;
  readonly hasNames: boolean;
}

/** Figures alone are times of day without a name only where so many differ. */
const leastClocks = 20;

/**
 * The columns that tell the time of an event in two parts; `undefined` where one tells all of it, where there are none, or where it is open which
 * of several belong together. Days of birth, ends and durations are passed over.
 */
export function splitTime({ names, rows, hasNames }: Looked): SplitTime | undefined {
  const columns = names.flatMap((name, column) => {
    const isOther = hasNames && (isOfOtherTime(name) || isOtherParty(name));
    return isOther ? [] : [{ column, name: hasNames ? name : '' }];
  });
  const whole = columns.filter(({ column, name }) =>
    mostly(rows, column, tellsWhole, shareOf(nameRank('events', 'time', name) !== -1)),
  );
  if (whole.some(({ name }) => nameRank('events', 'time', name) !== -1)) return undefined;
  const days = columns.filter(({ column, name }) =>
    mostly(rows, column, (text) => isDay(text), shareOf(isDayNamed(name))),
  );
  const pairs = days.flatMap((day) =>
    columns
      .filter((clock) => clock !== day && holdsClocks(clock, day.column, rows))
      .map((clock) => pairOf(day, clock)),
  );
  const best = pairs.toSorted((a, b) => b.likely - a.likely)[0];
  if (!best || (pairs.length > 1 && best.likely === 0)) return undefined;
  return best.areNamed || whole.length === 0 ? best : undefined;
}

const shareOf = (isNamed: boolean): number => (isNamed ? half : nearlyAll);

interface Named {
  readonly column: number;
  readonly name: string;
}

/** A pair, and how likely its columns belong together: both named, alike, or one behind the other. */
function pairOf(day: Named, clock: Named): SplitTime & { readonly likely: number } {
  const [dayNamed, clockNamed] = [isDayNamed(day.name), isClockNamed(clock.name)];
  const likely =
    (dayNamed ? 4 : 0) +
    (clockNamed ? 4 : 0) +
    (startsAlike(day.name, clock.name) ? 2 : 0) +
    (clock.column === day.column + 1 ? 1 : 0);
  return { day: day.column, clock: clock.column, areNamed: dayNamed && clockNamed, likely };
}

/** Whether two names begin with the same three letters, as `CALL_DATE` and `CALL_TIME` do. */
function startsAlike(one: string, other: string): boolean {
  return one.length > 3 && one.slice(0, 3).toLowerCase() === other.slice(0, 3).toLowerCase();
}

/** Whether a column holds times of day: with colons, or figures in a column that is named so or stands behind the day. */
function holdsClocks({ column, name }: Named, day: number, rows: Rows): boolean {
  const values = firstValues(rows, column);
  const found = clockFiguresOf(values);
  const isNamed = isClockNamed(name);
  if (!mostly(rows, column, (text) => isClock(text, found?.figures), shareOf(isNamed))) return false;
  if (found === undefined || isNamed) return true;
  return name === '' && column === day + 1 && !found.isOpen && new Set(values).size >= leastClocks;
}

import { daysFromIso } from '../base/calendar.ts';
import { Refusal } from '../base/failure.ts';
import { offsetAt, offsetTable, utcFromLocal, type OffsetTable } from '../base/time-zone.ts';
import type { Recipe } from '../recipe/recipe.ts';

/** Local days, both included, as days since 1970. */
export interface Days {
  readonly firstDay: number;
  readonly lastDay: number;
}

/** The local days an extract touches, with the clock of the time zone around them. */
export function daysOf(second: Int32Array, timeZone: string): Days & { readonly clock: OffsetTable } {
  let low = Infinity;
  let high = -Infinity;
  for (const value of second) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const clock = offsetTable(timeZone, low - 3 * 86_400, high + 3 * 86_400);
  const day = (utc: number): number => Math.floor((utc + offsetAt(clock, utc)) / 86_400);
  return { clock, firstDay: day(low), lastDay: day(high) };
}

/** The days of a recipe's period that the extract has. Refuses a period outside it (`period-outside`). */
export function periodIn({ firstDay, lastDay }: Days, { period }: Pick<Recipe, 'period'>): Days {
  const first = Math.max(firstDay, dayOf(period?.from) ?? firstDay);
  const last = Math.min(lastDay, dayOf(period?.to) ?? lastDay);
  if (first <= last) return { firstDay: first, lastDay: last };
  throw new Refusal(
    'period-outside',
    'The period of the recipe lies outside the extract: choose days that it covers.',
  );
}

/** First second and the second after the last of local days. */
export function span(clock: OffsetTable, { firstDay, lastDay }: Days): readonly [from: number, to: number] {
  return [utcFromLocal(clock, firstDay * 86_400), utcFromLocal(clock, (lastDay + 1) * 86_400)];
}

function dayOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const day = daysFromIso(text);
  if (day === undefined) throw new Refusal('no-such-day', `There is no day ${text}.`, { day: text });
  return day;
}

import { daysFromIso } from '../base/calendar.ts';
import { Refusal } from '../base/failure.ts';
import { offsetAt, offsetTable, utcFromLocal, type OffsetTable } from '../base/time-zone.ts';
import type { Recipe } from '../recipe/recipe.ts';

/** Local days, both included, as days since 1970. */
export interface Days {
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Days a clock knows before and after what is counted. */
const marginDays = 3;

/** The local days an extract touches, with the clock of the time zone around them. */
export function daysOf(second: Int32Array, timeZone: string): Days & { readonly clock: OffsetTable } {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < second.length; i++) {
    const value = second[i] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const clock = offsetTable(timeZone, low - marginDays * 86_400, high + marginDays * 86_400);
  const day = (utc: number): number => Math.floor((utc + offsetAt(clock, utc)) / 86_400);
  return { clock, firstDay: day(low), lastDay: day(high) };
}

/**
 * The days of a recipe's period that the extract has; under differential privacy all its days, because what noise is
 * planned for may not be read off the data. Refuses a period outside the extract (`period-outside`).
 */
export function periodIn(
  { firstDay, lastDay }: Days,
  { period, guarantee }: Pick<Recipe, 'period' | 'guarantee'>,
): Days {
  const stated = { firstDay: dayOf(period?.from) ?? firstDay, lastDay: dayOf(period?.to) ?? lastDay };
  const first = Math.max(firstDay, stated.firstDay);
  const last = Math.min(lastDay, stated.lastDay);
  if (first <= last && guarantee.kind === 'differentialPrivacy') return stated;
  if (first <= last) return { firstDay: first, lastDay: last };
  throw new Refusal(
    'period-outside',
    'The period of the recipe lies outside the extract: choose days that it covers.',
  );
}

/** A clock that is right on all of some days: that of the extract where they lie in it. */
export function clockOver(
  all: Days & { readonly clock: OffsetTable },
  { firstDay, lastDay }: Days,
): OffsetTable {
  if (firstDay >= all.firstDay && lastDay <= all.lastDay) return all.clock;
  const from = Math.min(firstDay, all.firstDay) - marginDays;
  const to = Math.max(lastDay, all.lastDay) + 1 + marginDays;
  return offsetTable(all.clock.timeZone, from * 86_400, to * 86_400);
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

import type { CoverageGap } from '../../ipc/extract-findings.ts';

/** Where fewer are expected, an empty hour says nothing. Of 20 expected, chance alone leaves fewer than a tenth once in 23 million hours. */
const enoughExpected = 20;
/** Other days needed to know what an hour of the day usually has. */
const enoughDays = 3;
/** So many hours without any event are a gap whatever other days have. */
const wholeDay = 24;
const hour = 3600;

/**
 * Hours in which events are missing. Our rule: an hour of the day usually has the median of the events it has on all days. Where
 * that is at least 20, an hour with less than a tenth of it is a gap. With fewer than three days the median of all hours stands in,
 * and only an empty hour counts. A whole day of empty hours is a gap in any case. The first and the last hour are never one, since
 * an extract may begin and end within an hour. What is missing at the same hour on most days is not found: it looks like the usual.
 *
 * `events` by hour from `start` (seconds since 1970 UTC) on; `hourOfDay` gives the local hour of the day, 0 to 23.
 * (Chance: a Poisson count of mean 20 is 0 or 1 with probability 21 e^-20 = 4.3e-8.)
 */
export function coverageGaps(
  events: readonly number[],
  start: number,
  hourOfDay: (hour: number) => number,
): readonly CoverageGap[] {
  const usual = usualEvents(events, hourOfDay);
  const isInside = (i: number): boolean => i > 0 && i < events.length - 1;
  const isLow = events.map((count, i) => isInside(i) && tooFew(count, usual(i)));
  for (const run of runs(events.map((count, i) => isInside(i) && count === 0)))
    if (run.hours >= wholeDay) isLow.fill(true, run.first, run.first + run.hours);
  return runs(isLow).map(({ first, hours }) => ({ firstSecond: start + first * hour, hours }));
}

interface Usual {
  readonly events: number;
  readonly fromFewDays: boolean;
}

function tooFew(count: number, { events, fromFewDays }: Usual): boolean {
  if (events < enoughExpected) return false;
  return fromFewDays ? count === 0 : count * 10 < events;
}

function usualEvents(
  events: readonly number[],
  hourOfDay: (hour: number) => number,
): (hour: number) => Usual {
  const byHour: number[][] = Array.from({ length: 24 }, () => []);
  for (let i = 1; i < events.length - 1; i++) byHour[hourOfDay(i)]?.push(events[i] ?? 0);
  const all = median(events.slice(1, -1));
  const known = byHour.map((counts) => ({ days: counts.length, events: median(counts) }));
  return (i) => {
    const { days, events: here } = known[hourOfDay(i)] ?? { days: 0, events: 0 };
    return days < enoughDays ? { events: all, fromFewDays: true } : { events: here, fromFewDays: false };
  };
}

/** The middle value, of an even number the lower of the two; 0 of none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
}

function runs(marks: readonly boolean[]): readonly { readonly first: number; readonly hours: number }[] {
  const found: { first: number; hours: number }[] = [];
  marks.forEach((mark, i) => {
    const last = found.at(-1);
    if (!mark) return;
    if (last !== undefined && last.first + last.hours === i) last.hours++;
    else found.push({ first: i, hours: 1 });
  });
  return found;
}

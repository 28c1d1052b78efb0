/** How a moment reads on the clocks of a zone. */
interface LocalMoment {
  readonly date: string;
  readonly clock: string;
}

/** British English writes the day first and counts to 24, as the rest of the interface does. */
function spoken(language: string): string {
  return language.startsWith('en') ? 'en-GB' : language;
}

function part(parts: readonly Intl.DateTimeFormatPart[], type: string): string {
  return parts.find((one) => one.type === type)?.value ?? '';
}

/** A function from seconds since 1970 to date and clock in a zone; make it once, it is dear. */
export function localMoments(timeZone: string, language: string): (second: number) => LocalMoment {
  const day = new Intl.DateTimeFormat(spoken(language), {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const german = language.startsWith('de');
  return (second) => {
    const parts = day.formatToParts(second * 1000);
    const weekday = part(parts, 'weekday').replace('.', '');
    const stop = german ? '.' : '';
    const date = `${weekday}${german ? ',' : ''} ${part(parts, 'day')}${stop} ${part(parts, 'month')} ${part(parts, 'year')}`;
    return { date, clock: clock.format(second * 1000) };
  };
}

/** What a clock shows beside the time when it shows the same time twice, such as `GMT+2`. */
function offsetName(second: number, timeZone: string, language: string): string {
  const parts = new Intl.DateTimeFormat(spoken(language), {
    timeZone,
    timeZoneName: 'short',
    hour: '2-digit',
  }).formatToParts(second * 1000);
  return part(parts, 'timeZoneName');
}

export interface BinTime {
  /** Seconds since 1970 UTC. */
  readonly start: number;
  /** Length in seconds. */
  readonly seconds: number;
}

/**
 * A bin in words: `Tue 5 May 2026, 18:00–19:00`, only the date for a whole local day, both dates where the end lies on
 * another day. The hour that a clock change repeats bears its offset.
 */
export function binLabel({ start, seconds }: BinTime, timeZone: string, language: string): string {
  const at = localMoments(timeZone, language);
  const [from, to] = [at(start), at(start + seconds)];
  if (from.clock === '00:00' && to.clock === '00:00') return from.date;
  const sameDay = from.date === at(start + seconds - 1).date;
  const end = sameDay && to.clock === '00:00' ? '24:00' : to.clock;
  const again = [start - 3600, start + 3600].some((other) => {
    const moment = at(other);
    return moment.date === from.date && moment.clock === from.clock;
  });
  const name = again ? ` (${offsetName(start, timeZone, language)})` : '';
  const hours = language.startsWith('de') ? ' Uhr' : '';
  if (sameDay) return `${from.date}, ${from.clock}–${end}${hours}${name}`;
  return `${from.date}, ${from.clock} – ${to.date}, ${end}${hours}${name}`;
}

/** First and last local date of a period: `4–10 May 2026`, or one date when it is a single day. */
export function periodLabel(first: BinTime, last: BinTime, timeZone: string, language: string): string {
  const format = new Intl.DateTimeFormat(spoken(language), { timeZone, dateStyle: 'long' });
  return format.formatRange(first.start * 1000, (last.start + last.seconds - 1) * 1000);
}

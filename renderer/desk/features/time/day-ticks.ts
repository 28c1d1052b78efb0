/** A local day on the axis: the index of its first bin, and what to call it. */
export interface DayTick {
  readonly bin: number;
  readonly label: string;
}

/** Days from which a weekday and a number no longer say which day it is. */
const longPeriod = 15;

/** The local days of a series of bins, whose starts are ascending seconds since 1970 UTC: `Tue 5`, or `5 May` in long periods. */
export function dayTicks(
  starts: Int32Array | readonly number[],
  timeZone: string,
  language: string,
): readonly DayTick[] {
  const days = firstBins(starts, timeZone);
  const locale = language.startsWith('en') ? 'en-GB' : language;
  const style: Intl.DateTimeFormatOptions =
    days.length < longPeriod ? { weekday: 'short', day: 'numeric' } : { day: 'numeric', month: 'short' };
  const format = new Intl.DateTimeFormat(locale, { timeZone, ...style });
  const stop = language.startsWith('de') ? '.' : '';
  return days.map((bin) => {
    const parts = format.formatToParts((starts[bin] ?? 0) * 1000);
    const named = (type: string): string =>
      parts.find((one) => one.type === type)?.value.replace('.', '') ?? '';
    return { bin, label: `${named('weekday')} ${named('day')}${stop} ${named('month')}`.trim() };
  });
}

function firstBins(starts: Int32Array | readonly number[], timeZone: string): readonly number[] {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short' });
  const found: number[] = [];
  let before = '';
  for (let bin = 0; bin < starts.length; bin += 1) {
    const day = format.format((starts[bin] ?? 0) * 1000);
    if (day !== before) found.push(bin);
    before = day;
  }
  return found;
}

/**
 * The ticks whose labels have room, from the left, none over the right edge; widths in pixels. A first day cut so short that its
 * label would take the room of the second, where all others have theirs, goes without.
 */
export function roomyTicks(
  ticks: readonly DayTick[],
  bins: number,
  width: number,
  labelWidth: number,
): readonly DayTick[] {
  const left = ({ bin }: DayTick): number => (bin / Math.max(1, bins)) * width;
  const [first, second, third] = ticks.map(left);
  const isCut = second !== undefined && third !== undefined && second - (first ?? 0) < labelWidth;
  let end = isCut && third - second >= labelWidth ? second : -Infinity;
  return ticks.filter((tick) => {
    const x = left(tick);
    if (x < end || x + labelWidth > width + 4) return false;
    end = x + labelWidth;
    return true;
  });
}

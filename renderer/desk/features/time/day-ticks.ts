/** A local day on the axis: the index of its first bin, and what to call it. */
export interface DayTick {
  readonly bin: number;
  readonly label: string;
}

/** The local days of a series of bins, whose starts are ascending seconds since 1970 UTC. */
export function dayTicks(
  starts: Int32Array | readonly number[],
  timeZone: string,
  language: string,
): readonly DayTick[] {
  const locale = language.startsWith('en') ? 'en-GB' : language;
  const format = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short', day: 'numeric' });
  const key = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short' });
  const ticks: DayTick[] = [];
  let before = '';
  starts.forEach((start: number, bin: number) => {
    const day = key.format(start * 1000);
    if (day === before) return;
    before = day;
    const parts = format.formatToParts(start * 1000);
    const named = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
    ticks.push({ bin, label: `${named('weekday').replace('.', '')} ${named('day')}` });
  });
  return ticks;
}

/** Every n-th tick, so that labels of a width in pixels have room. */
export function roomyTicks(
  ticks: readonly DayTick[],
  bins: number,
  width: number,
  labelWidth: number,
): readonly DayTick[] {
  let end = -Infinity;
  return ticks.filter((tick) => {
    const x = (tick.bin / Math.max(1, bins)) * width;
    if (x < end || x + labelWidth > width + 4) return false;
    end = x + labelWidth;
    return true;
  });
}

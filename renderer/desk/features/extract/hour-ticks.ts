export interface HourTick {
  readonly second: number;
  readonly text: string;
}

export interface HourWords {
  /** The day of an instant, such as `Mon 4`. */
  readonly day: (second: number) => string;
  /** The time of an instant, such as `06:00`. */
  readonly clock: (second: number) => string;
}

const hour = 3600;
/** How many labels fit side by side. */
const most = 12;
/** The share of the width that a label takes up. */
const room = 0.07;

/**
 * Where the axis of a chart of hours is labelled, in seconds since 1970: at the first hour of every local day, and
 * every six hours between when few days are shown. `start` is the first hour of `hours` hours. A label stands to the
 * right of its tick, so none is set where there is no room left for it.
 */
export function hourTicks(start: number, hours: number, words: HourWords): readonly HourTick[] {
  const end = start + hours * hour;
  const seconds = Array.from({ length: hours }, (_, i) => start + i * hour);
  const fits = (second: number) => end - second >= room * (end - start);
  const opensDay = (second: number) => words.day(second) !== words.day(second - hour);
  const days = seconds.filter(opensDay).map((second) => ({ second, text: words.day(second) }));
  const between = seconds
    .filter((second) => !opensDay(second) && Number.parseInt(words.clock(second), 10) % 6 === 0)
    .map((second) => ({ second, text: words.clock(second) }));
  const all = [...days, ...between].toSorted((a, b) => a.second - b.second);
  const chosen = all.length <= most ? all : days;
  const every = Math.ceil(chosen.length / most);
  const shown = chosen.filter((tick, i) => i % every === 0 && fits(tick.second));
  return shown.length > 0 ? shown : [{ second: start, text: `${words.day(start)}, ${words.clock(start)}` }];
}

import type { SizesByFate } from './sizes-by-fate.ts';

/** Bars of groups by size: bar `i` holds groups of `lows[i]` to `lows[i + 1] - 1` persons, the last is open. */
export interface GroupHistogram {
  readonly lows: readonly number[];
  readonly publishedGroups: readonly number[];
  readonly suppressedGroups: readonly number[];
  readonly secondaryGroups: readonly number[];
  readonly publishedPersons: readonly number[];
  readonly suppressedPersons: readonly number[];
  readonly secondaryPersons: readonly number[];
}

const firstLows = [1, 2, 3, 5, 10, 15, 20, 30, 50, 100, 200];

/** Lower ends of the bars, log-like: 1, 2, 3, 5, 10, 15, 20, 30, 50, 100, 200, then 500, 1000, 2000 and so on up to `most`. */
export function histogramLows(most: number): readonly number[] {
  const lows = [...firstLows];
  for (let power = 100; 5 * power <= most; power *= 10)
    lows.push(...[5 * power, 10 * power, 20 * power].filter((low) => low <= most));
  return lows;
}

/** The histogram of groups by size, each bar parted by what became of its groups. */
export function groupHistogram({ groups, published, secondary }: SizesByFate): GroupHistogram {
  const lows = histogramLows(groups.length - 1);
  const zeros = (): number[] => lows.map(() => 0);
  const bars = {
    publishedGroups: zeros(),
    suppressedGroups: zeros(),
    secondaryGroups: zeros(),
    publishedPersons: zeros(),
    suppressedPersons: zeros(),
    secondaryPersons: zeros(),
  };
  let bar = 0;
  const add = (part: 'published' | 'suppressed' | 'secondary', count: number, size: number): void => {
    bars[`${part}Groups`][bar] = (bars[`${part}Groups`][bar] ?? 0) + count;
    bars[`${part}Persons`][bar] = (bars[`${part}Persons`][bar] ?? 0) + count * size;
  };
  groups.forEach((all, size) => {
    if (size === 0 || all === 0) return;
    while (size >= (lows[bar + 1] ?? Infinity)) bar++;
    const [out, other] = [published[size] ?? 0, secondary[size] ?? 0];
    add('published', out, size);
    add('secondary', other, size);
    add('suppressed', all - out - other, size);
  });
  return { lows, ...bars };
}

import { classBreaks } from './class-breaks.ts';

/** Shares of the shown zones in the lowest and the highest class beyond which old classes say too little. */
const crowded = 0.6;

/**
 * The classes shown so far as long as they still tell the shown values apart, otherwise new ones. Colours so keep
 * their meaning while the time plays or the threshold is dragged.
 */
export function steadyBreaks(
  previous: readonly number[],
  values: Int32Array | readonly number[],
  count: number,
): readonly number[] {
  const shown = Array.from(values).filter((value) => value > 0);
  if (shown.length === 0) return previous;
  if (previous.length === 0) return classBreaks(shown, count);
  const second = previous[1] ?? Infinity;
  const last = previous.at(-1) ?? 0;
  const low = shown.filter((value) => value < second).length / shown.length;
  const high = shown.filter((value) => value >= last).length / shown.length;
  const enough = previous.length >= Math.min(count, new Set(shown).size, 4);
  return enough && low <= crowded && high <= crowded ? previous : classBreaks(shown, count);
}

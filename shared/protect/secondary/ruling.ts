import type { Ends } from './court.ts';

/** How a need turned out; `gaveUp`: the solver could not tell. */
export type Ruling = 'met' | 'narrow' | 'exact' | 'gaveUp';

/** Width of a range in whole numbers, undefined where the solver gave up on an end. */
export function widthOf({ most, least }: Ends): number | undefined {
  return most.kind === 'gaveUp' || least.kind === 'gaveUp' ? undefined : most.value - least.value;
}

/** Whether a range is as wide as wanted. */
export function widthRuling(width: number | undefined, wanted: number): Ruling {
  if (width === undefined) return 'gaveUp';
  if (width >= wanted) return 'met';
  return width <= 0 ? 'exact' : 'narrow';
}

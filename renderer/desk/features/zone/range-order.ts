import type { GroupRange } from '../../../../shared/ipc/protection.ts';

/** How a range is said: two bounds, one, none, or a single number, which should never be. */
export type RangeKind = 'exact' | 'between' | 'atLeast' | 'unbounded';

export function rangeKind({ low, high }: Pick<GroupRange, 'low' | 'high'>): RangeKind {
  if (high === undefined) return low > 0 ? 'atLeast' : 'unbounded';
  return high === low ? 'exact' : 'between';
}

function width({ low, high }: GroupRange): number {
  return high === undefined ? Number.MAX_SAFE_INTEGER : high - low;
}

/** Ranges from the narrowest to those nothing bounds; equally wide ones stay in the order of the table. */
export function narrowestFirst(ranges: readonly GroupRange[]): readonly GroupRange[] {
  return ranges.toSorted((a, b) => width(a) - width(b));
}

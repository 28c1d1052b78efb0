import type { OffsetTable } from '../base/time-zone.ts';
import type { IndexedTable } from '../products/indexed-table.ts';
import type { Breakdown } from '../products/person-classes.ts';
import type { TimeBins } from '../products/time-bins.ts';
import type { Placed } from './placed.ts';

/** One product counted: its groups, and all that their places in the cube stand for. */
export interface CountedTable {
  readonly table: IndexedTable;
  readonly placed: Placed;
  readonly breakdown: Breakdown;
  readonly zone: OffsetTable;
  /** Bins along the dimension `time`; none where the product knows no time. */
  readonly bins: Pick<TimeBins, 'starts' | 'seconds'>;
  /** Labels along the dimension `band`. */
  readonly bands: readonly string[];
  /** How many groups have how many contributors: `groupsOfSize[n]` groups have n. */
  readonly groupsOfSize: Int32Array;
  /** Local days counted, both included. */
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Fate of each group of a table by index: 0 published, 1 primary, 2 secondary; absent until protection has run. */
export type Fates = Uint8Array | undefined;

/** Whether group `i` carries a figure: large enough, and not hidden to protect another. */
export function isShown(
  { contributors }: IndexedTable,
  fates: Fates,
  minimumPersons: number,
  i: number,
): boolean {
  return (contributors[i] ?? 0) >= minimumPersons && (fates === undefined || fates[i] === 0);
}

import type { CountedTable } from './counted-table.ts';

/**
 * A counted table after stage 3: the fate of each group (0 published, 1 hidden because it is small, 2 hidden to protect
 * another) and the figure that is released for it, -1 for none.
 */
export interface ProtectedTable {
  readonly counted: CountedTable;
  readonly fates: Uint8Array;
  readonly figures: Int32Array;
  /** Places at which layers begin whose empty groups must not be told from hidden ones, although the recipe shows others. */
  readonly emptyHidden?: ReadonlySet<number>;
  /** The released figure for the whole population, -1 for none; absent where the recipe does not extrapolate. */
  readonly estimates?: Int32Array;
  /** The released number of trips, -1 for none; of flows only, absent where the recipe does not ask for trips. */
  readonly trips?: Int32Array;
  /** Raw persons of each group where the counted table bears noisy ones. For figures of the officer's screen only. */
  readonly raw?: Int32Array;
}

import type { GroupTable } from '../../products/group-table.ts';
import type { TimeBin } from '../../recipe/recipe.ts';

/** A table with what stage 3 decided of each of its groups so far. */
export interface ReleasedTable {
  readonly table: GroupTable;
  /** 1 where the group fell under the minimum (or breaks another primary rule). */
  readonly underMinimum: Uint8Array;
  /** 1 where the group must stay hidden for another reason, such as an earlier release. */
  readonly hiddenBefore?: Uint8Array | undefined;
}

/** Days of the period, 1 or more, that a band of the frequency table stands for; `high` of an open band is the period's length. */
export interface DaysOfBand {
  readonly low: number;
  readonly high: number;
}

/**
 * The tables that are published together and what a reader knows of how they were made. At most one table of each product.
 * `presence` is that of footfall, frequency and catchment; dwell and flows always use stays. `levels`: for every coarser
 * level, the index of its zone for each of the finest zones (-1: none); empty without coarser levels.
 */
export interface Release {
  readonly tables: readonly ReleasedTable[];
  readonly presence: 'events' | 'stays';
  readonly timeBin: TimeBin;
  readonly daysOfBands: readonly DaysOfBand[];
  readonly levels: readonly Int32Array[];
}

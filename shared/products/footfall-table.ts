/** `published` carries a figure; `suppressed` and `zero` do not count as one. Without `zeroGroups: 'shown'` zero is `suppressed`. */
export type GroupStatus = 'published' | 'suppressed' | 'zero';

/**
 * One row of `data/tables/footfall.csv`. `start` is UTC (`2026-05-04T16:00:00Z`), `start_local` the same instant with its
 * offset (`2026-05-04T18:00:00+02:00`). `ageBand` and `gender` are present exactly when the recipe breaks down by them.
 * `persons` is the rounded number of distinct persons, absent when suppressed, 0 when `zero`.
 */
export interface FootfallRow {
  readonly zoneId: string;
  readonly start: string;
  readonly startLocal: string;
  readonly ageBand?: string;
  readonly gender?: string;
  readonly persons?: number;
  readonly status: GroupStatus;
}

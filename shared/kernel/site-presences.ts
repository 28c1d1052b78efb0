/**
 * Who was at which site in which slot: sites are base cells, or the finest zones of a recipe. A run is all persons of one
 * site in one slot; runs of site `s` are `runStarts[s]` to `runStarts[s + 1] - 1`, ascending by slot, and the persons
 * of run `r` are rows `starts[r]` to `starts[r + 1] - 1`, ascending, each once. In shared memory where the host has it.
 */
export interface SitePresences {
  readonly runStarts: Int32Array;
  /** Slot of each run, counted from `firstSlot`. */
  readonly slot: Int32Array;
  readonly starts: Int32Array;
  readonly person: Int32Array;
  /** First slot, counted from 1970. */
  readonly firstSlot: number;
  readonly slots: number;
}

/** Events in memory: person number, seconds since 1970 UTC, and cell number, sorted by person and time, each row once. */
export interface BaseTable {
  readonly person: Int32Array;
  readonly second: Int32Array;
  readonly cell: Int32Array;
}

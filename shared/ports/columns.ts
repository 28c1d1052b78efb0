/** A result by column name, in flat typed arrays (64-bit hashes as `BigUint64Array`). No nulls. */
export interface Columns {
  readonly length: number;
  /** The 32-bit integers of a column; throws when it holds something else. */
  readonly int32: (name: string) => Int32Array;
  readonly float64: (name: string) => Float64Array;
  readonly uint64: (name: string) => BigUint64Array;
  readonly text: (name: string) => readonly string[];
}

/**
 * Where and when people were: rows of person p are `starts[p]` to `starts[p + 1] - 1`, in the order of time. `place` is 0 to
 * `places` - 1, `slot` a whole number that does not fall within a person. The same row may stand more than once, as several
 * visits. Lives in the vault only.
 */
export interface Points {
  readonly places: number;
  /** One longer than there are persons. */
  readonly starts: Int32Array;
  readonly place: Int32Array;
  readonly slot: Int32Array;
}

/** Persons of the points, with rows or without. */
export function personsOf(points: Points): number {
  return points.starts.length - 1;
}

/** First row of a person; the last is the one before the first row of the next person. */
export function firstRow(points: Points, person: number): number {
  return points.starts[person] ?? 0;
}

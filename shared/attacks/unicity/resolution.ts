/**
 * How coarsely places (or slots) are seen: `of[place]` is what a place looks like, 0 or more. `scale` says how many times coarser than
 * the finest, 1 or more: places merged into one, or slots into one bin.
 */
export interface Resolution {
  readonly of: Int32Array;
  readonly scale: number;
}

/**
 * Stays sorted by person and start: `person` was in `zone` from `from` to before `to`, seconds since 1970 UTC. A stay in zone
 * -1, which only `coarserStays` makes, counts nowhere but lies between those before and after it.
 */
export interface Stays {
  readonly person: Int32Array;
  readonly zone: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

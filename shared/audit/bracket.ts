/**
 * What has been found out about the range of every variable of a component: the true range of a variable reaches at least from
 * `reachedLow` to `reachedHigh` (a witness has such numbers; Infinity and -Infinity while there is none) and at most from
 * `provenLow` to `provenHigh`. `gaveUpLow` and `gaveUpHigh` are 1 where the solver gave up on that end.
 */
export interface Bracket {
  readonly reachedLow: Float64Array;
  readonly reachedHigh: Float64Array;
  readonly provenLow: Float64Array;
  readonly provenHigh: Float64Array;
  readonly gaveUpLow: Uint8Array;
  readonly gaveUpHigh: Uint8Array;
}

/**
 * What a reader knows of the numbers in a release, as a linear system. Variable `v` is the true number of one group; before
 * any identity the reader knows `low[v] <= x <= high[v]` (a figure rounded to base b leaves an interval, an exact one a
 * point, a hidden one 0 to Infinity or what the rule says). Row `r` says `rowLow[r] <= sum of coefficient * x <= rowHigh[r]`
 * over its entries `rowStarts[r]` to `rowStarts[r + 1] - 1`. All bounds are whole numbers or infinite, coefficients whole.
 */
export interface LinearSystem {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly rowStarts: Int32Array;
  readonly variable: Int32Array;
  readonly coefficient: Int32Array;
  readonly rowLow: Float64Array;
  readonly rowHigh: Float64Array;
}

/** Ranges a reader can work out: whole numbers, `high` may be Infinity. */
export interface Ranges {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

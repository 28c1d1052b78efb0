/** The machine's clock: what it claims, no more. */
export interface Clock {
  /** UTC, to the second, `YYYY-MM-DDThh:mm:ssZ`. */
  readonly now: () => string;
}

/** 64-bit keys by index, each in two unsigned halves. */
export interface Keys {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

/** `length` keys that are 0: of groups without anybody. */
export function emptyKeys(length: number): Keys {
  return { high: new Uint32Array(length), low: new Uint32Array(length) };
}

/** Adds entry `source` of `from` to entry `at` of `sums`, modulo 2^64, in place. */
export function addKey(sums: Keys, at: number, from: Keys, source: number): void {
  const low = (sums.low[at] ?? 0) + (from.low[source] ?? 0);
  sums.low[at] = low;
  sums.high[at] = (sums.high[at] ?? 0) + (from.high[source] ?? 0) + (low > 0xffff_ffff ? 1 : 0);
}

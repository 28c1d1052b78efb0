/** Numbers that satisfy all sums and bounds of a block, as far as they differ from the true ones, by group. */
export interface Witness {
  /** 1 where the number differs by one or more. */
  readonly isMoved: Uint8Array;
  /** 1 where the number is the true one. */
  readonly isStill: Uint8Array;
}

/** How far a number of a solver may be off. */
export const tolerance = 1e-6;

/** A witness from numbers of a solver. */
export function witnessFrom(truth: Float64Array, numbers: Float64Array): Witness {
  const by = numbers.map((number, group) => Math.abs(number - (truth[group] ?? 0)));
  return {
    isMoved: Uint8Array.from(by, (one) => Number(one >= 1 - tolerance)),
    isStill: Uint8Array.from(by, (one) => Number(one <= tolerance)),
  };
}

import type { NoiseTail } from './noise-tails.ts';

/** What one person can do to the keys of a sparse table, and the chance of betraying one of them that is accepted. */
export interface KeyRisk {
  /** Most keys that one person can bring into the table alone (from 1). */
  readonly keys: number;
  /** Most by which one person changes a key's count (from 1; distinct persons: 1). */
  readonly perKey: number;
  /** The chance that any such key is released, above 0 and below 1. */
  readonly delta: number;
}

/**
 * The chance that a key which only one person brings in reaches `threshold`: P[perKey + noise >= threshold], the threshold
 * itself included.
 */
export function keyDelta(tail: NoiseTail, threshold: number, perKey: number): number {
  return tail(threshold - perKey);
}

/**
 * The smallest whole threshold on the noisy count at which all keys of one person together stay hidden but for a chance of
 * `delta`: 1 - (1 - keyDelta)^keys <= delta. A key is released from the threshold on.
 */
export function keyThreshold(tail: NoiseTail, { keys, perKey, delta }: KeyRisk): number {
  const allowed = -Math.expm1(Math.log1p(-delta) / keys);
  const holds = (threshold: number): boolean => keyDelta(tail, threshold, perKey) <= allowed;
  let high = perKey + 1;
  while (!holds(high)) high *= 2;
  let low = perKey;
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

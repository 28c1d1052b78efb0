import { approximate } from './budget.ts';
import type { BlockLayout } from './block-layout.ts';
import type { ByteStream } from './byte-stream.ts';
import { discreteGaussian } from './discrete-gaussian.ts';
import type { EveryGroupNoise, PresentKeysNoise } from './noise-plan.ts';
import { nonNegativeFit } from './non-negative-fit.ts';
import { largestRemainder, nearestWithTotal, wholeTree } from './whole-numbers.ts';

/** Counts of the leaves of one block. */
export interface CountedBlock {
  readonly key: number;
  readonly counts: Float64Array;
}

/** A released block: its key and whole figures of its leaves, 0 or more. */
export interface NoisyBlock {
  readonly key: number;
  readonly figures: Float64Array;
}

/**
 * Noise on every group of every key of the cube, listed or not. With totals the figures keep the noisy sum of the block,
 * so that the total is not pushed up by removing negatives.
 */
export function* noisyEveryBlock(
  counted: Iterable<CountedBlock>,
  layout: BlockLayout,
  noise: EveryGroupNoise,
  bytes: ByteStream,
): Generator<NoisyBlock> {
  const draw = discreteGaussian(noise.variance, bytes);
  const noisy = (counts: Float64Array): Float64Array => counts.map((count) => count + Number(draw()));
  const nobody = new Float64Array(layout.leaves.length);
  let next = 0;
  for (const { key, counts } of counted) {
    for (; next < key; next++) yield { key: next, figures: settled(noisy(nobody), layout.hasTotals) };
    yield { key, figures: settled(noisy(counts), layout.hasTotals) };
    next = key + 1;
  }
  for (; next < layout.keys; next++) yield { key: next, figures: settled(noisy(nobody), layout.hasTotals) };
}

/**
 * Noise on the keys with somebody in them; those that reach the threshold on the noisy count are released, with noise on
 * all their groups, fitted to the count of the key.
 */
export function* noisyPresentBlocks(
  counted: Iterable<CountedBlock>,
  noise: PresentKeysNoise,
  bytes: ByteStream,
): Generator<NoisyBlock> {
  const drawKey = discreteGaussian(noise.keyVariance, bytes);
  const inside = noise.groupVariance && insideKeys(noise.groupVariance, noise.keyVariance, bytes);
  for (const { key, counts } of counted) {
    const persons = counts.reduce((sum, count) => sum + count, 0);
    if (persons === 0) continue;
    const noisy = persons + Number(drawKey());
    if (noisy < noise.keyThreshold) continue;
    yield { key, figures: inside ? inside(counts, noisy) : Float64Array.of(noisy) };
  }
}

function insideKeys(
  groupVariance: EveryGroupNoise['variance'],
  keyVariance: EveryGroupNoise['variance'],
  bytes: ByteStream,
): (counts: Float64Array, noisyKey: number) => Float64Array {
  const draw = discreteGaussian(groupVariance, bytes);
  const ofGroups = approximate(groupVariance);
  const ofKey = approximate(keyVariance);
  return (counts, noisyKey) => {
    const tree = {
      parent: Int32Array.from({ length: counts.length + 1 }, (_, node) => (node === 0 ? -1 : 0)),
    };
    const value = Float64Array.of(noisyKey, ...counts.map((count) => count + Number(draw())));
    const variance = new Float64Array(value.length).fill(ofGroups).fill(ofKey, 0, 1);
    return wholeTree(tree, nonNegativeFit(tree, { value, variance })).subarray(1);
  };
}

function settled(noisy: Float64Array, hasTotals: boolean): Float64Array {
  if (!hasTotals) return noisy.map((figure) => Math.max(0, figure));
  const total = Math.max(
    0,
    noisy.reduce((sum, figure) => sum + figure, 0),
  );
  return largestRemainder(nearestWithTotal(noisy, total), total);
}

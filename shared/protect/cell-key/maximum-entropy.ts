/** Deviations that share one probability: how many, and the means of v and of v squared over them. */
interface Block {
  readonly size: number;
  readonly mean: number;
  readonly square: number;
}

interface Fit {
  readonly tilt: number;
  readonly curve: number;
  readonly probabilities: readonly number[];
  readonly variance: number;
}

/**
 * The distribution over `deviations` with the largest entropy among those of mean 0 and variance at most `variance`. Where
 * `monotone`, probabilities may not fall on the way up to deviation 0 (nothing is asked where 0 is not among them).
 * `deviations` ascend and lie on both sides of 0; `variance` is greater than the smallest that mean 0 allows.
 *
 * The logarithms are a parabola in v that opens downwards, so where the rise to 0 binds it binds next to 0: the deviations
 * from some place up to 0 share one probability. The place is right where this is feasible and no member of the block
 * could gain on its own (the conditions of Karush, Kuhn and Tucker); the optimum is unique because entropy is strictly concave.
 */
export function maximumEntropy(
  deviations: readonly number[],
  variance: number,
  monotone: boolean,
): readonly number[] {
  const zero = deviations.indexOf(0);
  for (let first = zero; first >= Math.min(zero, 0); first--) {
    const blocks = blocksFrom(deviations, first, zero);
    const fit = solve(blocks, variance);
    const probabilities = deviations.map((_, i) => fit.probabilities[blockOf(i, first, zero)] ?? 0);
    if (!monotone || zero < 0 || isOptimal(fit, blocks, first, deviations[first] ?? 0)) return probabilities;
  }
  throw new Error(`no distribution of variance ${variance} over ${deviations.join(' ')}`);
}

/** Whether probabilities rise up to the block at `first`, and its `lowest` member alone would be at least as probable as it is. */
function isOptimal(fit: Fit, blocks: readonly Block[], first: number, lowest: number): boolean {
  const score = (mean: number, square: number): number => fit.tilt * mean + fit.curve * square;
  const block = blocks[first] ?? single(0);
  const shared = score(block.mean, block.square);
  const before = blocks[first - 1];
  const rises = !before || score(before.mean, before.square) <= shared + 1e-12;
  return rises && score(lowest, lowest * lowest) >= shared - 1e-9;
}

function blockOf(index: number, first: number, zero: number): number {
  if (first < 0 || index < first) return index;
  return index <= zero ? first : index - (zero - first);
}

function single(v: number): Block {
  return { size: 1, mean: v, square: v * v };
}

function blocksFrom(deviations: readonly number[], first: number, zero: number): readonly Block[] {
  if (first < 0) return deviations.map(single);
  const shared = deviations.slice(first, zero + 1);
  const over = (value: (v: number) => number): number =>
    shared.reduce((sum, v) => sum + value(v), 0) / shared.length;
  const block = { size: shared.length, mean: over((v) => v), square: over((v) => v * v) };
  return [...deviations.slice(0, first).map(single), block, ...deviations.slice(zero + 1).map(single)];
}

function logScale(blocks: readonly Block[], tilt: number, curve: number): number {
  const scores = blocks.map((block) => tilt * block.mean + curve * block.square);
  const top = Math.max(...scores);
  return (
    top + Math.log(blocks.reduce((sum, { size }, i) => sum + size * Math.exp((scores[i] ?? 0) - top), 0))
  );
}

/** Mean 0 alone first; where its variance is too large, mean 0 and the variance asked for. */
function solve(blocks: readonly Block[], variance: number): Fit {
  const free = newton(blocks, undefined);
  return free.variance <= variance ? free : newton(blocks, variance);
}

/** Minimises the convex dual, the logarithm of the partition sum less `curve * variance`, by damped Newton steps. */
function newton(blocks: readonly Block[], variance: number | undefined): Fit {
  let at = evaluate(blocks, 0, 0, variance);
  for (let step = 0; step < 200; step++) {
    const [dTilt, dCurve] = direction(at, variance !== undefined);
    const slope = at.gradient[0] * dTilt + at.gradient[1] * dCurve;
    if (!(slope < -1e-30)) break;
    let size = 1;
    let next = evaluate(blocks, at.tilt + dTilt, at.curve + dCurve, variance);
    while (next.value > at.value + 1e-4 * size * slope && size > 1e-12) {
      size /= 2;
      next = evaluate(blocks, at.tilt + size * dTilt, at.curve + size * dCurve, variance);
    }
    if (size <= 1e-12) break;
    at = next;
  }
  return at;
}

interface Point extends Fit {
  readonly value: number;
  readonly gradient: readonly [number, number];
  readonly hessian: readonly [number, number, number];
}

function evaluate(
  blocks: readonly Block[],
  tilt: number,
  curve: number,
  variance: number | undefined,
): Point {
  const scale = logScale(blocks, tilt, curve);
  const probabilities = blocks.map(({ mean, square }) => Math.exp(tilt * mean + curve * square - scale));
  const moment = (of: (block: Block) => number): number =>
    blocks.reduce((sum, block, i) => sum + block.size * of(block) * (probabilities[i] ?? 0), 0);
  const mean = moment((b) => b.mean);
  const square = moment((b) => b.square);
  return {
    tilt,
    curve,
    probabilities,
    variance: square,
    value: scale - curve * (variance ?? 0),
    gradient: [mean, variance === undefined ? 0 : square - variance],
    hessian: [
      moment((b) => b.mean * b.mean) - mean * mean,
      moment((b) => b.mean * b.square) - mean * square,
      moment((b) => b.square * b.square) - square * square,
    ],
  };
}

function direction({ gradient, hessian }: Point, curved: boolean): readonly [number, number] {
  const [g, h] = gradient;
  const [a, b, d] = hessian;
  const determinant = a * d - b * b;
  if (!curved || determinant <= 1e-14 * a * d) return [-g / a, curved ? -h / d : 0];
  return [(-d * g + b * h) / determinant, (b * g - a * h) / determinant];
}

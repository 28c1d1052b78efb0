import type { SeededRandom } from '../random.ts';

/** Weights from which one can draw. */
export interface Shares {
  /** Sums up to and with each place. */
  readonly ends: Float64Array;
  readonly weights: Float64Array;
}

/** What a release says of zones and times apart. */
export interface Marginals {
  readonly zones: Shares;
  readonly bins: Shares;
  /** All figures together, hidden ones as guessed. */
  readonly total: number;
}

/** Shares over weights of 0 or more; all the same where none is above 0. */
export function sharesOf(weights: Float64Array): Shares {
  const some = weights.some((weight) => weight > 0) ? weights : weights.map(() => 1);
  let sum = 0;
  return { weights: some, ends: some.map((weight) => (sum += weight)) };
}

/** A place, as probable as its weight says. */
export function drawFrom({ ends }: Shares, random: SeededRandom): number {
  const at = random.uniform() * (ends.at(-1) ?? 0);
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const half = (low + high) >> 1;
    if ((ends[half] ?? 0) > at) high = half;
    else low = half + 1;
  }
  return low;
}

/**
 * Sums over bins and over zones. Noise averages out in them, so figures below 0 are added as they are and only sums are cut at 0;
 * hidden figures count as guessed.
 */
export function marginalsOf(release: {
  readonly zones: number;
  readonly figures: Float64Array;
  readonly hiddenGuess: number;
}): Marginals {
  const { zones, figures, hiddenGuess } = release;
  const byZone = new Float64Array(zones);
  const byBin = new Float64Array(figures.length / zones);
  for (const [group, figure] of figures.entries()) {
    const value = Number.isNaN(figure) ? hiddenGuess : figure;
    const [zone, bin] = [group % zones, Math.floor(group / zones)];
    byZone[zone] = (byZone[zone] ?? 0) + value;
    byBin[bin] = (byBin[bin] ?? 0) + value;
  }
  return {
    zones: sharesOf(byZone.map(cutAtZero)),
    bins: sharesOf(byBin.map(cutAtZero)),
    total: Math.max(
      0,
      byZone.reduce((a, b) => a + b, 0),
    ),
  };
}

function cutAtZero(sum: number): number {
  return Math.max(0, sum);
}

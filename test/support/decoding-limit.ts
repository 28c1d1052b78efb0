/** Secret bits counted over random subsets, each person in half of them, and what is added to the answers. */
export interface DecodingGame {
  readonly bits: number;
  readonly queries: number;
  readonly deviation: number;
}

/** Points and weights of a sum that stands for the mean over the standard normal distribution. */
const points = Array.from({ length: 6000 }, (_, i) => -8 + (16 * (i + 0.5)) / 6000);
const densities = points.map((z) => Math.exp((-z * z) / 2));
const whole = densities.reduce((sum, density) => sum + density, 0);

function mean(value: (z: number) => number): number {
  return points.reduce((sum, z, i) => sum + (value(z) * (densities[i] ?? 0)) / whole, 0);
}

const clip = (low: number, value: number, high: number): number => Math.max(low, Math.min(high, value));

/**
 * The share of bits that the linear programme reads right in the limit of many bits, worked out without solving one or drawing anything:
 * least distances within bounds behave as if each bit were seen alone with Gaussian noise of deviation tau, clipped to 0 to 1, where tau
 * solves the state equations of generalised approximate message passing (Rangan 2011; for least distances Donoho and Montanari 2016).
 * Rounding whole answers adds a twelfth to their variance.
 */
export function decodingLimit({ bits, queries, deviation }: DecodingGame): number {
  const spread = 1 / 4; // variance of "is in the subset"
  let [missed, slack, tau] = [0.25, 0.1 * bits * spread, 1];
  for (let round = 0; round < 200; round += 1) {
    const residual = Math.sqrt(deviation ** 2 + 1 / 12 + bits * spread * missed);
    const [bound, size] = [slack, residual];
    const squared = mean((z) => (clip(-bound, size * z, bound) / bound) ** 2);
    const slope = mean((z) => (Math.abs(size * z) < bound ? 1 / bound : 0));
    const step = 1 / (queries * spread * slope);
    const noise = Math.sqrt(squared * queries * spread) * step;
    tau = noise;
    // A secret 0 and a secret 1 are mirror images.
    missed = 0.5 * missed + 0.5 * mean((z) => clip(0, noise * z, 1) ** 2);
    slack = 0.5 * slack + 0.5 * bits * spread * step * mean((z) => (z > 0 && noise * z < 1 ? 1 : 0));
  }
  return mean((z) => (tau * z < 0.5 ? 1 : 0));
}

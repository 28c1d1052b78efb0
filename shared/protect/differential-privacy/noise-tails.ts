/** P[X >= `least`] for whole-valued noise X. */
export type NoiseTail = (least: number) => number;

/** Above this variance the sum over all whole numbers equals the integral to the last digit of a double. */
const integralFrom = 4;

/** The tail of the discrete Gaussian with parameter sigma^2 = `variance` (positive). Figures, not draws: floating point. */
export function gaussianTail(variance: number): NoiseTail {
  const norm = gaussianNorm(variance);
  const upper = (least: number): number => {
    let sum = 0;
    for (let x = least; ; x++) {
      const term = Math.exp(-(x * x) / (2 * variance));
      sum += term;
      if (term <= sum * 1e-18) return sum / norm;
    }
  };
  return (least) => (least > 0 ? upper(least) : 1 - upper(1 - least));
}

/** The tail of the discrete Laplace distribution of that positive `scale`. */
export function laplaceTail(scale: number): NoiseTail {
  const upper = (least: number): number => Math.exp(-least / scale) / (1 + Math.exp(-1 / scale));
  return (least) => (least > 0 ? upper(least) : 1 - upper(1 - least));
}

/**
 * The smallest delta for which one discrete Gaussian count with parameter sigma^2 = `variance`, changed by at most
 * `sensitivity` (a whole number from 1), is (`epsilon`, delta) differentially private: exact, after Canonne, Kamath and
 * Steinke 2020, theorem 7.
 */
export function gaussianDelta(variance: number, epsilon: number, sensitivity = 1): number {
  const tail = gaussianTail(variance);
  const middle = (epsilon * variance) / sensitivity;
  const above = (limit: number): number => tail(Math.floor(limit) + 1);
  return above(middle - sensitivity / 2) - Math.exp(epsilon) * above(middle + sensitivity / 2);
}

function gaussianNorm(variance: number): number {
  if (variance >= integralFrom) return Math.sqrt(2 * Math.PI * variance);
  let sum = 1;
  for (let x = 1; ; x++) {
    const term = 2 * Math.exp(-(x * x) / (2 * variance));
    sum += term;
    if (term <= sum * 1e-18) return sum;
  }
}

import { normalBelow } from './normal.ts';

/** What no attack can exceed; both between one half (guessing) and 1. */
export interface Ceiling {
  readonly auc: number;
  /** Balanced accuracy. */
  readonly accuracy: number;
}

/**
 * The ceiling of membership inference against Gaussian noise with a total of `rho` (0 or more) in the game in which one person is added
 * or left out: the release is mu-Gaussian private with mu = sqrt(2 rho) (Dong, Roth and Su 2022), so the area under the curve is at most
 * Phi(sqrt(rho)) and the balanced accuracy at most Phi(sqrt(rho / 2)). Exact for continuous noise and, from a standard deviation of 1
 * on, equal for discrete noise to within what a test resolves; it does not hold for every zCDP mechanism.
 */
export function gaussianCeiling(rho: number): Ceiling {
  return { auc: normalBelow(Math.sqrt(rho)), accuracy: normalBelow(Math.sqrt(rho / 2)) };
}

/** The ceiling for any `epsilon`-differentially private release (0 or more): e^epsilon / (1 + e^epsilon) for both. */
export function pureCeiling(epsilon: number): Ceiling {
  const most = 1 / (1 + Math.exp(-epsilon));
  return { auc: most, accuracy: most };
}

/** Halvings after which the ends of an interval of doubles no longer move. */
const halvings = 120;

/**
 * The smallest delta proved for a `rho`-zCDP release at `epsilon`: the minimum over alpha > 1 of
 * exp((alpha - 1)(alpha rho - epsilon) + alpha log(1 - 1/alpha)) / (alpha - 1), found by halving on the sign of its
 * derivative (Canonne, Kamath and Steinke 2020). `rho` and `epsilon` are 0 or more.
 */
export function deltaOf(rho: number, epsilon: number): number {
  if (rho === 0) return 0;
  const alpha = highestKept([1.01, (epsilon + 1) / (2 * rho) + 2], (at) => {
    return (2 * at - 1) * rho - epsilon + Math.log1p(-1 / at) < 0;
  });
  const exponent = (alpha - 1) * (alpha * rho - epsilon) + alpha * Math.log1p(-1 / alpha);
  return Math.min(1, Math.exp(exponent) / (alpha - 1));
}

/**
 * The smallest epsilon for which a `rho`-zCDP release is proved (epsilon, `delta`) differentially private. Tighter than the
 * textbook rho + 2 sqrt(rho ln(1/delta)). `delta` lies above 0.
 */
export function epsilonOf(rho: number, delta: number): number {
  if (rho === 0 || delta >= 1) return 0;
  const textbook = rho + 2 * Math.sqrt(rho * Math.log(1 / delta));
  const below = highestKept([0, textbook], (epsilon) => deltaOf(rho, epsilon) > delta);
  return below === 0 ? 0 : nextUp(below);
}

/** The largest rho whose release is still (`epsilon`, `delta`) differentially private; the inverse of `epsilonOf`. */
export function rhoOf(epsilon: number, delta: number): number {
  return highestKept([0, epsilon + 1], (rho) => deltaOf(rho, epsilon) <= delta);
}

/** The largest number of an interval that is kept, where all numbers below a kept one are kept too; to the last digit. */
function highestKept([from, to]: readonly [number, number], keeps: (at: number) => boolean): number {
  let [low, high] = [from, to];
  for (let i = 0; i < halvings; i++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (keeps(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** A number just above a positive one, by less than 1e-15 of it. */
function nextUp(value: number): number {
  return value * (1 + 2 * Number.EPSILON);
}

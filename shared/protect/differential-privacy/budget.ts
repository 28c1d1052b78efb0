import { product, quotient, rational, rationalOfText, sumOf, type Rational } from './rational.ts';
import { rhoOf } from './zcdp.ts';

/** The nearest double; for figures on screen and bounds, never for drawing noise. */
export function approximate({ numerator, denominator }: Rational): number {
  return Number(numerator) / Number(denominator);
}

/** sigma^2 of discrete Gaussian noise that makes a table of squared L2 sensitivity `squared` exactly `rho`-zCDP. */
export function varianceFor(squared: bigint, rho: Rational): Rational {
  if (rho.numerator <= 0n) throw new Error('a table without a budget cannot be released');
  return quotient(rational(squared), product(rational(2n), rho));
}

/** What several releases about the same persons cost together: products and periods add up. */
export function totalRho(parts: readonly Rational[]): Rational {
  return sumOf(parts);
}

/** `rho` in equal parts. */
export function shareOf(rho: Rational, parts: number): Rational {
  return quotient(rho, rational(BigInt(parts)));
}

/** The largest rho of at most six decimal places that keeps a release within (`epsilon`, `delta`). */
export function rhoWithin(epsilon: number, delta: number): Rational {
  return rationalOfText((Math.floor(rhoOf(epsilon, delta) * 1e6) / 1e6).toFixed(6));
}

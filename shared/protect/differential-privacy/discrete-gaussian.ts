import { bernoulliExp } from './bernoulli.ts';
import type { ByteStream } from './byte-stream.ts';
import { discreteLaplace } from './discrete-laplace.ts';
import { rational, wholeRoot, type Rational } from './rational.ts';

/**
 * Draws from the discrete Gaussian distribution, P[x] proportional to exp(-x^2 / (2 `variance`)), exactly (Canonne, Kamath
 * and Steinke 2020, algorithm 3). `variance` is the positive parameter sigma^2.
 *
 * With sigma^2 = a/b and t = floor(sigma) + 1, a Laplace draw y of scale t is kept with probability
 * exp(-(|y| - sigma^2/t)^2 / (2 sigma^2)), which is exp(-(|y| bt - a)^2 / (2abt^2)) in whole numbers.
 */
export function discreteGaussian(variance: Rational, bytes: ByteStream): () => bigint {
  const { numerator: a, denominator: b } = variance;
  if (a <= 0n) throw new Error('the variance of noise must be positive');
  const scale = wholeRoot(variance) + 1n;
  const stride = b * scale;
  const denominator = 2n * a * stride * scale;
  const laplace = discreteLaplace(rational(scale), bytes);
  return () => {
    for (;;) {
      const draw = laplace();
      const difference = (draw < 0n ? -draw : draw) * stride - a;
      if (bernoulliExp(bytes, difference * difference, denominator)) return draw;
    }
  };
}

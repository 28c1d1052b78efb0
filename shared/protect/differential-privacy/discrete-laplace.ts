import { bernoulliExp } from './bernoulli.ts';
import type { ByteStream } from './byte-stream.ts';
import type { Rational } from './rational.ts';
import { uniformInteger } from './uniform-integer.ts';

/**
 * Draws from the discrete Laplace distribution, P[x] proportional to exp(-|x| / `scale`), exactly (Canonne, Kamath and
 * Steinke 2020, algorithm 2). `scale` is positive.
 */
export function discreteLaplace(scale: Rational, bytes: ByteStream): () => bigint {
  const { numerator: t, denominator: s } = scale;
  if (t <= 0n) throw new Error('the scale of noise must be positive');
  const uniform = uniformInteger(bytes, t);
  return () => {
    for (;;) {
      const offset = uniform();
      if (!bernoulliExp(bytes, offset, t)) continue;
      let runs = 0n;
      while (bernoulliExp(bytes, 1n, 1n)) runs++;
      const size = (offset + t * runs) / s;
      const negative = (bytes.next() & 1n) === 1n;
      if (negative && size === 0n) continue;
      return negative ? -size : size;
    }
  };
}

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  quotient,
  rational,
  rationalOfText,
  sumOf,
  wholeRoot,
} from '../../../../shared/protect/differential-privacy/rational.ts';

describe('fractions', () => {
  it('are in lowest terms with a positive denominator', () => {
    expect(rational(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
    expect(rational(0n, 7n)).toEqual({ numerator: 0n, denominator: 1n });
    expect(() => rational(1n, 0n)).toThrow('denominator');
    expect(() => quotient(rational(1n), rational(0n))).toThrow('denominator');
  });

  it('read decimals exactly', () => {
    expect(rationalOfText('0.05')).toEqual(rational(1n, 20n));
    expect(rationalOfText('12.500')).toEqual(rational(25n, 2n));
    expect(rationalOfText('-0.5')).toEqual(rational(-1n, 2n));
    expect(rationalOfText('339/542')).toEqual(rational(339n, 542n));
    for (const text of ['', '1e-3', '.5', '1/2/3', 'NaN', '1 '])
      expect(() => rationalOfText(text)).toThrow('neither');
    expect(sumOf(Array.from({ length: 10 }, () => rationalOfText('0.1')))).toEqual(rational(1n));
    expect(sumOf([])).toEqual(rational(0n));
  });

  it('have the root of the largest square that fits', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 1n << 200n }),
        fc.bigInt({ min: 1n, max: 1n << 40n }),
        (above, below) => {
          const root = wholeRoot(rational(above, below));
          expect(root * root * below <= above && (root + 1n) * (root + 1n) * below > above).toBe(true);
        },
      ),
      { seed: 11, numRuns: 300 },
    );
    expect([0n, 1n, 2n, 3n, 4n, 8n, 9n].map((value) => wholeRoot(rational(value)))).toEqual([
      0n,
      1n,
      1n,
      1n,
      2n,
      2n,
      3n,
    ]);
    expect(() => wholeRoot(rational(-1n))).toThrow('negative');
  });
});

/** A fraction of whole numbers in lowest terms; the denominator is positive. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The fraction in lowest terms. Throws where the denominator is 0. */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 0n) throw new Error('a fraction needs a denominator other than 0');
  const sign = denominator < 0n ? -1n : 1n;
  const common = greatestCommonDivisor(numerator, denominator) * sign;
  return { numerator: numerator / common, denominator: denominator / common };
}

/** Reads `3`, `0.05` or `339/542` exactly; throws at anything else, so check what a person typed before. */
export function rationalOfText(text: string): Rational {
  const match = /^(-?\d+)(?:\.(\d+)|\/(\d+))?$/.exec(text);
  if (match === null) throw new Error(`${text} is neither a decimal number nor a fraction`);
  const [, whole = '', decimals, below] = match;
  if (below !== undefined) return rational(BigInt(whole), BigInt(below));
  const digits = decimals ?? '';
  return rational(BigInt(whole + digits), 10n ** BigInt(digits.length));
}

/** The sum of all terms; 0 for none. */
export function sumOf(terms: readonly Rational[]): Rational {
  return terms.reduce(
    (sum, term) =>
      rational(
        sum.numerator * term.denominator + term.numerator * sum.denominator,
        sum.denominator * term.denominator,
      ),
    rational(0n),
  );
}

/** The exact product. */
export function product(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** The exact quotient; throws where `b` is 0. */
export function quotient(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** The largest whole number whose square is at most `value`, which is 0 or more. */
export function wholeRoot(value: Rational): bigint {
  const square = value.numerator / value.denominator;
  if (square < 0n) throw new Error('a negative number has no root');
  if (square < 2n) return square;
  let root = 1n << BigInt((square.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [high, low] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (low !== 0n) [high, low] = [low, high % low];
  return high;
}

/** The p-value of a chi-square statistic: the upper regularised incomplete gamma function Q(freedom / 2, statistic / 2). */
export function chiSquareTail(statistic: number, freedom: number): number {
  const a = freedom / 2;
  const x = statistic / 2;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x > a + 1 ? scale * upperFraction(a, x) : 1 - scale * lowerSeries(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = 0;
  for (let i = 1; term > sum * 1e-17; i++) {
    sum += term;
    term *= x / (a + i);
  }
  return sum;
}

/** The continued fraction 1 / (x + 1 - a - 1(1 - a) / (x + 3 - a - 2(2 - a) / ...)), from far inside out. */
function upperFraction(a: number, x: number): number {
  let value = x + 2001 - a;
  for (let i = 1000; i > 0; i--) value = x + 2 * i - 1 - a - (i * (i - a)) / value;
  return 1 / value;
}

/** Stirling's series after shifting the argument above 20. */
function logGamma(value: number): number {
  let shift = 0;
  let x = value;
  while (x < 20) shift += Math.log(x++);
  const series = 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5);
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

/**
 * Compares whole-valued draws with the probabilities they should have. Values expected fewer than ten times are taken
 * together with all beyond them.
 */
export function goodnessOfFit(
  draws: ReadonlyMap<number, number>,
  probability: (value: number) => number,
): { readonly p: number; readonly classes: number } {
  const count = [...draws.values()].reduce((sum, times) => sum + times, 0);
  const classes: { seen: number; expected: number }[] = [];
  let seen = 0;
  let expected = 0;
  for (let size = 0; count * probability(size) >= 10; size++) {
    for (const value of size === 0 ? [0] : [-size, size]) {
      classes.push({ seen: draws.get(value) ?? 0, expected: count * probability(value) });
      seen += draws.get(value) ?? 0;
      expected += count * probability(value);
    }
  }
  classes.push({ seen: count - seen, expected: count - expected });
  const statistic = classes.reduce((sum, one) => sum + (one.seen - one.expected) ** 2 / one.expected, 0);
  return { p: chiSquareTail(statistic, classes.length - 1), classes: classes.length };
}

/**
 * Largest entropy under mean 0, a variance limit and a rise up to deviation 0, by plain means: try every set of limits that
 * might bind, solve for what they leave by nested bisection over the two multipliers, keep the feasible distribution of
 * the largest entropy. Slow, and shares nothing with the shipped solver.
 */
export function slowEntropy(
  deviations: readonly number[],
  variance: number,
  monotone: boolean,
): readonly number[] {
  const zero = deviations.indexOf(0);
  const chain = monotone && zero > 0 ? zero : 0;
  let best: readonly number[] = [];
  let bestEntropy = Number.NEGATIVE_INFINITY;
  for (let ties = 0; ties < 2 ** chain; ties++)
    for (const bound of [undefined, variance]) {
      const p = fitted(deviations, (i) => i < chain && (ties & (1 << i)) !== 0, bound);
      const spread = p.reduce((sum, x, i) => sum + x * (deviations[i] ?? 0) ** 2, 0);
      const rises = p.every((x, i) => i >= chain || x <= (p[i + 1] ?? 0) + 1e-10);
      const mean = p.reduce((sum, x, i) => sum + x * (deviations[i] ?? 0), 0);
      if (!rises || spread > variance + 1e-8 || Math.abs(mean) > 1e-8) continue;
      const entropy = -p.reduce((sum, x) => sum + (x > 0 ? x * Math.log(x) : 0), 0);
      if (entropy > bestEntropy) {
        bestEntropy = entropy;
        best = p;
      }
    }
  return best;
}

/** Tied neighbours share one probability; the curvature is 0 without a bound, else found so that the variance meets it. */
function fitted(
  deviations: readonly number[],
  tiedToNext: (index: number) => boolean,
  bound: number | undefined,
): readonly number[] {
  const block: number[] = [];
  deviations.forEach((_, i) => block.push(i > 0 && tiedToNext(i - 1) ? (block[i - 1] ?? 0) : i));
  const average = (i: number, power: number): number => {
    const members = deviations.filter((_, j) => block[j] === block[i]);
    return members.reduce((sum, v) => sum + v ** power, 0) / members.length;
  };
  const first = deviations.map((_, i) => average(i, 1));
  const second = deviations.map((_, i) => average(i, 2));
  const at = (tilt: number, curve: number): readonly number[] => {
    const scores = deviations.map((_, i) => tilt * (first[i] ?? 0) + curve * (second[i] ?? 0));
    const top = Math.max(...scores);
    const weights = scores.map((score) => Math.exp(score - top));
    const sum = weights.reduce((a, b) => a + b, 0);
    return weights.map((weight) => weight / sum);
  };
  const moment = (p: readonly number[], power: number): number =>
    p.reduce((sum, x, i) => sum + x * (deviations[i] ?? 0) ** power, 0);
  const centred = (curve: number): readonly number[] =>
    at(
      bisect((tilt) => moment(at(tilt, curve), 1), -400, 400),
      curve,
    );
  if (bound === undefined) return centred(0);
  return centred(bisect((curve) => moment(centred(curve), 2) - bound, -60, 60));
}

/** Zero of a rising function. */
function bisect(rising: (x: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

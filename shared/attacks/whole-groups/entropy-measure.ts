/** How much each part of the measure counts; they need not add up to 1. */
export interface EntropyWeights {
  /** Empty categories. */
  readonly empty: number;
  /** Persons gathered in few categories. */
  readonly gathered: number;
  /** A small number of persons. */
  readonly small: number;
}

/** Mostly how gathered the persons are. A choice of this project. */
export const entropyWeights: EntropyWeights = { empty: 0.1, gathered: 0.8, small: 0.1 };

/**
 * How readily a frequency table tells something of everybody in it (Antal, Shlomo and Elliot 2014):
 * w1 |D| / K + w2 (1 - H / log K) - w3 (1 / sqrt N) log(1 / (e sqrt N)), with K categories, D the empty ones, N persons and
 * H the entropy of their shares, in natural logarithms. `undefined` for fewer than two categories or nobody.
 */
export function entropyMeasure(
  counts: readonly number[],
  weights: EntropyWeights = entropyWeights,
): number | undefined {
  const persons = counts.reduce((sum, count) => sum + count, 0);
  const categories = counts.length;
  if (categories < 2 || persons <= 0) return undefined;
  const empty = counts.filter((count) => count === 0).length;
  const entropy = counts.reduce((sum, count) => {
    const share = count / persons;
    return share > 0 ? sum - share * Math.log(share) : sum;
  }, 0);
  const root = Math.sqrt(persons);
  return (
    (weights.empty * empty) / categories +
    weights.gathered * (1 - entropy / Math.log(categories)) -
    (weights.small / root) * Math.log(1 / (Math.E * root))
  );
}

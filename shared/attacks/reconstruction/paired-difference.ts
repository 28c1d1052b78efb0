/** How many of some cases two methods got right, part by part: both counted over the same cases. */
export interface PairedHits {
  readonly cases: number;
  readonly first: number;
  readonly second: number;
}

/** Difference of two shares of the same cases, -1 to 1, with a 95 % interval. */
export interface Difference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** 97.5 % point of the normal distribution. */
const z = 1.959963984540054;

/**
 * Share of the first method minus that of the second. Cases of one part hang together, so the interval rests on how the parts differ
 * (ratio estimator, Cochran 1977); with one part, or none, nothing can be excluded.
 */
export function pairedDifference(parts: readonly PairedHits[]): Difference {
  const used = parts.filter(({ cases }) => cases > 0);
  const cases = used.reduce((sum, part) => sum + part.cases, 0);
  if (cases === 0) return { difference: 0, low: -1, high: 1 };
  const difference = used.reduce((sum, { first, second }) => sum + first - second, 0) / cases;
  if (used.length === 1) return { difference, low: -1, high: 1 };
  const squares = used.reduce(
    (sum, part) => sum + (part.first - part.second - difference * part.cases) ** 2,
    0,
  );
  const half = (z * Math.sqrt((squares * used.length) / (used.length - 1))) / cases;
  return { difference, low: Math.max(-1, difference - half), high: Math.min(1, difference + half) };
}

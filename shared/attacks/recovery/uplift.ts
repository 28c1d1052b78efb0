/** How much more often one guess is right than another, as a rate, with its 95 % interval over persons. */
export interface Uplift {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

const normal975 = 1.959964;

/**
 * Difference of two rates over the same bins, each person a cluster: the linearised ratio estimator (Cochran 1977, chapter 6) with Student's
 * quantile (by its expansion in 1 / (persons - 1)). `hours` are bins per person, `more` and `less` the right ones among them. Where no
 * person differs from the others nothing is known of the spread: then the rule of three over persons bounds it (Hanley and
 * Lippman-Hand 1983). `undefined` with fewer than two persons who have bins.
 */
export function upliftOf(hours: Float64Array, more: Float64Array, less: Float64Array): Uplift | undefined {
  const persons = hours.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0);
  if (persons < 2) return undefined;
  const all = hours.reduce((sum, value) => sum + value, 0);
  const difference = (person: number): number => (more[person] ?? 0) - (less[person] ?? 0);
  const rate = hours.reduce((sum, _, person) => sum + difference(person), 0) / all;
  const squares = hours.reduce((sum, value, person) => sum + (difference(person) - rate * value) ** 2, 0);
  const error = Math.sqrt((squares * persons) / (persons - 1)) / all;
  const student = normal975 + (normal975 ** 3 + normal975) / (4 * (persons - 1));
  const half = error > 1e-12 ? student * error : 3 / persons;
  return { rate, low: Math.max(rate - half, -1), high: Math.min(rate + half, 1) };
}

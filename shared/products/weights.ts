/** Weights after a cap, and what the cap changed. */
export interface TrimmedWeights {
  readonly weights: Float64Array;
  /** Share of persons (0 to 1) whose weight was lowered. */
  readonly shareTrimmed: number;
  /** Inhabitants who are no longer stood for; not given to anybody else. */
  readonly inhabitantsLost: number;
}

/** Lowers every weight above `cap` to it. `persons[i]` people have the weight `weights[i]`; `cap` is greater than 0. */
export function trimWeights(weights: Float64Array, persons: Float64Array, cap: number): TrimmedWeights {
  if (!(cap > 0)) throw new Error(`weights cannot be trimmed at ${cap}`);
  let everybody = 0;
  let lowered = 0;
  let inhabitantsLost = 0;
  weights.forEach((weight, i) => {
    const count = persons[i] ?? 0;
    everybody += count;
    if (weight <= cap) return;
    lowered += count;
    inhabitantsLost += count * (weight - cap);
  });
  return {
    weights: weights.map((weight) => Math.min(weight, cap)),
    shareTrimmed: everybody > 0 ? lowered / everybody : 0,
    inhabitantsLost,
  };
}

/**
 * How many equally weighted people would tell as much (Kish): (sum w)^2 / sum w^2 over all persons, from 0 to the number of
 * persons. `persons[i]` people have the weight `weights[i]`.
 */
export function effectiveSampleSize(weights: Float64Array, persons: Float64Array): number {
  let sum = 0;
  let squares = 0;
  weights.forEach((weight, i) => {
    sum += (persons[i] ?? 0) * weight;
    squares += (persons[i] ?? 0) * weight * weight;
  });
  return squares > 0 ? (sum * sum) / squares : 0;
}

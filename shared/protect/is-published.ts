/**
 * The predicate of the classical path: a group is published only if its distinct persons, counted before noise, rounding
 * and extrapolation, are at least `minimumPersons`.
 */
export function isPublished(distinctPersons: number, minimumPersons: number): boolean {
  return distinctPersons >= minimumPersons;
}

/**
 * Risk of being found again by some quasi-identifiers, record by record 1 / size of its class (as ARX reports it). `classes`: how many
 * combinations there are, `largestClass` records in the most frequent; `sampleUniques`: share of records that are the only one of theirs;
 * `below`: share of records in classes under the minimum asked for.
 */
export interface ClassRisk {
  readonly records: number;
  readonly classes: number;
  readonly largestClass: number;
  readonly averageRisk: number;
  readonly highestRisk: number;
  readonly sampleUniques: number;
  readonly below: number;
}

/** Numbers the combinations of some columns of equal length: records are in one class when all their values are equal. */
export function classesOf(columns: readonly ArrayLike<number>[]): Int32Array {
  const records = columns[0]?.length ?? 0;
  const numberOf = new Map<string, number>();
  return Int32Array.from({ length: records }, (_, record) => {
    const key = columns.map((column) => column[record]).join(' ');
    const known = numberOf.get(key) ?? numberOf.size;
    numberOf.set(key, known);
    return known;
  });
}

/** How many records each class has, by the number of the class. */
export function classSizes(classOf: Int32Array): Int32Array {
  const sizes = new Int32Array(classOf.reduce((most, number) => Math.max(most, number), -1) + 1);
  for (const number of classOf) sizes[number] = (sizes[number] ?? 0) + 1;
  return sizes;
}

/** Risk by classes such as home area, age band and gender; `minimum` is the class size asked for. All zero without records. */
export function classRisk(classOf: Int32Array, minimum: number): ClassRisk {
  const sizes = classSizes(classOf).filter((size) => size > 0);
  const records = classOf.length;
  const share = (isCounted: (size: number) => boolean): number =>
    records === 0 ? 0 : sizes.filter(isCounted).reduce((sum, size) => sum + size, 0) / records;
  return {
    records,
    classes: sizes.length,
    largestClass: sizes.reduce((most, size) => Math.max(most, size), 0),
    averageRisk: records === 0 ? 0 : sizes.length / records,
    highestRisk: records === 0 ? 0 : 1 / sizes.reduce((least, size) => Math.min(least, size)),
    sampleUniques: share((size) => size === 1),
    below: share((size) => size < minimum),
  };
}

/**
 * What some columns tell about records, after Motwani and Xu 2007 as ARX computes it: `distinction` is combinations per record,
 * `separation` the share of pairs of records that they tell apart (0 where there is no pair).
 */
export function distinctionAndSeparation(classOf: Int32Array): {
  readonly distinction: number;
  readonly separation: number;
} {
  const sizes = classSizes(classOf).filter((size) => size > 0);
  const pairs = pairsOf(classOf.length);
  const alike = sizes.reduce((sum, size) => sum + pairsOf(size), 0);
  return {
    distinction: classOf.length === 0 ? 0 : sizes.length / classOf.length,
    separation: pairs === 0 ? 0 : (pairs - alike) / pairs,
  };
}

function pairsOf(records: number): number {
  return (records * (records - 1)) / 2;
}

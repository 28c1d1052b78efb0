/**
 * Events of an active person-day: 64 equally likely values of a lognormal distribution with median 8.6 and sigma 0.62,
 * worked out once and written down, so that no logarithm is taken at run time. The mean is 10.34.
 */
export const eventsPerDay: readonly number[] = [
  2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9,
  10, 10, 10, 10, 11, 11, 11, 11, 12, 12, 12, 13, 13, 14, 14, 15, 15, 16, 16, 17, 18, 19, 20, 21, 23, 26, 29,
  38,
];

/** Weight of each clock hour for the number of events, Monday to Friday. */
export const weekdayHours: readonly number[] = [
  16, 12, 10, 10, 11, 16, 30, 46, 54, 55, 55, 56, 59, 58, 56, 55, 58, 63, 64, 61, 54, 46, 36, 25,
];

/** Weight of each clock hour for the number of events, Saturday and Sunday. */
export const weekendHours: readonly number[] = [
  24, 18, 14, 11, 10, 11, 15, 22, 34, 46, 55, 60, 62, 60, 58, 58, 58, 58, 58, 55, 50, 46, 40, 32,
];

/** Per mille of visits that go to the first, second, ... favourite place: Zipf with exponent 1.2 over 8 places. */
export const favouriteShares: readonly number[] = [429, 187, 115, 81, 62, 50, 41, 35];

/** Minutes spent at a place that is neither home nor work; 16 equally likely values with a long tail. */
export const visitMinutes: readonly number[] = [
  20, 25, 30, 35, 40, 45, 55, 65, 75, 90, 105, 125, 150, 180, 210, 270,
];

/** Per mille of people by ten years of age, 0-9 to 80-89, near the German population. */
export const ageShares: readonly number[] = [90, 90, 115, 130, 125, 155, 135, 90, 70];

/** Per mille of women by the same ten years. */
export const womenShares: readonly number[] = [487, 486, 484, 490, 496, 500, 513, 544, 600];

/** Brands of the invented operator and their share in per mille. */
export const brandShares: readonly (readonly [name: string, share: number])[] = [
  ['main', 580],
  ['discount', 170],
  ['legacy', 100],
  ['prepaid', 50],
  ['partner', 100],
];

/** A table for drawing an index with the given weights: 1,024 entries, each index in proportion, by running totals. */
export function lookup(weights: readonly number[]): Uint16Array {
  const table = new Uint16Array(1024);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let filled = 0;
  let running = 0;
  for (const [i, weight] of weights.entries()) {
    running += weight;
    const end = Math.round((1024 * running) / total);
    table.fill(i, filled, end);
    filled = end;
  }
  return table;
}

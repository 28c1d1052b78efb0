/**
 * 100 invented contributions by region and gender, as the R package sdcTable (sdcTools) ships them for its tests of primary
 * suppression, brought into one list per group. Their counts and sums are those of the design's case R4.
 */
export const microdata1 = {
  A: { male: [18, 15, 13, 13, 12, 11, 10, 10, 10, 9, 9, 9, 8, 7, 7, 6, 6, 5], female: [11, 9] },
  B: {
    male: [15, 14, 14, 12, 11, 10, 10, 10, 9, 8, 8, 7, 7, 5],
    female: [18, 16, 14, 14, 13, 13, 12, 12, 11, 10, 10, 9, 9, 8, 8, 8, 7, 7, 5],
  },
  C: { male: [18, 12, 12, 11, 11, 11, 10, 9, 6, 6, 6, 6], female: [19, 12, 12, 11, 10, 9, 9, 9, 8, 7] },
  D: {
    male: [280, 11, 10, 9, 9, 9, 8, 8, 8, 7, 7],
    female: [18, 16, 14, 14, 11, 11, 11, 10, 10, 9, 9, 7, 6, 6],
  },
} as const;

/**
 * Groups are numbered 1 to 15: (total, A to D) x (total, male, female). What each rule finds unsafe, after the package's tests
 * and the design's check A0.1.
 */
export const unsafeGroups = [
  { rule: { kind: 'dominance', n: 2, k: 75 }, unsafe: [6, 14] },
  { rule: { kind: 'dominance', n: 2, k: 80 }, unsafe: [6] },
  { rule: { kind: 'percent', p: 70 }, unsafe: [6, 14] },
  { rule: { kind: 'priorPosterior', p: 60, q: 80 }, unsafe: [6, 14] },
] as const;

/** Sums by region, male and female, as printed in the design's case R4. */
export const microdata1Sums = { A: [178, 20], B: [140, 204], C: [118, 106], D: [366, 152] } as const;

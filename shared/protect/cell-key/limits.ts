import type { NoiseRow } from './noise-table.ts';

/**
 * What cell-key noise does not protect against, as figures for the warning that goes with it. Simulated on a synthetic
 * population with groups of about 100 persons; order of size, not a promise.
 */
export const noiseLimits = {
  /** Area under the curve of the best membership attack, 0.5 is guessing: on exact figures and under each variant. */
  membership: { exact: 0.942, essI: 0.924, essII: 0.918 },
  /** A period issued again without one person: share of the groups the person was in that visibly change. None else does. */
  exposedByReissue: { essI: 0.817, essII: 0.839 },
  protects: ['small-counts', 'subtraction-in-part'],
  doesNotProtect: ['membership', 'objection-between-issues', 'averaging-over-regroupings'],
  sources: [
    'Simulation of membership inference after Pyrgelis et al. 2018, 12 targets, standard errors 0.01 to 0.03',
    'Asghar and Kaafar: bounded noise of a table builder found and averaged away in under 200 queries',
  ],
} as const;

/**
 * Probability that the figure of a large group does not change when one person leaves it and its key is drawn anew: the
 * noise must go up by exactly the person who left. `row` is the last of a table.
 */
export function unchangedByLeaving({ deviations, probabilities }: NoiseRow): number {
  return deviations.reduce((sum, v, i) => {
    const above = deviations.indexOf(v + 1);
    return sum + (probabilities[i] ?? 0) * (above < 0 ? 0 : (probabilities[above] ?? 0));
  }, 0);
}

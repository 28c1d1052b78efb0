import type { SeededRandom } from './random.ts';

/**
 * What a reader sees of a group with so many persons, under the rules of a release: threshold, noise and rounding, group by
 * group. `NaN` where it is hidden. Groups that the release hides to protect others are hidden here too.
 */
export type CountRule = (group: number, persons: number, random: SeededRandom) => number;

/** Every figure as it is. */
export const exactCounts: CountRule = (_, persons) => persons;

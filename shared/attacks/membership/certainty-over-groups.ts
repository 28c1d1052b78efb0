import { seededRandom } from '../random.ts';

/** A promise made group by group, and a person who is in several groups. */
export interface CertaintyOptions {
  /** Epsilon of one group: its figure bears Laplace noise of scale 1 / epsilon. Greater than 0. */
  readonly epsilonPerGroup: number;
  /** Groups in which the person counts by 1, from 1. */
  readonly groupsPerPerson: number;
  /** Games played; the standard error is at most 0.5 / sqrt(trials). */
  readonly trials: number;
  readonly seed: string;
}

/**
 * How often an attacker is right who asks whether a person is in figures with Laplace noise for each group, knowing the
 * person's groups and everybody else: the share of games, half of them with the person, which the likelihood ratio decides
 * rightly (0.5 to 1). Houssiau et al. 2022: at epsilon 0.66 per trip, promised as at most 0.659, it is 0.955 for 32 trips.
 */
export function certaintyOverGroups({
  epsilonPerGroup,
  groupsPerPerson,
  trials,
  seed,
}: CertaintyOptions): number {
  const random = seededRandom(seed, 'certainty-over-groups');
  let right = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    let evidence = 0;
    for (let group = 0; group < groupsPerPerson; group += 1) {
      const half = random.uniform() - 0.5;
      const noise = (-Math.sign(half) * Math.log(1 - 2 * Math.abs(half))) / epsilonPerGroup;
      evidence += Math.abs(1 + noise) - Math.abs(noise);
    }
    if (evidence > 1e-12) right += 1;
    else if (evidence > -1e-12) right += 0.5;
  }
  return right / trials;
}

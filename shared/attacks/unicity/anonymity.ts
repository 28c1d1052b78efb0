import { instancesOf } from '../adversaries/instances.ts';
import { knowTimes } from '../adversaries/know-times.ts';
import { leastMatches } from '../adversaries/least-matches.ts';
import { personsOf, type Points } from '../points.ts';
import { postingsFor } from '../postings.ts';
import { seededRandom } from '../random.ts';
import { sampledPersons } from '../sampled-persons.ts';
import type { Progress } from './unicity.ts';

/** How many points are known, of how many persons at most, and how many subsets of their points are tried. */
export interface AnonymityOptions {
  readonly known: number;
  readonly persons: number;
  readonly subsets: number;
}

/**
 * How many persons match somebody of whom some points are known, in the worst subset found: the least, the 5 % and the middle (lower)
 * value over the sampled persons. `subsetsSampled`: not all subsets were tried, so a worse one may exist.
 */
export interface Anonymity {
  readonly known: number;
  readonly persons: number;
  readonly least: number;
  readonly twentieth: number;
  readonly median: number;
  readonly subsetsSampled: boolean;
}

/** k-anonymity of trajectories at a given knowledge, over sampled persons and subsets. All figures 0 without persons. */
export function* anonymityAt(
  points: Points,
  { known, persons: most, subsets }: AnonymityOptions,
  seed: string,
): Generator<Progress, Anonymity> {
  const random = seededRandom(seed, `anonymity ${known}`);
  const persons = sampledPersons(points, most, random);
  const total = persons.length;
  const work = postingsFor(points, persons);
  let built = work.next();
  for (; built.done !== true; built = work.next()) yield { done: 0, total };
  const found: number[] = [];
  let subsetsSampled = false;
  for (const person of persons) {
    const knowledge = knowTimes(points, built.value, person, known);
    const instances = instancesOf(knowledge, known, { allUpTo: subsets, sampled: subsets }, random);
    subsetsSampled ||= instances.isSampled;
    const steps = leastMatches(knowledge, instances, personsOf(points));
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield { done: found.length, total };
    found.push(step.value);
    yield { done: found.length, total };
  }
  const sorted = found.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (total - 1))] ?? 0;
  return { known, persons: total, least: at(0), twentieth: at(0.05), median: at(0.5), subsetsSampled };
}

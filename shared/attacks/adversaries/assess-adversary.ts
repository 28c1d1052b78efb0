import { postingsFor } from '../postings.ts';
import { seededRandom } from '../random.ts';
import { sampledPersons } from '../sampled-persons.ts';
import type { Adversary, Knowledge } from './adversary.ts';
import { homeWorkMatches } from './home-work.ts';
import { instancesOf, type Trying } from './instances.ts';
import { knowPlaces } from './know-places.ts';
import { knowProportions } from './know-proportions.ts';
import { knowSequence } from './know-sequence.ts';
import { knowTimes } from './know-times.ts';
import { leastMatches } from './least-matches.ts';
import type { Visits } from './visits.ts';

/** How many persons are assessed at most, and which instances are tried for each. */
export interface Assessing extends Trying {
  readonly persons: number;
}

/** 250 persons; all instances up to 1,000, else 500 of them: seconds for 100,000 persons with a week and more of hours. */
export const usualAssessing: Assessing = { persons: 250, allUpTo: 1000, sampled: 500 };

/**
 * Shares of the assessed persons whose risk (1 in so many that match) is 1, a half or more, and above a fifth. `persons`: how many were assessed. Where
 * `instancesSampled`, some had more instances than were tried and the shares are "at least".
 */
export interface AdversaryRisk {
  readonly adversary: Adversary;
  readonly persons: number;
  readonly atOne: number;
  readonly atLeastHalf: number;
  readonly aboveFifth: number;
  readonly personsSampled: boolean;
  readonly instancesSampled: boolean;
}

/** How far the work is, in persons. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** The risk that one adversary means for the people of an extract. Yields progress often. */
export function* assessAdversary(
  visits: Visits,
  adversary: Adversary,
  seed: string,
  assessing: Assessing = usualAssessing,
): Generator<Progress, AdversaryRisk> {
  const { matches, instancesSampled } = yield* matchesOf(visits, adversary, seed, assessing);
  const shareUnder = (limit: number): number =>
    matches.length === 0 ? 0 : matches.filter((number) => number < limit).length / matches.length;
  const present = visits.starts.filter((start, i) => i > 0 && start > (visits.starts[i - 1] ?? 0)).length;
  return {
    adversary,
    persons: matches.length,
    atOne: shareUnder(2),
    atLeastHalf: shareUnder(3),
    aboveFifth: shareUnder(5),
    personsSampled: matches.length < present,
    instancesSampled,
  };
}

/** Least number of persons that an instance of each assessed person matches; ascending by person. Stays in the vault. */
export function* matchesOf(
  visits: Visits,
  adversary: Adversary,
  seed: string,
  assessing: Assessing,
): Generator<Progress, { readonly matches: Int32Array; readonly instancesSampled: boolean }> {
  if (adversary.kind === 'homeWork')
    return { matches: homeWorkMatches(visits).filter((number) => number > 0), instancesSampled: false };

  const random = seededRandom(seed, `adversary ${adversary.kind}`);
  const persons = sampledPersons(visits.points, assessing.persons, random);
  const knowing = knowerOf(visits, adversary, persons);
  let known = knowing.next();
  for (; known.done !== true; known = knowing.next()) yield { done: 0, total: persons.length };
  const know = known.value;
  const matches = new Int32Array(persons.length);
  let instancesSampled = false;
  for (const [done, person] of persons.entries()) {
    const progress = { done, total: persons.length };
    yield progress;
    const knowledge = know(person);
    const instances = instancesOf(knowledge, adversary.known, assessing, random);
    instancesSampled ||= instances.isSampled;
    const steps = leastMatches(knowledge, instances, visits.persons);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield progress;
    matches[done] = step.value;
  }
  return { matches, instancesSampled };
}

function* knowerOf(
  visits: Visits,
  adversary: Adversary,
  persons: Int32Array,
): Generator<undefined, (person: number) => Knowledge> {
  if (adversary.kind === 'sequence') return (person) => knowSequence(visits, person, adversary);
  if (adversary.kind === 'proportion') return (person) => knowProportions(visits, person, adversary);
  if (adversary.kind !== 'time') return (person) => knowPlaces(visits, person, adversary);
  const postings = yield* postingsFor(visits.points, persons);
  return (person) => knowTimes(visits.points, postings, person, adversary.known);
}

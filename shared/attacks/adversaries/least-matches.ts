import type { Knowledge } from './adversary.ts';
import type { Instances } from './instances.ts';
import { eachPerson, intersect, personSet } from './person-set.ts';

/** Words of person sets gone through, or persons looked at, between two pauses: some milliseconds. */
const stretch = 4_000_000;

/**
 * Least number of persons (1 or more: the known one is among them) who match one of the instances, so the risk is 1 in that many. Stops at
 * one. Where persons have to be looked at one by one, instances with few candidates come first and none is counted further than the
 * least number so far. Yields now and then, for whoever runs it to pause.
 */
export function* leastMatches(
  { sets, isMatch }: Knowledge,
  { list }: Instances,
  persons: number,
): Generator<undefined, number> {
  const common = personSet(persons);
  const setsOf = (instance: readonly number[]) => instance.flatMap((thing) => sets[thing] ?? []);
  const bounds: number[] = [];
  let work = 0;
  for (const instance of list) {
    const bound = intersect(setsOf(instance), common);
    bounds.push(bound);
    work += common.length * instance.length;
    if (bound === 1) return 1;
    if (work > stretch) {
      yield;
      work = 0;
    }
  }
  const fewest = bounds.reduce((least, bound) => Math.min(least, bound), persons);
  if (isMatch === undefined) return fewest;

  let least = persons;
  for (const at of bounds.map((_, i) => i).toSorted((a, b) => (bounds[a] ?? 0) - (bounds[b] ?? 0) || a - b)) {
    const instance = list[at] ?? [];
    work += intersect(setsOf(instance), common);
    let matches = 0;
    eachPerson(common, (person) => {
      if (isMatch(person, instance)) matches += 1;
      return matches < least;
    });
    least = Math.min(least, matches);
    if (least === 1) return 1;
    if (work > stretch / 20) {
      yield;
      work = 0;
    }
  }
  return least;
}

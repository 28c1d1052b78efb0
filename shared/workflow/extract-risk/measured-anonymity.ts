import type { Points } from '../../attacks/points.ts';
import { anonymityAt } from '../../attacks/unicity/anonymity.ts';
import type { MeasuredAnonymity } from '../../ipc/extract-risk.ts';

/** How many moments are known. */
const knowledge = [1, 2, 4] as const;

const persons = 250;
const subsets = 200;

/** How many persons match the worst moments found of somebody, for one, two and four moments. */
export function* measuredAnonymity(
  points: Points,
  seed: string,
): Generator<{ readonly done: number; readonly total: number }, MeasuredAnonymity[]> {
  const found: MeasuredAnonymity[] = [];
  for (const known of knowledge) {
    const work = anonymityAt(points, { known, persons, subsets }, seed);
    let step = work.next();
    for (; step.done !== true; step = work.next())
      yield { done: found.length * persons + step.value.done, total: knowledge.length * persons };
    found.push(step.value);
  }
  return found;
}

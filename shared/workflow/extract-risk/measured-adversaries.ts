import { adversaryKinds, type Adversary } from '../../attacks/adversaries/adversary.ts';
import { assessAdversary } from '../../attacks/adversaries/assess-adversary.ts';
import { gatheredVisits } from '../../attacks/adversaries/visits.ts';
import type { Points } from '../../attacks/points.ts';
import type { MeasuredAdversary } from '../../ipc/extract-risk.ts';

/** By which share what frequency, probability and proportion know may be off. */
export const tolerance = 0.1;

/** What each adversary knows: two or three things, home and work always two. */
const adversaries: readonly Adversary[] = adversaryKinds.flatMap((kind) =>
  (kind === 'homeWork' ? [2] : [2, 3]).map((known) => ({ kind, known, tolerance })),
);

/** Steps in which the progress of one adversary is told. */
const steps = 1000;

/** The eight adversaries against the people of an extract, one after the other. */
export function* measuredAdversaries(
  points: Points,
  seed: string,
): Generator<{ readonly done: number; readonly total: number }, MeasuredAdversary[]> {
  const total = (adversaries.length + 1) * steps;
  const gathering = gatheredVisits(points);
  let gathered = gathering.next();
  for (; gathered.done !== true; gathered = gathering.next()) yield { done: 0, total };
  const found: MeasuredAdversary[] = [];
  for (const one of adversaries) {
    const before = (found.length + 1) * steps;
    const assessing = assessAdversary(gathered.value, one, seed);
    let step = assessing.next();
    for (; step.done !== true; step = assessing.next())
      yield { done: before + Math.floor((steps * step.value.done) / Math.max(1, step.value.total)), total };
    const { adversary, ...risk } = step.value;
    found.push({ kind: adversary.kind, known: adversary.known, ...risk });
  }
  return found;
}

import type { End, Reach } from './reach.ts';
import type { Steps } from './steps.ts';
import { tolerance } from './witness.ts';

/** Groups with a range of one number, and groups about which the solver gave up. */
export interface Unmoved {
  readonly fixed: readonly number[];
  readonly untold: readonly number[];
}

/**
 * Which of some groups a reader knows exactly. Pushes all of them together, up and down, and leaves out what moved. Where none of
 * them moves by the least bit, none can, since their weights all differ; else one is asked about, and the others pushed again.
 * Every set of numbers found is handed to `onNumbers`.
 */
export function* unmovedOf(
  reach: Reach,
  truth: Float64Array,
  groups: readonly number[],
  onNumbers: (numbers: Float64Array) => void,
): Steps<Unmoved> {
  const fixed: number[] = [];
  const untold: number[] = [];
  let left = groups;
  while (left.length > 0) {
    const points = yield* pushed(reach, left);
    points.forEach(onNumbers);
    const isAtRest = points.length === 2 && left.every((at) => moveOf(points, truth, at) <= tolerance);
    if (isAtRest) return { fixed: [...fixed, ...left], untold };
    const still = left.filter((at) => moveOf(points, truth, at) < 1 - tolerance);
    const [group] = still;
    if (still.length < left.length || group === undefined) {
      left = still;
      continue;
    }
    const ends = [reach.most(group), reach.least(group)];
    yield;
    const found = ends.flatMap((end) => (end.kind === 'at' && end.numbers ? [end.numbers] : []));
    found.forEach(onNumbers);
    if (ends.some(({ kind }) => kind === 'gaveUp')) untold.push(group);
    else if (widthOf(ends) < 1) fixed.push(group);
    left = left.filter((at) => at !== group && moveOf(found, truth, at) < 1 - tolerance);
  }
  return { fixed, untold };
}

function* pushed(reach: Reach, groups: readonly number[]): Steps<readonly Float64Array[]> {
  const points: Float64Array[] = [];
  if (groups.length === 1) return points;
  for (const sense of ['maximise', 'minimise'] as const) {
    const point = reach.pushed(groups, sense);
    if (point !== undefined) points.push(point);
    yield;
  }
  return points;
}

function moveOf(points: readonly Float64Array[], truth: Float64Array, group: number): number {
  return Math.max(0, ...points.map((point) => Math.abs((point[group] ?? 0) - (truth[group] ?? 0))));
}

function widthOf(ends: readonly End[]): number {
  const values = ends.map((end) => (end.kind === 'at' ? end.value : 0));
  return Math.max(...values) - Math.min(...values);
}

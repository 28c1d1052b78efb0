import { isNetwork, type Cycle } from '../network-path.ts';
import { roomOf, type Field } from '../room.ts';
import { shortestCycle } from '../shortest-cycle.ts';
import type { Classes } from './stack.ts';
import type { StackShift } from './stack-shift.ts';

/** Leaves of the face that change by one, with the sign of their change. */
export type Signs = ReadonlyMap<number, number>;

/**
 * Changes of single leaves of the face by one that keep its sums true, with `start` in the asked direction: along the shortest cycle, then along
 * the shortest ones that avoid a group of it; where the face is no network, against one other leaf, then alone.
 */
export function* faceCycles({ face, classes, asked }: StackShift, start: number): Generator<Signs> {
  const { direction } = asked;
  if (roomOf(face, start, direction) <= 0) return;
  if (isNetwork(face.frame)) {
    const first = shortestCycle(face, start, direction);
    if (first === undefined) return;
    yield leafSigns(classes, first, start, direction);
    for (const avoided of first.groups) {
      const cycle = cycleAvoiding(face, start, direction, avoided);
      if (cycle !== undefined) yield leafSigns(classes, cycle, start, direction);
    }
    return;
  }
  if (classes.isLeaf[start] !== 1) return;
  for (const other of classes.leaves)
    if (other !== start && roomOf(face, other, -direction) > 0)
      yield new Map([
        [start, direction],
        [other, -direction],
      ]);
  yield new Map([[start, direction]]);
}

function leafSigns({ isLeaf }: Classes, cycle: Cycle, start: number, direction: number): Signs {
  const signs = new Map<number, number>();
  if (isLeaf[start] === 1) signs.set(start, direction);
  for (let i = 0; i < cycle.groups.length; i++) {
    const group = cycle.groups[i] ?? 0;
    if (isLeaf[group] === 1) signs.set(group, direction * (cycle.signs[i] ?? 0));
  }
  return signs;
}

/** The shortest cycle while a group keeps its number. */
function cycleAvoiding(face: Field, start: number, direction: number, avoided: number): Cycle | undefined {
  const { low, high } = face.bounds;
  const [before, after] = [low[avoided] ?? 0, high[avoided] ?? 0];
  low[avoided] = high[avoided] = face.numbers[avoided] ?? 0;
  const cycle = shortestCycle(face, start, direction);
  low[avoided] = before;
  high[avoided] = after;
  return cycle;
}

import type { Shift } from './asked-shift.ts';
import { isNetwork, type Cycle } from './network-path.ts';
import { isStack } from './stack/stack.ts';
import { shiftInStack } from './stack/shift-in-stack.ts';
import { makeMove, roomForMove, roomOf, type Field } from './room.ts';
import { shortestCycle } from './shortest-cycle.ts';

/**
 * Changes `field.numbers` so that the asked group moves by as much of `amount` as simple changes achieve while all sums stay
 * true and all numbers stay within the bounds. Pushes the groups it changed to `touched` (some of them more than once).
 * @returns how far the group was moved.
 */
export function shift(field: Field, asked: Shift, touched: number[]): number {
  if (isNetwork(field.frame)) return shiftByCycles(field, asked, touched);
  const amount = Math.min(asked.amount, roomOf(field, asked.group, asked.direction));
  const within = { ...asked, amount };
  return isStack(field.frame) ? shiftInStack(field, within, touched) : shiftByMoves(field, within, touched);
}

/** In a network, shortest cycles one after the other move the group as far as it can go at all. */
function shiftByCycles(field: Field, { group, direction, amount }: Shift, touched: number[]): number {
  const wanted = Math.min(amount, roomOf(field, group, direction));
  let left = wanted;
  while (left > 0) {
    const cycle = shortestCycle(field, group, direction);
    if (cycle === undefined) break;
    const times = timesAround(field, cycle, direction, Math.min(left, roomOf(field, group, direction)));
    field.numbers[group] = (field.numbers[group] ?? 0) + direction * times;
    touched.push(group);
    for (let i = 0; i < cycle.groups.length; i++) {
      const at = cycle.groups[i] ?? 0;
      field.numbers[at] = (field.numbers[at] ?? 0) + direction * (cycle.signs[i] ?? 0) * times;
      touched.push(at);
    }
    left -= times;
  }
  return Math.max(0, wanted - left);
}

function timesAround(field: Field, cycle: Cycle, direction: number, most: number): number {
  let times = most;
  for (let i = 0; i < cycle.groups.length; i++)
    times = Math.min(times, roomOf(field, cycle.groups[i] ?? 0, direction * (cycle.signs[i] ?? 0)));
  return times;
}

function shiftByMoves(field: Field, asked: Shift, touched: number[]): number {
  const { frame } = field;
  const layer = Math.floor(asked.group / frame.classes);
  const index = asked.group - layer * frame.classes;
  const layerMoves = frame.layerMoves(layer);
  let left = Math.min(asked.amount, roomOf(field, asked.group, asked.direction));
  const wanted = left;
  for (const classes of frame.classMoves(index)) {
    if (left <= 0) break;
    if (isBlocked(field, layer, classes, asked.direction)) continue;
    for (const layers of layerMoves) {
      const times = Math.min(left, roomForMove(field, layers, classes, asked.direction));
      if (times <= 0) continue;
      makeMove(field, layers, classes, { times: times * asked.direction, touched });
      left -= times;
      if (left <= 0) break;
    }
  }
  return Math.max(0, wanted - left);
}

function isBlocked(
  field: Field,
  layer: number,
  classes: { readonly classes: readonly number[]; readonly signs: readonly number[] },
  direction: number,
): boolean {
  const base = layer * field.frame.classes;
  for (let j = 1; j < classes.classes.length; j++) {
    const sign = direction * (classes.signs[j] ?? 0);
    if (roomOf(field, base + (classes.classes[j] ?? 0), sign) <= 0) return true;
  }
  return false;
}

/** Puts back the true numbers of every group in `touched` and empties it. */
export function restore(field: Field, truth: Float64Array, touched: number[]): void {
  for (const group of touched) field.numbers[group] = truth[group] ?? 0;
  touched.length = 0;
}

import type { Field } from '../room.ts';
import { keptFor } from './kept-for.ts';
import { leavesOf, type StackShift } from './stack-shift.ts';

/** Trades without the face: a leaf of the layer goes up and another one down, another layer does the opposite. */
export function tradeInPart(shift: StackShift): void {
  const { change, layer, asked } = shift;
  const rising = leavesOf(shift);
  for (const up of rising) {
    if (!change.may(layer, up, asked.direction)) continue;
    const others = shift.own.filter((other) => other !== layer && change.may(other, up, -asked.direction));
    if (others.length === 0) continue;
    for (const down of fullestFirst(shift)) {
      if (rising.includes(down)) continue;
      tradeWith(shift, others, up, down);
      if (shift.left <= 0) return;
    }
  }
}

const ordersOfField = new WeakMap<Field, (readonly number[])[]>();

/** No leaf at all (-1), then the leaves of the layer with most people first. */
function fullestFirst({ field, classes, layer }: StackShift): readonly number[] {
  const orders = keptFor(ordersOfField, field, () => []);
  const known = orders[layer];
  if (known !== undefined) return known;
  const base = layer * field.frame.classes;
  const personsIn = (leaf: number) => field.numbers[base + leaf] ?? 0;
  const order = [-1, ...[...classes.leaves].toSorted((a, b) => personsIn(b) - personsIn(a) || a - b)];
  orders[layer] = order;
  return order;
}

function tradeWith(shift: StackShift, others: readonly number[], up: number, down: number): void {
  const { change, layer, asked } = shift;
  const [first, second] = asked.direction > 0 ? [up, down] : [down, up];
  for (const other of others) {
    if (!change.mayTrade(layer, first, second)) return;
    if (change.mayTrade(other, second, first)) trade(shift, up, down, other);
    if (shift.left <= 0) return;
  }
}

function trade(shift: StackShift, up: number, down: number, other: number): void {
  const { change, layer, asked } = shift;
  change.begin();
  change.add(layer, up, asked.direction);
  change.add(other, up, -asked.direction);
  if (down >= 0) {
    change.add(layer, down, -asked.direction);
    change.add(other, down, asked.direction);
  }
  shift.left -= change.make(shift.left);
}

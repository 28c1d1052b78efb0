import type { Shift } from '../asked-shift.ts';
import type { Field } from '../room.ts';
import { changeFace } from './change-face.ts';
import { stackShift, type StackShift } from './stack-shift.ts';
import { tradeInPart } from './trade-in-part.ts';

/** How often a change of the face may be looked for. */
const mostCycles = 64;

/**
 * Moves a group of a stack by people who trade places: between two classes in its layer against another layer, or along a
 * cycle of the face that layers of every part take up. Every group such a change touches is held to its bounds.
 * @returns how far the group was moved.
 */
export function shiftInStack(field: Field, asked: Shift, touched: number[]): number {
  const shift = stackShift(field, asked, touched);
  if (shift.layer === field.frame.shape.face) changeFaceOften(shift);
  else tradeAndChange(shift);
  return asked.amount - shift.left;
}

function changeFaceOften(shift: StackShift): void {
  for (let cycles = 0; shift.left > 0 && cycles < mostCycles; cycles++) if (!changeFace(shift)) return;
}

/** Trades, and where that is not enough changes the face: for the asked layer, or for any, who may then trade with it. */
function tradeAndChange(shift: StackShift): void {
  const { field, asked } = shift;
  const { shape, classes } = field.frame;
  const goal = (field.numbers[asked.group] ?? 0) + asked.direction * asked.amount;
  tradeInPart(shift);
  if (measured(shift, goal) > 0) lift(shift);
  for (let cycles = 0; measured(shift, goal) > 0 && cycles < mostCycles; cycles++) {
    if (changeFace(shift)) continue;
    const before = measured(shift, goal);
    const group = shape.face * classes + (asked.group % classes);
    const inFace = { ...shift, layer: shape.face, own: [], others: shape.parts, asked: { ...asked, group } };
    if (!changeFace(inFace)) return;
    if (measured(shift, goal) > 0) tradeInPart(shift);
    if (measured(shift, goal) >= before) return;
  }
}

/** How far the asked group still is from its goal, which is noted as what is left. */
function measured(shift: StackShift, goal: number): number {
  const { field, asked } = shift;
  shift.left = asked.direction * (goal - (field.numbers[asked.group] ?? 0));
  return shift.left;
}

/** Moves the number of everybody in the layer by what is left, by other classes, and lets the asked one trade with those. */
function lift(shift: StackShift): void {
  const { field, layer, asked, classes } = shift;
  const group = layer * field.frame.classes + classes.all;
  if (group === asked.group || !shift.change.may(layer, classes.all, asked.direction)) return;
  const whole = { ...shift, asked: { ...asked, group } };
  tradeInPart(whole);
  if (whole.left < shift.left) tradeInPart(shift);
}

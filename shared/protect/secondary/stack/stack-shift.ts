import type { Shift } from '../asked-shift.ts';
import type { Frame } from '../frame.ts';
import type { Field } from '../room.ts';
import { keptFor } from './kept-for.ts';
import { classesIn, planeOf, type Classes } from './stack.ts';
import { StackChange } from './stack-change.ts';

/** A group of a stack that is asked to move: where it stands, the change that is put together for it, and how far it has to go. */
export interface StackShift {
  readonly field: Field;
  /** The face as a field of its own, on the same numbers and bounds. */
  readonly face: Field;
  readonly classes: Classes;
  readonly change: StackChange;
  readonly asked: Shift;
  readonly layer: number;
  /** Layers that add up to the face together with `layer`; empty for the face itself. */
  readonly own: readonly number[];
  readonly others: readonly (readonly number[])[];
  left: number;
}

/** What is asked of a group, of which nothing is done yet. Groups that change are pushed to `touched`. */
export function stackShift(field: Field, asked: Shift, touched: number[]): StackShift {
  const layer = Math.floor(asked.group / field.frame.classes);
  return {
    field,
    face: keptFor(faceOfField, field, faceWithin),
    classes: classesIn(field.frame),
    change: new StackChange(field, touched),
    asked,
    layer,
    ...partsAround(field.frame, layer),
    left: asked.amount,
  };
}

/** Leaves that add up to the class of the asked group, the class itself where it is a leaf. */
export function leavesOf({ classes, asked, field }: StackShift): readonly number[] {
  return classes.leavesOf[asked.group % field.frame.classes] ?? [];
}

type Parts = Pick<StackShift, 'own' | 'others'>;

const partsOfFrame = new WeakMap<Frame, Parts[]>();

/** The part a layer belongs to, and all others. */
function partsAround(frame: Frame, layer: number): Parts {
  const { parts } = frame.shape;
  const known = keptFor(partsOfFrame, frame, () => []);
  return (known[layer] ??= {
    own: parts.find((part) => part.includes(layer)) ?? [],
    others: parts.filter((part) => !part.includes(layer)),
  });
}

const faceOfField = new WeakMap<Field, Field>();

function faceWithin({ frame, bounds, numbers }: Field): Field {
  const from = frame.shape.face * frame.classes;
  const to = from + frame.classes;
  return {
    frame: planeOf(frame),
    bounds: { low: bounds.low.subarray(from, to), high: bounds.high.subarray(from, to) },
    numbers: numbers.subarray(from, to),
  };
}

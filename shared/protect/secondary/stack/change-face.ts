import { faceCycles, type Signs } from './face-cycles.ts';
import { placeAll, placeOf, put, type Placed } from './places-in-layers.ts';
import { leavesOf, type StackShift } from './stack-shift.ts';

/**
 * One change along a cycle of the face that takes the asked group with it and that layers of every part take up.
 * @returns whether there was one.
 */
export function changeFace(shift: StackShift): boolean {
  const isFace = shift.layer === shift.field.frame.shape.face;
  const starts = isFace ? [shift.asked.group % shift.field.frame.classes] : leavesOf(shift);
  for (const start of starts) {
    if (!isFace && !shift.change.may(shift.layer, start, shift.asked.direction)) continue;
    for (const cycle of faceCycles(shift, start)) if (isTakenUp(shift, start, cycle)) return true;
  }
  return false;
}

/** A change of the face in leaves that go up and leaves that go down, and what the asked layer itself takes up of it. */
interface Wish {
  readonly signs: Signs;
  readonly rising: readonly number[];
  readonly falling: readonly number[];
  readonly own: Placed | undefined;
}

/**
 * Lets layers take up a change of the face: in the asked group's part the asked layer first. Turns only choose other layers for the
 * same leaves, so where no layers are found in one turn, there are none in any.
 */
function isTakenUp(shift: StackShift, start: number, signs: Signs): boolean {
  const wish = wishOf(shift, start, signs);
  if (wish === undefined) return false;
  for (let turn = 0; turn < 3; turn++) {
    if (!isPutTogether(shift, wish, turn)) return false;
    const made = shift.change.make(shift.left);
    shift.left -= made;
    if (made > 0) return true;
  }
  return false;
}

/** Undefined where the asked layer cannot take up its share. */
function wishOf(shift: StackShift, start: number, signs: Signs): Wish | undefined {
  const { change, layer, asked } = shift;
  const rising: number[] = [];
  const falling: number[] = [];
  for (const [at, sign] of signs) (sign > 0 ? rising : falling).push(at);
  if (shift.own.length === 0) return { signs, rising, falling, own: undefined };
  const isUp = asked.direction > 0;
  const inLine = leavesOf(shift);
  const partners = (isUp ? falling : rising).filter((at) => !inLine.includes(at));
  partners.push(-1);
  const own = placeOf(
    change,
    { layers: [layer], turn: 0 },
    isUp ? [start] : partners,
    isUp ? partners : [start],
  );
  return own && { signs, rising, falling, own };
}

/** Puts the change together once layers for all of it are found. */
function isPutTogether(shift: StackShift, { signs, rising, falling, own }: Wish, turn: number): boolean {
  const { change, layer, others, field } = shift;
  const places: Placed[] = [];
  for (const part of others)
    if (!placeAll(change, { layers: part, turn, places }, rising, falling)) return false;
  if (own !== undefined) {
    places.push(own);
    const layers = shift.own.filter((other) => other !== layer);
    const ups = rising.filter((at) => at !== own.up);
    const downs = falling.filter((at) => at !== own.down);
    if (!placeAll(change, { layers, turn, places }, ups, downs)) return false;
  }
  change.begin();
  for (const [at, sign] of signs) change.add(field.frame.shape.face, at, sign);
  for (const place of places) put(change, place);
  return true;
}

import type { Shift } from './asked-shift.ts';
import type { Frame } from './frame.ts';
import { isNetwork, type Cycle } from './network-path.ts';
import { roomOf, type Field } from './room.ts';
import { shortestCycle } from './shortest-cycle.ts';
import { classesIn, planeOf, type Classes } from './stack.ts';
import { StackChange } from './stack-change.ts';

interface Work {
  readonly field: Field;
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

/** How often a change of the face may be looked for. */
const mostCycles = 64;

/**
 * Moves a group of a stack by people who trade places: between two classes in its layer against another layer, or along a
 * cycle of the face that layers of every part take up. Every group such a change touches is held to its bounds.
 * @returns how far the group was moved.
 */
export function shiftInStack(field: Field, asked: Shift, touched: number[]): number {
  const { shape, classes } = field.frame;
  const layer = Math.floor(asked.group / classes);
  const work: Work = {
    field,
    face: faceField(field),
    classes: classesIn(field.frame),
    change: new StackChange(field, touched),
    asked,
    layer,
    ...partsAround(field.frame, layer),
    left: asked.amount,
  };
  if (layer === shape.face) changeFaceOften(work);
  else tradeAndChange(work);
  return asked.amount - work.left;
}

const partsOfFrame = new WeakMap<Frame, Pick<Work, 'own' | 'others'>[]>();

/** The part a layer belongs to, and all others. */
function partsAround(frame: Frame, layer: number): Pick<Work, 'own' | 'others'> {
  const { parts } = frame.shape;
  const known = kept(partsOfFrame, frame, () => []);
  return (known[layer] ??= {
    own: parts.find((part) => part.includes(layer)) ?? [],
    others: parts.filter((part) => !part.includes(layer)),
  });
}

function kept<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function changeFaceOften(work: Work): void {
  for (let cycles = 0; work.left > 0 && cycles < mostCycles; cycles++) if (!changeFace(work)) return;
}

/** Trades, and where that is not enough changes the face: for the asked layer, or for any, who may then trade with it. */
function tradeAndChange(work: Work): void {
  const { field, asked } = work;
  const { shape, classes } = field.frame;
  const goal = (field.numbers[asked.group] ?? 0) + asked.direction * asked.amount;
  tradeInPart(work);
  if (measured(work, goal) > 0) lift(work);
  for (let cycles = 0; measured(work, goal) > 0 && cycles < mostCycles; cycles++) {
    if (changeFace(work)) continue;
    const before = measured(work, goal);
    const group = shape.face * classes + (asked.group % classes);
    const inFace = { ...work, layer: shape.face, own: [], others: shape.parts, asked: { ...asked, group } };
    if (!changeFace(inFace)) return;
    if (measured(work, goal) > 0) tradeInPart(work);
    if (measured(work, goal) >= before) return;
  }
}

/** How far the asked group still is from its goal, which is noted as what is left. */
function measured(work: Work, goal: number): number {
  const { field, asked } = work;
  work.left = asked.direction * (goal - (field.numbers[asked.group] ?? 0));
  return work.left;
}

const faceOfField = new WeakMap<Field, Field>();

/** The face as a field of its own, on the same numbers and bounds. */
function faceField(field: Field): Field {
  return kept(faceOfField, field, () => faceWithin(field));
}

function faceWithin({ frame, bounds, numbers }: Field): Field {
  const from = frame.shape.face * frame.classes;
  const to = from + frame.classes;
  return {
    frame: planeOf(frame),
    bounds: { low: bounds.low.subarray(from, to), high: bounds.high.subarray(from, to) },
    numbers: numbers.subarray(from, to),
  };
}

/** Leaves that add up to the class of the asked group, the class itself where it is a leaf. */
function leavesOf({ classes, asked, field }: Work): readonly number[] {
  return classes.leavesOf[asked.group % field.frame.classes] ?? [];
}

/** Trades without the face: a leaf of the layer goes up and another one down, another layer does the opposite. */
function tradeInPart(work: Work): void {
  const { change, layer, asked } = work;
  const rising = leavesOf(work);
  for (const up of rising) {
    if (!change.may(layer, up, asked.direction)) continue;
    const others = work.own.filter((other) => other !== layer && change.may(other, up, -asked.direction));
    if (others.length === 0) continue;
    for (const down of fullestFirst(work)) {
      if (rising.includes(down)) continue;
      tradeWith(work, others, up, down);
      if (work.left <= 0) return;
    }
  }
}

function tradeWith(work: Work, others: readonly number[], up: number, down: number): void {
  const { change, layer, asked } = work;
  const [first, second] = asked.direction > 0 ? [up, down] : [down, up];
  for (const other of others) {
    if (!change.mayTrade(layer, first, second)) return;
    if (change.mayTrade(other, second, first)) trade(work, up, down, other);
    if (work.left <= 0) return;
  }
}

const ordersOfField = new WeakMap<Field, (readonly number[])[]>();

/** No leaf at all (-1), then the leaves of the layer with most people first. */
function fullestFirst({ field, classes, layer }: Work): readonly number[] {
  const orders = kept(ordersOfField, field, () => []);
  const known = orders[layer];
  if (known !== undefined) return known;
  const base = layer * field.frame.classes;
  const personsIn = (leaf: number) => field.numbers[base + leaf] ?? 0;
  const order = [-1, ...[...classes.leaves].toSorted((a, b) => personsIn(b) - personsIn(a) || a - b)];
  orders[layer] = order;
  return order;
}

function trade(work: Work, up: number, down: number, other: number): void {
  const { change, layer, asked } = work;
  change.begin();
  change.add(layer, up, asked.direction);
  change.add(other, up, -asked.direction);
  if (down >= 0) {
    change.add(layer, down, -asked.direction);
    change.add(other, down, asked.direction);
  }
  work.left -= change.make(work.left);
}

/** Moves the number of everybody in the layer by what is left, by other classes, and lets the asked one trade with those. */
function lift(work: Work): void {
  const { field, layer, asked, classes } = work;
  const group = layer * field.frame.classes + classes.all;
  if (group === asked.group || !work.change.may(layer, classes.all, asked.direction)) return;
  const whole = { ...work, asked: { ...asked, group } };
  tradeInPart(whole);
  if (whole.left < work.left) tradeInPart(work);
}

/** One change along a cycle of the face that takes the asked group with it. */
function changeFace(work: Work): boolean {
  const isFace = work.layer === work.field.frame.shape.face;
  const starts = isFace ? [work.asked.group % work.field.frame.classes] : leavesOf(work);
  for (const start of starts) {
    if (!isFace && !work.change.may(work.layer, start, work.asked.direction)) continue;
    for (const cycle of cyclesThrough(work, start)) if (isTakenUp(work, start, cycle)) return true;
  }
  return false;
}

type Signs = ReadonlyMap<number, number>;

/** Changes of single leaves of the face by one that keep its sums true, with `start` in the asked direction. */
function* cyclesThrough({ face, classes, asked }: Work, start: number): Generator<Signs> {
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

function cycleAvoiding(face: Field, start: number, direction: number, avoided: number): Cycle | undefined {
  const { low, high } = face.bounds;
  const [before, after] = [low[avoided] ?? 0, high[avoided] ?? 0];
  low[avoided] = high[avoided] = face.numbers[avoided] ?? 0;
  const cycle = shortestCycle(face, start, direction);
  low[avoided] = before;
  high[avoided] = after;
  return cycle;
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
function isTakenUp(work: Work, start: number, signs: Signs): boolean {
  const wish = wishOf(work, start, signs);
  if (wish === undefined) return false;
  for (let turn = 0; turn < 3; turn++) {
    if (!isPutTogether(work, wish, turn)) return false;
    const made = work.change.make(work.left);
    work.left -= made;
    if (made > 0) return true;
  }
  return false;
}

/** Undefined where the asked layer cannot take up its share. */
function wishOf(work: Work, start: number, signs: Signs): Wish | undefined {
  const { change, layer, asked } = work;
  const rising: number[] = [];
  const falling: number[] = [];
  for (const [at, sign] of signs) (sign > 0 ? rising : falling).push(at);
  if (work.own.length === 0) return { signs, rising, falling, own: undefined };
  const isUp = asked.direction > 0;
  const inLine = leavesOf(work);
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
function isPutTogether(work: Work, { signs, rising, falling, own }: Wish, turn: number): boolean {
  const { change, layer, others, field } = work;
  const places: Placed[] = [];
  for (const part of others) if (!spread(work, { layers: part, turn, places }, rising, falling)) return false;
  if (own !== undefined) {
    places.push(own);
    const layers = work.own.filter((other) => other !== layer);
    const ups = rising.filter((at) => at !== own.up);
    const downs = falling.filter((at) => at !== own.down);
    if (!spread(work, { layers, turn, places }, ups, downs)) return false;
  }
  change.begin();
  for (const [at, sign] of signs) change.add(field.frame.shape.face, at, sign);
  for (const place of places) put(change, place);
  return true;
}

/** Layers to look through, from one that depends on `turn` and around. */
interface Round {
  readonly layers: readonly number[];
  readonly turn: number;
}

/** Finds layers of a part for each leaf that changes, both of a pair in one layer where possible, and adds them to `places`. */
function spread(
  { change }: Work,
  round: Round & { readonly places: Placed[] },
  rising: readonly number[],
  falling: readonly number[],
): boolean {
  const left = [...falling];
  for (const up of rising) {
    const found = placeOf(change, round, [up], [...left, -1]);
    if (found === undefined) return false;
    round.places.push(found);
    if (found.down >= 0) left.splice(left.indexOf(found.down), 1);
  }
  for (const down of left) {
    const found = placeOf(change, round, [-1], [down]);
    if (found === undefined) return false;
    round.places.push(found);
  }
  return true;
}

interface Placed {
  readonly layer: number;
  readonly up: number;
  readonly down: number;
}

function put(change: StackChange, { layer, up, down }: Placed): void {
  if (up >= 0) change.add(layer, up, 1);
  if (down >= 0) change.add(layer, down, -1);
}

/** The first layer of a round in which one of the leaves can go up while another goes down. */
function placeOf(
  change: StackChange,
  { layers, turn }: Round,
  ups: readonly number[],
  downs: readonly number[],
): Placed | undefined {
  for (const up of ups)
    for (const down of downs)
      for (let i = 0; i < layers.length; i++) {
        const layer = layers[(i + turn * 7) % layers.length] ?? 0;
        if (change.mayTrade(layer, up, down)) return { layer, up, down };
      }
  return undefined;
}

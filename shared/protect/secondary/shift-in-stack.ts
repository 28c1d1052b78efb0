import type { Shift } from './asked-shift.ts';
import { isNetwork, type Cycle } from './network-path.ts';
import type { Field } from './room.ts';
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
    own: shape.parts.find((part) => part.includes(layer)) ?? [],
    others: shape.parts.filter((part) => !part.includes(layer)),
    left: asked.amount,
  };
  if (layer === shape.face) changeFaceOften(work);
  else tradeAndChange(work);
  return asked.amount - work.left;
}

function changeFaceOften(work: Work): void {
  for (let cycles = 0; work.left > 0 && cycles < mostCycles; cycles++) if (!changeFace(work)) return;
}

/** Trades, and where that is not enough changes the face: for the asked layer, or for any, who may then trade with it. */
function tradeAndChange(work: Work): void {
  const { field, asked } = work;
  const { shape, classes } = field.frame;
  const goal = (field.numbers[asked.group] ?? 0) + asked.direction * asked.amount;
  const measure = () => {
    work.left = asked.direction * (goal - (field.numbers[asked.group] ?? 0));
    return work.left;
  };
  tradeInPart(work);
  if (measure() > 0) lift(work);
  for (let cycles = 0; measure() > 0 && cycles < mostCycles; cycles++) {
    if (changeFace(work)) continue;
    const before = measure();
    const group = shape.face * classes + (asked.group % classes);
    const inFace = { ...work, layer: shape.face, own: [], others: shape.parts, asked: { ...asked, group } };
    if (!changeFace(inFace)) return;
    if (measure() > 0) tradeInPart(work);
    if (measure() >= before) return;
  }
}

function faceField({ frame, bounds, numbers }: Field): Field {
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

const ordersOfField = new WeakMap<Field, Map<number, readonly number[]>>();

/** No leaf at all (-1), then the leaves of the layer with most people first. */
function fullestFirst({ field, classes, layer }: Work): readonly number[] {
  const orders = ordersOfField.get(field) ?? new Map<number, readonly number[]>();
  ordersOfField.set(field, orders);
  const base = layer * field.frame.classes;
  const personsIn = (leaf: number) => field.numbers[base + leaf] ?? 0;
  const order = orders.get(layer) ?? [
    -1,
    ...[...classes.leaves].toSorted((a, b) => personsIn(b) - personsIn(a) || a - b),
  ];
  orders.set(layer, order);
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
    for (const cycle of cyclesThrough(work, start))
      for (let turn = 0; turn < 3; turn++) if (takeUp(work, start, cycle, turn)) return true;
  }
  return false;
}

type Signs = ReadonlyMap<number, number>;

/** Changes of single leaves of the face by one that keep its sums true, with `start` in the asked direction. */
function* cyclesThrough({ face, classes, asked }: Work, start: number): Generator<Signs> {
  const { direction } = asked;
  const room = (at: number, sign: number) =>
    sign > 0
      ? (face.numbers[at] ?? 0) < (face.bounds.high[at] ?? 0)
      : (face.numbers[at] ?? 0) > (face.bounds.low[at] ?? 0);
  if (!room(start, direction)) return;
  if (isNetwork(face.frame)) {
    const first = shortestCycle(face, start, direction);
    if (first === undefined) return;
    yield leafSigns(first);
    for (const avoided of first.groups) {
      const cycle = cycleAvoiding(face, start, direction, avoided);
      if (cycle !== undefined) yield leafSigns(cycle);
    }
    return;
  }
  if (classes.isLeaf[start] !== 1) return;
  for (const other of classes.leaves)
    if (other !== start && room(other, -direction))
      yield new Map([
        [start, direction],
        [other, -direction],
      ]);
  yield new Map([[start, direction]]);

  function leafSigns(cycle: Cycle): Signs {
    const signs = new Map([[start, direction]]);
    cycle.groups.forEach((group, i) => signs.set(group, direction * (cycle.signs[i] ?? 0)));
    return new Map([...signs].filter(([at]) => classes.isLeaf[at] === 1));
  }
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

/** Lets layers take up a change of the face: in the asked group's part the asked layer first. */
function takeUp(work: Work, start: number, signs: Signs, turn: number): boolean {
  const { change, layer, own, others, asked, field } = work;
  const rising = [...signs].filter(([, sign]) => sign > 0).map(([at]) => at);
  const falling = [...signs].filter(([, sign]) => sign < 0).map(([at]) => at);
  change.begin();
  for (const [at, sign] of signs) change.add(field.frame.shape.face, at, sign);
  for (const part of others) if (!spread(change, { layers: part, turn }, rising, falling)) return false;
  if (own.length > 0) {
    const isUp = asked.direction > 0;
    const inLine = leavesOf(work);
    const partners = (isUp ? falling : rising).filter((at) => !inLine.includes(at));
    const found = placeOf(
      change,
      { layers: [layer], turn: 0 },
      isUp ? [start] : [...partners, -1],
      isUp ? [...partners, -1] : [start],
    );
    if (found === undefined) return false;
    put(change, found);
    const rest = own.filter((other) => other !== layer);
    const ups = rising.filter((at) => at !== found.up);
    const downs = falling.filter((at) => at !== found.down);
    if (!spread(change, { layers: rest, turn }, ups, downs)) return false;
  }
  const made = change.make(work.left);
  work.left -= made;
  return made > 0;
}

/** Layers to look through, from one that depends on `turn` and around. */
interface Round {
  readonly layers: readonly number[];
  readonly turn: number;
}

/** Finds layers of a part for each leaf that changes, both of a pair in one layer where possible. */
function spread(
  change: StackChange,
  round: Round,
  rising: readonly number[],
  falling: readonly number[],
): boolean {
  const left = [...falling];
  for (const up of rising) {
    const found = placeOf(change, round, [up], [...left, -1]);
    if (found === undefined) return false;
    put(change, found);
    if (found.down >= 0) left.splice(left.indexOf(found.down), 1);
  }
  for (const down of left) {
    const found = placeOf(change, round, [-1], [down]);
    if (found === undefined) return false;
    put(change, found);
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

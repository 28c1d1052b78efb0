import { boundsOf, type Bounds } from './bounds.ts';
import type { Identities } from './identities.ts';
import type { Link, Slot } from './links.ts';
import { loadBlock, ruleFor, type Loading } from './load-block.ts';
import type { Steps } from './steps.ts';
import { tighten } from './tighten.ts';

/** What is known of one linked layer: bounds from its own block, bounds from other blocks, and the true numbers. */
interface Known {
  readonly slot: Slot;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly outerLow: Float64Array;
  readonly outerHigh: Float64Array;
  readonly truth: Float64Array;
}

/** Bounds that other blocks put on the groups of a block, for the blocks that are linked to others. */
export interface OuterBounds {
  /** Undefined where nothing from outside bounds the block. */
  of(family: number, block: number): Bounds | undefined;
  readonly links: readonly Link[];
}

interface Exchange {
  readonly loading: Loading;
  readonly identities: Identities;
  readonly known: Map<number, Known[]>;
  readonly moved: Set<number>;
  readonly usesSums: (family: number) => boolean;
}

const rounds = 4;
const blocksPerFamily = 2 ** 32;

/**
 * Carries bounds between linked blocks, from what is published at this moment. Where the true numbers break a link (for some
 * classes, since the tables count moments differently), the link says nothing. Hiding more only loosens these bounds. Blocks of
 * families that `usesSums` denies pass on only what they publish, as if nothing followed from their sums: what is left once they are
 * protected.
 */
export function* outerBounds(
  loading: Loading,
  identities: Identities,
  usesSums: (family: number) => boolean = () => true,
): Steps<OuterBounds> {
  const exchange: Exchange = { loading, identities, known: new Map(), moved: new Set(), usesSums };
  for (const { whole, parts } of identities.links) {
    for (const slot of [whole, ...parts]) register(exchange, slot);
    yield;
  }
  yield* refreshAll(exchange, exchange.known.keys());
  for (let round = 0; round < rounds; round++) {
    exchange.moved.clear();
    yield* carryAll(exchange);
    if (exchange.moved.size === 0) break;
    yield* refreshAll(exchange, exchange.moved);
  }
  return { links: identities.links, of: (family, block) => outerOf(exchange, family, block) };
}

function* refreshAll(exchange: Exchange, keys: Iterable<number>): Steps<void> {
  for (const key of keys) {
    refresh(exchange, key);
    yield;
  }
}

function* carryAll(exchange: Exchange): Steps<void> {
  for (const link of exchange.identities.links) {
    carry(exchange, link);
    yield;
  }
}

function keyOf({ family, block }: Pick<Slot, 'family' | 'block'>): number {
  return family * blocksPerFamily + block;
}

function register({ identities, known }: Exchange, slot: Slot): void {
  const slots = known.get(keyOf(slot)) ?? [];
  known.set(keyOf(slot), slots);
  if (slots.some((one) => one.slot.layer === slot.layer)) return;
  const classes = identities.families[slot.family]?.frame.classes ?? 0;
  slots.push({
    slot,
    low: new Float64Array(classes),
    high: new Float64Array(classes).fill(Infinity),
    outerLow: new Float64Array(classes),
    outerHigh: new Float64Array(classes).fill(Infinity),
    truth: new Float64Array(classes),
  });
}

/** Works out anew what a block's own figures and sums, with the bounds from outside, say about its linked layers. */
function refresh(exchange: Exchange, key: number): void {
  const slots = exchange.known.get(key) ?? [];
  const [first] = slots;
  const family = exchange.identities.families[first?.slot.family ?? -1];
  if (first === undefined || family === undefined) return;
  const { block: at } = first.slot;
  const outer = outerOf(exchange, first.slot.family, at);
  const layers = family.layersOf(at);
  const block = loadBlock(exchange.loading, family, layers, outer);
  const bounds = boundsOf(block, ruleFor(exchange.loading, layers), 'figures');
  if (exchange.usesSums(first.slot.family)) tighten(family.frame, bounds);
  for (const one of slots) {
    const from = one.slot.layer * family.frame.classes;
    one.low.set(bounds.low.subarray(from, from + family.frame.classes));
    one.high.set(bounds.high.subarray(from, from + family.frame.classes));
    one.truth.set(block.persons.subarray(from, from + family.frame.classes));
  }
}

function carry(exchange: Exchange, link: Link): void {
  const whole = slotOf(exchange, link.whole);
  const parts = link.parts.map((part) => slotOf(exchange, part)).filter((part) => part !== undefined);
  if (whole === undefined || parts.length !== link.parts.length) return;
  for (let at = 0; at < whole.truth.length; at++) {
    for (const part of parts) {
      if ((part.truth[at] ?? 0) > (whole.truth[at] ?? 0)) continue;
      raise(exchange, whole, at, part.low[at] ?? 0);
      lower(exchange, part, at, whole.high[at] ?? Infinity);
    }
    if (link.covers) carryCover(exchange, whole, parts, at);
  }
}

function carryCover(exchange: Exchange, whole: Known, parts: readonly Known[], at: number): void {
  const sumOf = (pick: (part: Known) => number) => parts.reduce((sum, part) => sum + pick(part), 0);
  if (sumOf((part) => part.truth[at] ?? 0) < (whole.truth[at] ?? 0)) return;
  const all = sumOf((part) => part.high[at] ?? Infinity);
  lower(exchange, whole, at, all);
  for (const part of parts) {
    const others =
      all === Infinity
        ? parts.reduce((sum, one) => sum + (one === part ? 0 : (one.high[at] ?? Infinity)), 0)
        : all - (part.high[at] ?? 0);
    raise(exchange, part, at, (whole.low[at] ?? 0) - others);
  }
}

function raise(exchange: Exchange, known: Known, at: number, value: number): void {
  if (value <= (known.outerLow[at] ?? 0)) return;
  known.outerLow[at] = value;
  if (value > (known.low[at] ?? 0)) exchange.moved.add(keyOf(known.slot));
}

function lower(exchange: Exchange, known: Known, at: number, value: number): void {
  if (value >= (known.outerHigh[at] ?? Infinity)) return;
  known.outerHigh[at] = value;
  if (value < (known.high[at] ?? Infinity)) exchange.moved.add(keyOf(known.slot));
}

function slotOf({ known }: Exchange, slot: Slot): Known | undefined {
  return known.get(keyOf(slot))?.find((one) => one.slot.layer === slot.layer);
}

function outerOf(exchange: Exchange, family: number, block: number): Bounds | undefined {
  const slots = exchange.known.get(keyOf({ family, block }));
  const frame = exchange.identities.families[family]?.frame;
  if (slots === undefined || frame === undefined) return undefined;
  const bounds = { low: new Float64Array(frame.groups), high: new Float64Array(frame.groups).fill(Infinity) };
  for (const { slot, outerLow, outerHigh } of slots) {
    bounds.low.set(outerLow, slot.layer * frame.classes);
    bounds.high.set(outerHigh, slot.layer * frame.classes);
  }
  return bounds;
}

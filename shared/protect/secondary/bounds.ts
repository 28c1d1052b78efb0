import { emptyHidden, emptyShown, primary, published, secondary, unlisted, type Block } from './block.ts';
import { leastHidden, publishedHigh, publishedLow, type ProtectionRule } from './protection-rule.ts';

/** `figures`: knows the figures and the sums. `rule`: knows the rule and, at worst, which groups fell under it, besides. */
export type Reader = 'figures' | 'rule';

/** What a reader knows of each group before any sum is used; the true number always lies within. */
export interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Bounds of every group of a block for a reader. */
export function boundsOf(block: Block, rule: ProtectionRule, reader: Reader): Bounds {
  const { groups } = block.frame;
  const bounds = { low: new Float64Array(groups), high: new Float64Array(groups) };
  const place = { reader, bounds, group: 0 };
  for (; place.group < groups; place.group++) setBounds(block, rule, place);
  return bounds;
}

/** The bounds there would be if every published group of the block were hidden to protect others. */
export function openedBounds(block: Block, rule: ProtectionRule, reader: Reader): Bounds {
  const state = block.state.map((one) => (one === published ? secondary : one));
  return boundsOf({ ...block, state }, rule, reader);
}

interface Place {
  readonly reader: Reader;
  readonly bounds: Bounds;
  readonly group: number;
}

/** Sets the bounds of one group anew, after its state has changed. */
export function setBounds(block: Block, rule: ProtectionRule, place: Readonly<Place>): void {
  const { reader, bounds, group } = place;
  const persons = block.persons[group] ?? 0;
  const state = block.state[group] ?? published;
  const low = reader === 'rule' ? ruledLow(persons, state, rule) : plainLow(persons, state, rule);
  const high = reader === 'rule' ? ruledHigh(block, persons, state, rule) : plainHigh(persons, state, rule);
  bounds.low[group] = Math.max(Math.min(low, persons), block.outerLow?.[group] ?? 0);
  bounds.high[group] = Math.min(Math.max(high, persons), block.outerHigh?.[group] ?? Infinity);
}

function plainLow(persons: number, state: number, rule: ProtectionRule): number {
  if (state === published) return publishedLow(persons, rule);
  return state === primary || state === secondary ? leastHidden(rule) : 0;
}

function plainHigh(persons: number, state: number, rule: ProtectionRule): number {
  if (state === published) return publishedHigh(persons, rule);
  return state === emptyShown ? 0 : Infinity;
}

function ruledLow(persons: number, state: number, rule: ProtectionRule): number {
  return state === secondary ? rule.minimumPersons : plainLow(persons, state, rule);
}

function ruledHigh(block: Block, persons: number, state: number, rule: ProtectionRule): number {
  const isUnder = state === primary || state === emptyHidden;
  if (isUnder && block.boundedByRule) return rule.minimumPersons - 1;
  return state === unlisted ? Infinity : plainHigh(persons, state, rule);
}

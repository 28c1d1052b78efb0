import { primary, published, type Block } from './block.ts';
import { boundsOf, type Bounds } from './bounds.ts';
import type { Need } from './need.ts';
import { neededWidth, type ProtectionRule } from './protection-rule.ts';
import type { Field } from './room.ts';
import type { Steps } from './steps.ts';
import { restore, shift } from './shift.ts';
import { noSuspectsYet, noteChange, type Suspects } from './suspects.ts';

/** The numbers of a block and what changes of them have shown so far. */
interface Probe {
  readonly block: Block;
  readonly rule: ProtectionRule;
  readonly field: Field;
  readonly touched: number[];
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly suspects: Suspects;
}

/**
 * What simple changes of a block's numbers cannot show to be protected: a short list where there is little to protect, in
 * the order of the groups. An entry need not be a fault: the solver may still find it protected. Hiding further groups never
 * opens a need that is not in the list, so that afterwards `groups` can be left to those in it.
 */
export function* openNeeds(
  block: Block,
  rule: ProtectionRule,
  groups: readonly number[] = groupsUnder(block),
): Steps<readonly Need[]> {
  const needs: Need[] = [];
  for (const need of findOpenNeeds(block, rule, groups))
    if (need === undefined) yield;
    else needs.push(need);
  return needs;
}

/** Whether simple changes show everything in the block to be protected; stops at the first that they do not. */
export function* isShownSafe(block: Block, rule: ProtectionRule): Steps<boolean> {
  for (const need of findOpenNeeds(block, rule, groupsUnder(block)))
    if (need === undefined) yield;
    else return false;
  return true;
}

/** Yields undefined between groups, where a caller may pause. */
function* findOpenNeeds(
  block: Block,
  rule: ProtectionRule,
  groups: readonly number[],
): Generator<Need | undefined> {
  if (groups.length === 0) return;
  const figures = probeOf(block, rule, boundsOf(block, rule, 'figures'));
  for (const group of groups) {
    for (const need of openEnds(figures, group)) yield need;
    yield undefined;
  }
  if (!isAskedBeyondEnds(block, rule)) return;
  const probe = rule.rule ? probeOf(block, rule, boundsOf(block, rule, 'rule')) : startedAnew(figures);
  for (const group of groups) {
    for (const need of openWidth(probe, group)) yield need;
    yield undefined;
  }
  if (!rule.contributor) return;
  for (const group of groups) {
    for (const need of openToContributors(probe, group)) yield need;
    yield undefined;
  }
}

/** Where nothing is published, what a reader who knows the rule or a number finds out follows from the rule and the sums alone. */
function isAskedBeyondEnds({ state }: Block, { rule, contributor }: ProtectionRule): boolean {
  return (rule || contributor) && state.includes(published);
}

/** Groups of the block that fell under the minimum, ascending. */
export function groupsUnder(block: Block): readonly number[] {
  const groups: number[] = [];
  for (let group = 0; group < block.state.length; group++)
    if (block.state[group] === primary) groups.push(group);
  return groups;
}

function probeOf(block: Block, rule: ProtectionRule, bounds: Bounds): Probe {
  const field = { frame: block.frame, bounds, numbers: block.persons.slice() };
  const [least, most] = [block.persons.slice(), block.persons.slice()];
  return { block, rule, field, touched: [], least, most, suspects: noSuspectsYet(block) };
}

function startedAnew(probe: Probe): Probe {
  return probeOf(probe.block, probe.rule, probe.field.bounds);
}

function openEnds(probe: Probe, group: number): Need[] {
  const { least, most, rule } = probe;
  const persons = probe.block.persons[group] ?? 0;
  const needs: Need[] = [];
  if ((most[group] ?? 0) < rule.highAtLeast) move(probe, group, rule.highAtLeast - persons);
  if ((most[group] ?? 0) < rule.highAtLeast) needs.push({ kind: 'high', group, known: -1 });
  if ((least[group] ?? 0) > 1) move(probe, group, 1 - persons);
  if ((least[group] ?? 0) > 1) needs.push({ kind: 'low', group, known: -1 });
  return needs;
}

function openWidth(probe: Probe, group: number): Need[] {
  const { least, most, suspects, rule } = probe;
  const wanted = rule.rule ? neededWidth(rule) : 0;
  for (let direction = 1; direction >= -1; direction -= 2) {
    const missing = wanted - widthAt(probe, group);
    if (missing <= 0 && (!suspects.any || suspects.byGroup[group] !== undefined)) break;
    const end = direction > 0 ? (most[group] ?? 0) : (least[group] ?? 0);
    move(probe, group, end - (probe.block.persons[group] ?? 0) + direction * Math.max(1, missing));
  }
  return wanted > widthAt(probe, group) ? [{ kind: 'width', group, known: -1 }] : [];
}

function widthAt({ most, least }: Probe, group: number): number {
  return (most[group] ?? 0) - (least[group] ?? 0);
}

function openToContributors(probe: Probe, group: number): Need[] {
  const { suspects } = probe;
  if (!suspects.any) return [];
  const first = suspects.byGroup[group];
  if (first === undefined) return [{ kind: 'contributor', group, known: -1 }];
  if (first.length === 0 || changesWithout(probe, group, first)) return [];
  return first
    .filter((known) => (suspects.byGroup[group] ?? []).includes(known))
    .filter((known) => !changesWithout(probe, group, [known]))
    .map((known) => ({ kind: 'contributor', group, known }));
}

/** Whether a change of the group is found in which the groups in `fixed` stay as they are. */
function changesWithout(probe: Probe, group: number, fixed: readonly number[]): boolean {
  const { low, high } = probe.field.bounds;
  const lows = fixed.map((at) => low[at] ?? 0);
  const highs = fixed.map((at) => high[at] ?? 0);
  for (const at of fixed) low[at] = high[at] = probe.block.persons[at] ?? 0;
  const found = move(probe, group, 1) !== 0 || move(probe, group, -1) !== 0;
  fixed.forEach((at, i) => {
    low[at] = lows[i] ?? 0;
    high[at] = highs[i] ?? 0;
  });
  return found;
}

/** Moves a group by `amount` (its sign is the direction) as far as that goes, notes what it shows, and puts all back. */
function move(probe: Probe, group: number, amount: number): number {
  const { field, touched, block } = probe;
  const direction = Math.sign(amount);
  let moved = shift(field, { group, direction, amount: 1 }, touched);
  if (moved > 0) noteChange(probe.suspects, block, touched);
  if (moved > 0 && Math.abs(amount) > 1)
    moved += shift(field, { group, direction, amount: Math.abs(amount) - 1 }, touched);
  for (const at of touched) {
    const now = field.numbers[at] ?? 0;
    if (now < (probe.least[at] ?? 0)) probe.least[at] = now;
    if (now > (probe.most[at] ?? 0)) probe.most[at] = now;
  }
  restore(field, block.persons, touched);
  return moved;
}

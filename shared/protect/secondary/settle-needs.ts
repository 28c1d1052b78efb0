import { primary, type Block } from './block.ts';
import { boundsOf, openedBounds, type Bounds, type Reader } from './bounds.ts';
import { isMetInExcerpt, isWorthAnExcerpt } from './excerpt.ts';
import { readerOf, type Need } from './need.ts';
import { neededWidth, type ProtectionRule } from './protection-rule.ts';
import type { Solving } from './solving.ts';
import type { Steps } from './steps.ts';
import { openReach, type End, type Reach } from './reach.ts';

/** What the solver found: needs that stay open, how far from met, and those it could not decide. */
export interface Settled {
  readonly open: readonly OpenNeed[];
  readonly notTested: readonly Need[];
}

/** A need that is not met; `exact` where the reader is left with one number. */
export interface OpenNeed extends Need {
  readonly exact: boolean;
}

interface Court {
  readonly block: Block;
  readonly rule: ProtectionRule;
  readonly solving: Solving;
  readonly boundsOfReader: Map<Reader, Bounds>;
  readonly reachOfReader: Map<Reader, Reach>;
  readonly most: Float64Array;
  readonly least: Float64Array;
}

type Ruling = 'met' | 'narrow' | 'exact' | 'gaveUp';

/** Decides each need with the solver. Numbers found for one need count for the others too. */
export function* settleNeeds(
  block: Block,
  rule: ProtectionRule,
  needs: readonly Need[],
  solving: Solving,
): Steps<Settled> {
  if (needs.length === 0) return { open: [], notTested: [] };
  const [most, least] = [block.persons.slice(), block.persons.slice()];
  const court: Court = {
    block,
    rule,
    solving,
    boundsOfReader: new Map(),
    reachOfReader: new Map(),
    most,
    least,
  };
  try {
    const rulings: { readonly need: Need; readonly ruling: Ruling }[] = [];
    for (const need of needs) {
      const isShown = isWorthAnExcerpt(block) && isMetInExcerpt(block, rule, need, solving);
      yield;
      rulings.push({ need, ruling: isShown ? 'met' : yield* rulingOn(court, need) });
      yield;
    }
    const open = rulings
      .filter(({ ruling }) => ruling === 'exact' || ruling === 'narrow')
      .map(({ need, ruling }) => ({ ...need, exact: ruling === 'exact' }));
    return { open, notTested: rulings.filter(({ ruling }) => ruling === 'gaveUp').map(({ need }) => need) };
  } finally {
    for (const reach of court.reachOfReader.values()) reach.close();
  }
}

function* rulingOn(court: Court, need: Need): Steps<Ruling> {
  switch (need.kind) {
    case 'high':
    case 'low':
      return onEnd(court, need);
    case 'width':
      return onWidth(court, need);
    case 'contributor':
      return yield* onContributor(court, need);
  }
}

function onEnd(court: Court, need: Need): Ruling {
  const isMet = () =>
    need.kind === 'high'
      ? (court.most[need.group] ?? 0) >= court.rule.highAtLeast
      : (court.least[need.group] ?? 0) <= 1;
  if (isMet()) return 'met';
  const reach = reachFor(court, readerOf(need, court.rule.rule));
  const near = need.kind === 'high' ? reach.most(need.group) : reach.least(need.group);
  if (near.kind === 'gaveUp') return 'gaveUp';
  note(court, near);
  if (isMet() || isReached(court, need, near.value)) return 'met';
  const far = need.kind === 'high' ? reach.least(need.group) : reach.most(need.group);
  if (far.kind === 'gaveUp') return 'narrow';
  return far.value === near.value ? 'exact' : 'narrow';
}

function isReached(court: Court, need: Need, value: number): boolean {
  return need.kind === 'high' ? value >= court.rule.highAtLeast : value <= 1;
}

function onWidth(court: Court, need: Need): Ruling {
  const reach = reachFor(court, readerOf(need, court.rule.rule));
  const ruling = widthRuling(reach, need.group, neededWidth(court.rule));
  if (ruling === 'met' || ruling === 'gaveUp') return ruling;
  const left = widthWithoutFigures(court, need, -1);
  if (left === undefined) return 'gaveUp';
  return widthRuling(reach, need.group, Math.min(neededWidth(court.rule), left));
}

function widthRuling(reach: Reach, group: number, wanted: number): Ruling {
  const most = reach.most(group);
  const least = reach.least(group);
  if (most.kind === 'gaveUp' || least.kind === 'gaveUp') return 'gaveUp';
  const width = most.value - least.value;
  if (width >= wanted) return 'met';
  return width <= 0 ? 'exact' : 'narrow';
}

function* onContributor(court: Court, need: Need): Steps<Ruling> {
  const { block } = court;
  const known = need.known >= 0 ? [need.known] : singlesBeside(block, need.group);
  const rulings = new Set<Ruling>();
  for (const one of known) {
    rulings.add(onKnown(court, need, one));
    yield;
  }
  return (['exact', 'gaveUp'] as const).find((ruling) => rulings.has(ruling)) ?? 'met';
}

function onKnown(court: Court, need: Need, known: number): Ruling {
  const bounds = boundsFor(court, readerOf(need, court.rule.rule));
  const fixed = { low: bounds.low.slice(), high: bounds.high.slice() };
  fixed.low[known] = fixed.high[known] = court.block.persons[known] ?? 0;
  const reach = openReach(court.block, fixed, court.solving.solver, court.solving.iterationLimit);
  try {
    const most = reach.most(need.group);
    if (most.kind === 'at' && most.value > (court.block.persons[need.group] ?? 0)) return 'met';
    const ruling = widthRuling(reach, need.group, 1);
    return ruling === 'exact' && widthWithoutFigures(court, need, known) === 0 ? 'met' : ruling;
  } finally {
    reach.close();
  }
}

/** Width of the group's range if nothing of the block were published: what the rule and the sums alone leave. */
function widthWithoutFigures(court: Court, need: Need, known: number): number | undefined {
  const bounds = openedBounds(court.block, court.rule, readerOf(need, court.rule.rule));
  if (known >= 0) bounds.low[known] = bounds.high[known] = court.block.persons[known] ?? 0;
  const reach = openReach(court.block, bounds, court.solving.solver, court.solving.iterationLimit);
  try {
    const [most, least] = [reach.most(need.group), reach.least(need.group)];
    return most.kind === 'gaveUp' || least.kind === 'gaveUp' ? undefined : most.value - least.value;
  } finally {
    reach.close();
  }
}

function singlesBeside(block: Block, group: number): readonly number[] {
  return [...block.single.keys()].filter(
    (at) => at !== group && block.single[at] === 1 && block.state[at] === primary,
  );
}

function note(court: Court, end: End): void {
  if (end.kind === 'gaveUp' || end.numbers === undefined) return;
  end.numbers.forEach((number, group) => {
    court.most[group] = Math.max(court.most[group] ?? 0, Math.floor(number + 1e-6));
    court.least[group] = Math.min(court.least[group] ?? 0, Math.ceil(number - 1e-6));
  });
}

function boundsFor(court: Court, reader: Reader): Bounds {
  const bounds = court.boundsOfReader.get(reader) ?? boundsOf(court.block, court.rule, reader);
  court.boundsOfReader.set(reader, bounds);
  return bounds;
}

function reachFor(court: Court, reader: Reader): Reach {
  const { solver, iterationLimit } = court.solving;
  const reach =
    court.reachOfReader.get(reader) ??
    openReach(court.block, boundsFor(court, reader), solver, iterationLimit);
  court.reachOfReader.set(reader, reach);
  return reach;
}

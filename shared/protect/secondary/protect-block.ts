import { allowanceOf } from './allowance.ts';
import { published, secondary, type Block } from './block.ts';
import { cheapestMove } from './cheapest-move.ts';
import { cleanUp } from './clean-up.ts';
import { coverByProgram } from './cover.ts';
import { isWorthAnExcerpt } from './excerpt.ts';
import { keyOf, metOf, type Need } from './need.ts';
import { isNetwork } from './network-path.ts';
import { openNeeds } from './open-needs.ts';
import type { ProtectionRule } from './protection-rule.ts';
import { protectStack } from './protect-stack.ts';
import { isStack } from './stack/stack.ts';
import type { Steps } from './steps.ts';
import { settleNeeds, type Settled } from './settle-needs.ts';
import type { Solving } from './solving.ts';

/** How a block was left: what is still open or untested, how many groups were hidden, and whether all of it was. */
export interface ProtectedBlock {
  readonly settled: Settled;
  readonly wholeBlock: boolean;
}

/** Blocks with at most this many groups are put to the solver before anything is hidden; larger ones only at the end. */
const groupsForSolver = 80;
const passes = 8;
const attemptsPerNeed = 24;
/** Questions to the solver about a block, times the variables of each, after which the whole block is hidden. */
const mostAsked = 100_000;
/** The same for a block of many layers with weighted sums, of which there is one for each zone: seldom is more found than by then. */
const mostAskedOfLarge = 20_000;
const nothingOpen: Settled = { open: [], notTested: [] };

/**
 * Hides groups of a block (sets their state) until every group under the minimum is protected as the rule asks. First
 * what simple changes settle, then the solver; where both fail, or the solver was asked too much, the whole block is hidden.
 */
export function* protectBlock(block: Block, rule: ProtectionRule, solving: Solving): Steps<ProtectedBlock> {
  if (isStack(block.frame)) return yield* protectAsStack(block, rule, solving);
  const met = new Set<string>();
  const before = block.state.slice();
  const allowance = allowanceOf(solving, isWorthAnExcerpt(block) ? mostAskedOfLarge : mostAsked);
  for (let pass = 0; pass < passes; pass++) {
    const isLast = pass === passes - 1;
    const open = yield* stillOpen(block, rule, {
      solving: allowance,
      met,
      useSolver: !isNetwork(block.frame),
    });
    if (open.length === 0) {
      yield* cleanUp(block, rule, before, isSmall(block) ? allowance : undefined);
      return { settled: nothingOpen, wholeBlock: false };
    }
    if (isLast || allowance.isSpent() || !(yield* repairAll(block, rule, open, allowance))) break;
  }
  hideAll(block);
  return { settled: yield* auditBlock(block, rule, solving), wholeBlock: true };
}

function* protectAsStack(block: Block, rule: ProtectionRule, solving: Solving): Steps<ProtectedBlock> {
  const allowance = allowanceOf(solving, mostAsked);
  const isDone = yield* protectStack(block, rule, allowance, (face) => protectBlock(face, rule, solving));
  if (isDone) return { settled: nothingOpen, wholeBlock: false };
  hideAll(block);
  return { settled: yield* auditBlock(block, rule, solving), wholeBlock: true };
}

/** What is open or untested in a block as it stands. */
export function* auditBlock(block: Block, rule: ProtectionRule, solving: Solving): Steps<Settled> {
  return yield* settleNeeds(block, rule, yield* openNeeds(block, rule), solving);
}

/** Whether the solver is asked before anything is hidden: not in a network, where simple changes settle everything. */
export function isSmall(block: Block): boolean {
  return block.frame.groups <= groupsForSolver && !isNetwork(block.frame);
}

interface Means {
  readonly solving: Solving;
  readonly met: Set<string>;
  readonly useSolver: boolean;
}

function* stillOpen(
  block: Block,
  rule: ProtectionRule,
  { solving, met, useSolver }: Means,
): Steps<readonly Need[]> {
  const unseen = (yield* openNeeds(block, rule)).filter((need) => !met.has(keyOf(need)));
  if (!useSolver) return unseen;
  const { open, notTested } = yield* settleNeeds(block, rule, unseen, solving);
  const left = [...open, ...notTested];
  for (const need of metOf(unseen, left)) met.add(keyOf(need));
  return left;
}

/** Repairs needs in order; stops at the first for which there is no repair. */
function* repairAll(
  block: Block,
  rule: ProtectionRule,
  needs: readonly Need[],
  solving: Solving,
): Steps<boolean> {
  for (const need of needs) {
    if (!repair(block, rule, need, solving)) return false;
    yield;
  }
  return true;
}

/** Hides groups until a simple change shows the need to be met, or a change found by the solver makes it so. */
function repair(block: Block, rule: ProtectionRule, need: Need, solving: Solving): boolean {
  for (let attempt = 0; attempt < attemptsPerNeed; attempt++) {
    const proposal = cheapestMove(block, rule, need);
    if (proposal?.kind === 'met') return true;
    const isForSolver = isSmall(block) || (proposal === undefined && !isNetwork(block.frame));
    const covered = isForSolver ? coverByProgram(block, rule, need, solving) : undefined;
    const hide =
      cheaper(block, proposal?.meets === true ? proposal.hide : undefined, covered) ?? proposal?.hide;
    if (hide === undefined) return false;
    for (const group of hide) block.state[group] = secondary;
    if (hide === covered || hide.length === 0) return true;
  }
  return true;
}

function cheaper(
  block: Block,
  a: readonly number[] | undefined,
  b: readonly number[] | undefined,
): readonly number[] | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return costOf(block, b) < costOf(block, a) ? b : a;
}

function costOf(block: Block, hide: readonly number[]): number {
  return hide.reduce((sum, group) => sum + (block.cost[group] ?? 0), 0);
}

function hideAll(block: Block): void {
  for (let group = 0; group < block.state.length; group++)
    if (block.state[group] === published) block.state[group] = secondary;
}

import { emptyHidden, emptyShown, type Block } from './block.ts';
import { auditBlock, protectBlock, type ProtectedBlock } from './protect-block.ts';
import type { ProtectionRule } from './protection-rule.ts';
import type { Settled } from './settle-needs.ts';
import type { Solving } from './solving.ts';
import type { Steps } from './steps.ts';

/** What is to be done with a block: protected, or only audited as it stands. */
export interface BlockTask {
  readonly block: Block;
  readonly rule: ProtectionRule;
  readonly isAudit: boolean;
}

/** How a task ended. The states of its block say what is hidden; `hidesEmpty`: its empty groups had to be hidden like the others. */
export interface BlockResult extends ProtectedBlock {
  readonly hidesEmpty: boolean;
}

/** Carries out a task; its result depends on nothing but the task and the limit of the solver. */
export function* carryOut({ block, rule, isAudit }: BlockTask, solving: Solving): Steps<BlockResult> {
  if (isAudit) {
    const settled = yield* auditBlock(block, rule, solving);
    return { settled, wholeBlock: false, hidesEmpty: false };
  }
  const before = block.state.slice();
  const first = yield* protectBlock(block, rule, solving);
  if (rule.zeroGroups === 'hidden' || isClosed(first.settled)) return { ...first, hidesEmpty: false };
  block.state.set(before.map((state) => (state === emptyShown ? emptyHidden : state)));
  return { ...(yield* protectBlock(block, hidingEmpty(rule), solving)), hidesEmpty: true };
}

/** The rule of a block whose empty groups are hidden like the others. */
export function hidingEmpty(rule: ProtectionRule): ProtectionRule {
  return { ...rule, zeroGroups: 'hidden' };
}

/** Whether nothing stayed open or undecided. */
export function isClosed({ open, notTested }: Settled): boolean {
  return open.length + notTested.length === 0;
}

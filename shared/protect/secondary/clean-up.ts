import { published, secondary, type Block } from './block.ts';
import { isShownSafe, openNeeds } from './open-needs.ts';
import type { ProtectionRule } from './protection-rule.ts';
import type { Steps } from './steps.ts';
import { settleNeeds } from './settle-needs.ts';
import type { Solving } from './solving.ts';

/** With more groups hidden than this, or in a larger block, the gain is not worth the time. */
const mostHidden = 48;
const mostGroups = 400;

/**
 * Publishes again what was hidden since `before` and turns out not to be needed: dearest first, each kept only if
 * nothing opens. The block must be free of open needs. Without `solving`, only simple changes count as proof.
 */
export function* cleanUp(
  block: Block,
  rule: ProtectionRule,
  before: Uint8Array,
  solving: Solving | undefined,
): Steps<void> {
  const hidden = [...block.state.keys()].filter(
    (group) => block.state[group] === secondary && before[group] === published,
  );
  if (hidden.length < 2 || hidden.length > mostHidden || block.frame.groups > mostGroups) return;
  const dearestFirst = hidden.toSorted((a, b) => (block.cost[b] ?? 0) - (block.cost[a] ?? 0) || a - b);
  for (const group of dearestFirst) {
    block.state[group] = published;
    if (!(yield* isClean(block, rule, solving))) block.state[group] = secondary;
  }
}

function* isClean(block: Block, rule: ProtectionRule, solving: Solving | undefined): Steps<boolean> {
  if (solving === undefined) return yield* isShownSafe(block, rule);
  const needs = yield* openNeeds(block, rule);
  const { open, notTested } = yield* settleNeeds(block, rule, needs, solving);
  return open.length === 0 && notTested.length === 0;
}

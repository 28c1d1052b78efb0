import { primary, published, secondary, type Block } from './block.ts';
import { isWorthAnExcerpt } from './excerpt.ts';
import { isShownSafe, openNeeds } from './open-needs.ts';
import { keyOf, metOf, type Need } from './need.ts';
import { settleNeeds, unmetInExcerpts } from './settle-needs.ts';
import type { Solving } from './solving.ts';
import type { ProtectionRule } from './protection-rule.ts';
import { classesIn, faceOf } from './stack/stack.ts';
import type { Steps } from './steps.ts';
import { applyPlan, planOfPart, type PartPlan, type Shown } from './stack-plan.ts';

/** How often a stack may be tried with less of it shown. */
const attempts = 40;
/** Up to this many needs are put to the solver before more is hidden for them. */
const needsForSolver = 4;
/** The same where only an excerpt is asked about. */
const needsForExcerpts = 8;

/**
 * Hides groups of a stack until everything in it is shown to be protected: first what its face needs by itself, then of each
 * layer as much as its part's plan asks for, then less of the layers in which something stayed open.
 * @returns whether that worked; otherwise the whole block must be hidden.
 */
export function* protectStack(
  block: Block,
  rule: ProtectionRule,
  solving: Solving,
  protectFace: (face: Block) => Steps<unknown>,
): Steps<boolean> {
  if (yield* isShownSafe(block, rule)) return true;
  const before = block.state.slice();
  yield* hideInFace(block, protectFace);
  const plans = block.frame.shape.parts.map((part) => planOfPart(block, rule, part));
  const met = new Set<string>();
  let open: readonly Need[] | undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    for (const plan of plans) applyPlan(block, before, plan);
    const unseen = yield* openNeeds(block, rule, open && [...new Set(open.map(({ group }) => group))]);
    open = yield* leftBySolver(
      block,
      rule,
      unseen.filter((need) => !met.has(keyOf(need))),
      { met, solving },
    );
    if (open.length === 0) return true;
    if (!showLess(block, plans, open)) return false;
  }
  return false;
}

/**
 * What the solver does not show to be met of a few needs; with many, the pattern is not worth asking about. Of a large stack only
 * excerpts are asked about: what they do not show is rarely so.
 */
function* leftBySolver(
  block: Block,
  rule: ProtectionRule,
  needs: readonly Need[],
  { met, solving }: { readonly met: Set<string>; readonly solving: Solving },
): Steps<readonly Need[]> {
  const most = isWorthAnExcerpt(block) ? needsForExcerpts : needsForSolver;
  if (needs.length === 0 || needs.length > most) return needs;
  const left = yield* isWorthAnExcerpt(block)
    ? unmetInExcerpts(block, rule, needs, solving)
    : openOrNotTested(block, rule, needs, solving);
  for (const need of metOf(needs, left)) met.add(keyOf(need));
  return left;
}

function* openOrNotTested(
  block: Block,
  rule: ProtectionRule,
  needs: readonly Need[],
  solving: Solving,
): Steps<readonly Need[]> {
  const { open, notTested } = yield* settleNeeds(block, rule, needs, solving);
  return [...open, ...notTested];
}

function* hideInFace(block: Block, protectFace: (face: Block) => Steps<unknown>): Steps<void> {
  const face = faceOf(block);
  if (!face.state.includes(primary)) return;
  yield* protectFace(face);
  block.state.set(face.state, block.frame.shape.face * block.frame.classes);
}

/** Shows one step less of the layers concerned, or of the smallest others, or of the face. */
function showLess(block: Block, plans: readonly PartPlan[], open: readonly Need[]): boolean {
  const layers = new Set(open.map(({ group }) => Math.floor(group / block.frame.classes)));
  const { face } = block.frame.shape;
  let changed = false;
  for (const plan of plans) {
    const own = plan.layers.filter((layer) => layers.has(layer));
    if (own.length > 0 || layers.has(face)) changed = stepDown(block, plan, own) || changed;
  }
  if (changed && !layers.has(face)) return true;
  return (layers.has(face) && hideFaceLeaves(block)) || changed || hideFace(block);
}

/** Layers that show classes show their total; where none did, the smallest that show a total show nothing. */
function stepDown(block: Block, plan: PartPlan, own: readonly number[]): boolean {
  const { all } = classesIn(block.frame);
  const personsIn = (layer: number) => block.persons[layer * block.frame.classes + all] ?? 0;
  const showing = (how: Shown) =>
    plan.layers
      .filter((layer) => plan.shown.get(layer) === how)
      .toSorted((a, b) => personsIn(a) - personsIn(b) || a - b);
  const withClasses = showing('classes');
  if (withClasses.length > 0) {
    const concerned = own.filter((layer) => plan.shown.get(layer) === 'classes');
    for (const layer of new Set([...concerned, ...withClasses.slice(0, 1)])) plan.shown.set(layer, 'total');
    return true;
  }
  const [smallest] = showing('total');
  const concerned = own.filter((layer) => plan.shown.get(layer) === 'total');
  const chosen = concerned.toSorted((a, b) => personsIn(a) - personsIn(b) || a - b)[0];
  for (const layer of [smallest, chosen]) if (layer !== undefined) plan.shown.set(layer, 'nothing');
  return smallest !== undefined;
}

function hideFaceLeaves(block: Block): boolean {
  const from = block.frame.shape.face * block.frame.classes;
  let changed = false;
  for (const leaf of classesIn(block.frame).leaves) changed = hide(block, from + leaf) || changed;
  return changed;
}

function hideFace(block: Block): boolean {
  const from = block.frame.shape.face * block.frame.classes;
  let changed = false;
  for (let at = 0; at < block.frame.classes - 1; at++) changed = hide(block, from + at) || changed;
  return changed;
}

function hide(block: Block, group: number): boolean {
  if (block.state[group] !== published) return false;
  block.state[group] = secondary;
  return true;
}

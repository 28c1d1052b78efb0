import { published, secondary, type Block } from './block.ts';
import { neededWidth, type ProtectionRule } from './protection-rule.ts';
import { classesIn, type Classes, type Line } from './stack/stack.ts';

/** How much of a layer is published: nothing, the number of everybody in it, or some of its classes besides. */
export type Shown = 'nothing' | 'total' | 'classes';

/**
 * What is published of the layers of one part. Where a layer shows `classes`, they are `classes` of the plan; `lines` are the same
 * classes with what adds up to them. Nobody else learns more of such a layer than its sums over `lines` and over the rest.
 */
export interface PartPlan {
  readonly layers: readonly number[];
  readonly shown: Map<number, Shown>;
  readonly lines: readonly Line[];
  readonly classes: readonly number[];
}

/** How many persons a sum needs over which a reader knows everything but how it is split. */
export function enough(rule: ProtectionRule): number {
  return Math.max(rule.highAtLeast, rule.minimumPersons) + neededWidth(rule);
}

/**
 * The plan that keeps most persons of a part: of the layers with enough people in each of some classes those classes, of others
 * the number of everybody. Classes are the largest ones by gender, by age or by both, as many as are best. Layers that show
 * only their number of people leave no class with too few people among them all.
 */
export function planOfPart(block: Block, rule: ProtectionRule, part: readonly number[]): PartPlan {
  const classes = classesIn(block.frame);
  const shown = totalsShown(block, rule, part, classes);
  const totals: PartPlan = { layers: part, shown, lines: [], classes: [] };
  let best = totals;
  let most = 0;
  for (const lines of orderedLines(block, classes)) {
    for (let count = 1; count <= lines.length; count++) {
      const plan = planWith(block, rule, totals, lines.slice(0, count));
      const kept = personsKept(block, plan);
      if (kept > most) [best, most] = [plan, kept];
    }
  }
  return best;
}

/** Layers with too few people, and the smallest others that hide them, show nothing. */
function totalsShown(
  block: Block,
  rule: ProtectionRule,
  part: readonly number[],
  { all }: Classes,
): Map<number, Shown> {
  const groupOf = (layer: number) => layer * block.frame.classes + all;
  const personsIn = (layer: number) => block.persons[groupOf(layer)] ?? 0;
  const isOpen = (layer: number) => block.state[groupOf(layer)] === published;
  const shown = new Map<number, Shown>(part.map((layer) => [layer, isOpen(layer) ? 'total' : 'nothing']));
  const hidden = part.filter((layer) => !isOpen(layer) && personsIn(layer) > 0);
  const open = part.filter(isOpen).toSorted((a, b) => personsIn(a) - personsIn(b) || a - b);
  let sum = hidden.reduce((total, layer) => total + personsIn(layer), 0);
  let count = hidden.length;
  for (const layer of open) {
    if (count === 0 || (count > 1 && sum >= enough(rule))) break;
    shown.set(layer, 'nothing');
    sum += personsIn(layer);
    count += 1;
  }
  return shown;
}

/** Lines whose sum the face publishes, largest first: by gender, by age, and every leaf by itself. */
function orderedLines(block: Block, { leaves, byAge, byGender }: Classes): readonly (readonly Line[])[] {
  const face = block.frame.shape.face * block.frame.classes;
  const inFace = ({ total }: Line) => block.persons[face + total] ?? 0;
  const single = Array.from(leaves, (leaf) => ({ total: leaf, leaves: [leaf] }));
  return [byGender, byAge, single]
    .filter((lines) => lines.length > 1)
    .map((lines) =>
      lines
        .filter(({ total }) => block.state[face + total] === published)
        .toSorted((a, b) => inFace(b) - inFace(a) || a.total - b.total),
    );
}

/** Shows the classes of `lines` in each layer of a plan of totals that has enough people for them. */
function planWith(block: Block, rule: ProtectionRule, totals: PartPlan, lines: readonly Line[]): PartPlan {
  const classes = impliedClasses(block, lines);
  const { layers } = totals;
  const shown = new Map(totals.shown);
  const sums = new Map(layers.map((layer) => [layer, sumsOf(block, layer, lines)]));
  for (const layer of layers) {
    const isOpen = classes.every((at) => mayShow(block, layer * block.frame.classes + at));
    const fits = (sums.get(layer) ?? []).every(
      (sum, i) => sum === 0 || sum >= (i < lines.length ? rule.minimumPersons : enough(rule)),
    );
    if (shown.get(layer) === 'total' && isOpen && fits) shown.set(layer, 'classes');
  }
  fillRests(block, rule, shown, sums);
  return { layers, shown, lines, classes };
}

function mayShow(block: Block, group: number): boolean {
  return block.state[group] === published || (block.persons[group] ?? 0) === 0;
}

/** Sums of a layer over each line, and last over all other leaves. */
function sumsOf(block: Block, layer: number, lines: readonly Line[]): readonly number[] {
  const from = layer * block.frame.classes;
  const sums = lines.map(({ total }) => block.persons[from + total] ?? 0);
  const everybody = block.persons[from + block.frame.classes - 1] ?? 0;
  return [...sums, everybody - sums.reduce((a, b) => a + b, 0)];
}

/** Takes classes of the smallest layers back until no class has only a few people in the layers that do not show it. */
function fillRests(
  block: Block,
  rule: ProtectionRule,
  shown: Map<number, Shown>,
  sums: ReadonlyMap<number, readonly number[]>,
): void {
  const rests: number[] = [];
  let hidden = 0;
  const hide = (layer: number) => {
    const own = sums.get(layer) ?? [];
    own.forEach((sum, i) => (rests[i] = (rests[i] ?? 0) + sum));
    if (own.some((sum) => sum > 0)) hidden += 1;
  };
  for (const [layer, how] of shown) if (how !== 'classes') hide(layer);
  const all = block.frame.classes - 1;
  const personsIn = (layer: number) => block.persons[layer * block.frame.classes + all] ?? 0;
  const open = [...shown.keys()]
    .filter((layer) => shown.get(layer) === 'classes')
    .toSorted((a, b) => personsIn(a) - personsIn(b) || a - b);
  for (const layer of open) {
    if (hidden !== 1 && rests.every((sum) => sum === 0 || sum >= enough(rule))) return;
    shown.set(layer, 'total');
    hide(layer);
  }
}

/** The classes of `lines`, and those that add up from them alone. */
function impliedClasses(block: Block, lines: readonly Line[]): readonly number[] {
  const { byAge, byGender } = classesIn(block.frame);
  const leaves = new Set(lines.filter((line) => line.leaves.length === 1).map(({ total }) => total));
  const face = block.frame.shape.face * block.frame.classes;
  const isCovered = (line: Line) =>
    line.leaves.length > 1 &&
    block.state[face + line.total] === published &&
    line.leaves.every((leaf) => leaves.has(leaf));
  const implied = [...byAge, ...byGender].filter(isCovered).map(({ total }) => total);
  return [...new Set([...lines.map(({ total }) => total), ...implied])];
}

function personsKept(block: Block, { shown, classes }: PartPlan): number {
  let kept = 0;
  for (const [layer, how] of shown) {
    if (how !== 'classes') continue;
    for (const at of classes) kept += block.cost[layer * block.frame.classes + at] ?? 0;
  }
  return kept;
}

/** Sets the states of a part's layers as planned; `before` holds what was hidden anyway. */
export function applyPlan(block: Block, before: Uint8Array, { layers, shown, classes }: PartPlan): void {
  const perLayer = block.frame.classes;
  for (const layer of layers) {
    const how = shown.get(layer) ?? 'nothing';
    for (let at = 0; at < perLayer; at++) {
      const group = layer * perLayer + at;
      if (before[group] !== published) continue;
      const isShown =
        how !== 'nothing' && (at === perLayer - 1 || (how === 'classes' && classes.includes(at)));
      block.state[group] = isShown ? published : secondary;
    }
  }
}

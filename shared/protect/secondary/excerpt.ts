import { primary, type Block } from './block.ts';
import { boundsOf, type Bounds } from './bounds.ts';
import { readerOf, type Need } from './need.ts';
import { neededWidth, type ProtectionRule } from './protection-rule.ts';
import { openReach, type Reach } from './reach.ts';
import type { Solving } from './solving.ts';

/** Layers of each part, besides that of the group, that may change. */
const layersPerPart = 4;

/** Whether a block is so large that a few of its layers are worth asking about before all of them. */
export function isWorthAnExcerpt({ frame }: Block): boolean {
  return frame.shape.parts.some((part) => part.length > 2 * layersPerPart);
}

/**
 * Whether the solver shows a need to be met by changes of a few layers of a block alone: that of the group, the total, and of
 * each part those with most room. Numbers that do so are numbers of the whole block, found in a fraction of the time.
 * False says nothing.
 */
export function isMetInExcerpt(block: Block, rule: ProtectionRule, need: Need, solving: Solving): boolean {
  const bounds = boundsOf(block, rule, readerOf(need, rule.rule));
  fixOthers(block, bounds, need.group);
  if (need.kind === 'contributor') fixKnown(block, bounds, need);
  const reach = openReach(block, bounds, solving.solver, solving.iterationLimit);
  try {
    return isMet(reach, block, rule, need);
  } finally {
    reach.close();
  }
}

function isMet(reach: Reach, block: Block, rule: ProtectionRule, { kind, group }: Need): boolean {
  const persons = block.persons[group] ?? 0;
  const most = () => {
    const end = reach.most(group);
    return end.kind === 'at' ? end.value : persons;
  };
  const least = () => {
    const end = reach.least(group);
    return end.kind === 'at' ? end.value : persons;
  };
  if (kind === 'high') return most() >= rule.highAtLeast;
  if (kind === 'low') return least() <= 1;
  if (kind === 'width') return most() - least() >= neededWidth(rule);
  return most() > persons || least() < persons;
}

/** Fixes every layer at its true numbers but those of the excerpt. */
function fixOthers(block: Block, bounds: Bounds, group: number): void {
  const { classes, shape } = block.frame;
  const own = Math.floor(group / classes);
  const kept = new Set([own, shape.face]);
  for (const part of shape.parts)
    for (const layer of roomiest(block, bounds, part, group % classes).slice(0, layersPerPart))
      kept.add(layer);
  for (let layer = 0; layer < shape.layers; layer++) {
    if (kept.has(layer)) continue;
    const [from, to] = [layer * classes, (layer + 1) * classes];
    bounds.low.set(block.persons.subarray(from, to), from);
    bounds.high.set(block.persons.subarray(from, to), from);
  }
}

/** Layers with room in the class of the group first, and of these the ones with room in most classes. */
function roomiest(block: Block, bounds: Bounds, part: readonly number[], own: number): readonly number[] {
  const { classes } = block.frame;
  const rooms = new Map(
    part.map((layer) => {
      let room = 2 * classes * roomAt(block, bounds, layer * classes + own);
      for (let at = 0; at < classes; at++) room += roomAt(block, bounds, layer * classes + at);
      return [layer, room];
    }),
  );
  return part.toSorted((a, b) => (rooms.get(b) ?? 0) - (rooms.get(a) ?? 0) || a - b);
}

/** In how many directions a group can change. */
function roomAt({ persons }: Block, { low, high }: Bounds, group: number): number {
  const number = persons[group] ?? 0;
  return Number(number > (low[group] ?? 0)) + Number(number < (high[group] ?? 0));
}

function fixKnown(block: Block, bounds: Bounds, { group, known }: Need): void {
  block.single.forEach((one, at) => {
    if (known >= 0 ? at !== known : one !== 1 || at === group || block.state[at] !== primary) return;
    bounds.low[at] = bounds.high[at] = block.persons[at] ?? 0;
  });
}

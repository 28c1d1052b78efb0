import { emptyHidden, emptyShown, primary, published, secondary, unlisted, type Block } from './block.ts';
import type { Bounds } from './bounds.ts';
import type { BlockLayers, Family, Member } from './family.ts';
import type { ProtectionRule } from './protection-rule.ts';
import type { Release } from './release.ts';

/** What hiding a group of so many persons loses; larger means it is hidden later. */
export type CostOf = (persons: number) => number;

/** Grows with the logarithm of the persons: many small figures are worth more than one large one, yet never less. */
export const costByMagnitude: CostOf = (persons) => Math.log2(1 + persons);

/** What a block is loaded from: tables, states of their groups so far, and what is the same for all blocks. */
export interface Loading {
  readonly release: Release;
  /** Per table and group: 0 published, 1 under the minimum, 2 hidden to protect others. */
  readonly states: readonly Uint8Array[];
  /** Whether the states are final: what one table shows is known then, even where another hides it. */
  readonly isFinal?: boolean | undefined;
  readonly rule: ProtectionRule;
  readonly costOf: CostOf;
  /** Per table, the places at which layers begin whose empty groups are hidden although the rule shows others. */
  readonly emptyHidden: readonly ReadonlySet<number>[];
  /** Per table: whether a group under the minimum has fewer persons than it. */
  readonly boundedByRule: readonly boolean[];
}

/** The rule as it holds for a block of such layers: with its empty groups hidden where they had to be. */
export function ruleFor({ rule, ...loading }: Loading, layers: BlockLayers): ProtectionRule {
  if (rule.zeroGroups === 'hidden') return rule;
  const isHidden = ({ table, start }: Member) => loading.emptyHidden[table]?.has(start) === true;
  return layers.some((members) => members.some(isHidden)) ? { ...rule, zeroGroups: 'hidden' } : rule;
}

/** A block with its numbers; its groups come from `layers`. */
export function loadBlock(loading: Loading, family: Family, layers: BlockLayers, outer?: Bounds): Block {
  const { frame } = family;
  const persons = new Float64Array(frame.groups);
  const state = new Uint8Array(frame.groups).fill(
    ruleFor(loading, layers).zeroGroups === 'hidden' ? emptyHidden : emptyShown,
  );
  const single = new Uint8Array(frame.groups);
  const cost = new Float64Array(frame.groups);
  const boundedByRule = family.tables.every((table) => loading.boundedByRule[table] === true);
  const outerLow = outer?.low;
  const outerHigh = outer?.high;
  const block = { frame, persons, state, single, cost, outerLow, outerHigh, boundedByRule };
  layers.forEach((members, layer) => {
    if (members.length === 0) markUnlisted(block, layer);
  });
  const seen = new Uint8Array(loading.isFinal === true ? frame.groups : 0);
  forEachGroup(loading.release, frame.classes, layers, ({ table, at, group }) => {
    const source = loading.release.tables[table]?.table;
    const own = loading.states[table]?.[at] ?? published;
    const count = source?.persons[at] ?? 0;
    persons[group] = count;
    const before = state[group] ?? published;
    state[group] = seen[group] === 1 ? Math.min(before, own) : strongest(before, own);
    seen[group] = 1;
    if (count === 1 || source?.contributors[at] === 1) single[group] = 1;
    cost[group] = (cost[group] ?? 0) + loading.costOf(count);
  });
  fillUnlisted(block, layers);
  return block;
}

/** A group of a block and where it stands in a table. */
export interface Place {
  readonly table: number;
  readonly at: number;
  readonly group: number;
}

/** Calls back for every group of the layers that has somebody in it, once for each table that shows it. */
export function forEachGroup(
  release: Release,
  classes: number,
  layers: BlockLayers,
  visit: (place: Place) => void,
): void {
  layers.forEach((members, layer) => {
    for (const { table, start } of members) {
      const cube = release.tables[table]?.table.at ?? new Float64Array(0);
      for (let at = firstFrom(cube, start); at < cube.length; at++) {
        const offset = (cube[at] ?? 0) - start;
        if (offset >= classes) break;
        visit({ table, at, group: layer * classes + offset });
      }
    }
  });
}

/** Index of the first entry that is at least `value` in an ascending column. */
export function firstFrom(column: Float64Array, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((column[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function strongest(before: number, own: number): number {
  if (before === primary || own === primary) return primary;
  return before === secondary || own === secondary ? secondary : own;
}

function markUnlisted({ frame, state }: Block, layer: number): void {
  state.fill(unlisted, layer * frame.classes, (layer + 1) * frame.classes);
}

function fillUnlisted({ frame, persons }: Block, layers: BlockLayers): void {
  const { face, parts } = frame.shape;
  if (face < 0 || layers[face]?.length !== 0) return;
  for (let at = 0; at < frame.classes; at++)
    persons[face * frame.classes + at] = (parts[0] ?? []).reduce(
      (sum, layer) => sum + (persons[layer * frame.classes + at] ?? 0),
      0,
    );
}

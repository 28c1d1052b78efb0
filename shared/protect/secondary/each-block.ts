import type { Block } from './block.ts';
import { identitiesOf } from './identities.ts';
import { costByMagnitude, loadBlock, ruleFor, type Loading } from './load-block.ts';
import { occupiedBlocks } from './occupied-blocks.ts';
import type { ProtectionRule } from './protection-rule.ts';
import type { Release } from './release.ts';

/** A pattern of states over all tables of a release, and the layers whose empty groups had to be hidden, as `suppress` tells them. */
export interface Pattern {
  readonly states: readonly Uint8Array[];
  readonly emptyHidden: readonly ReadonlySet<number>[];
}

/** A block of a release, loaded when it is asked for, with the rule as it holds there. */
export type BlockSource = () => { readonly block: Block; readonly rule: ProtectionRule };

/** Every block of a release that has somebody in it, by itself: what other blocks say of it is left out. */
export function eachBlock(
  release: Release,
  rule: ProtectionRule,
  { states, emptyHidden }: Pattern,
): readonly BlockSource[] {
  const boundedByRule = release.tables.map(({ table }) =>
    table.persons.every((n, at) => n === table.contributors[at]),
  );
  const loading: Loading = { release, states, rule, costOf: costByMagnitude, boundedByRule, emptyHidden };
  return identitiesOf(release).families.flatMap((family) =>
    [...occupiedBlocks(release, family)].map((number) => () => {
      const layers = family.layersOf(number);
      return { block: loadBlock(loading, family, layers), rule: ruleFor(loading, layers) };
    }),
  );
}

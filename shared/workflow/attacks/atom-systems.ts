import type { AtomSystem } from '../../attacks/reconstruction/atom-system.ts';
import { shuffled } from '../../attacks/shuffled.ts';
import { seededRandom } from '../../attacks/random.ts';
import { packed, rowsOf } from '../../protect/secondary/block-system.ts';
import { boundsOf } from '../../protect/secondary/bounds.ts';
import { eachBlock } from '../../protect/secondary/each-block.ts';
import type { Frame } from '../../protect/secondary/frame.ts';
import { releaseOf, ruleOf } from '../release-of.ts';
import type { AttackMaterial } from './attack-material.ts';

/** Most blocks that are rebuilt; beyond that they are drawn. */
export const mostBlocks = 2000;

/** The blocks of a classical release as systems to be solved, and how many there are in all. */
export interface BlocksToRebuild {
  readonly systems: Iterable<AtomSystem>;
  readonly tried: number;
  readonly all: number;
}

const noLayers: ReadonlySet<number> = new Set();

/** What a reader who knows the rule has of each block: figures as ranges, and sums. */
export function atomSystems({ recipe, policy, protection, seed }: AttackMaterial): BlocksToRebuild {
  const { tables } = protection;
  const release = releaseOf(
    recipe,
    tables.map(({ counted }) => counted),
  );
  const blocks = eachBlock(release, ruleOf(recipe, policy), {
    states: tables.map(({ fates }) => fates),
    emptyHidden: tables.map(({ emptyHidden }) => emptyHidden ?? noLayers),
  });
  const drawn = shuffled(blocks.length, seededRandom(seed, 'blocks to rebuild')).subarray(0, mostBlocks);
  const systems = function* (): Generator<AtomSystem> {
    for (const at of drawn) {
      const source = blocks[at]?.();
      if (!source) continue;
      const { block, rule } = source;
      const { low, high } = boundsOf(block, rule, 'rule');
      yield {
        system: { low, high, ...packed(rowsOf(block.frame)) },
        truth: block.persons,
        isAtom: atomsOf(block.frame),
      };
    }
  };
  return { systems: systems(), tried: drawn.length, all: blocks.length };
}

/** 1 for groups that are no sum of others: not of all bands or homes together, nor of all ages or genders. */
function atomsOf({ shape, classes, groups }: Frame): Uint8Array {
  const { face, ages, genders, ageTotal, genderTotal, parts } = shape;
  return Uint8Array.from({ length: groups }, (_, group) => {
    const layer = Math.floor(group / classes);
    const age = Math.floor((group % classes) / genders);
    const isSum =
      (layer === face && parts.length > 0) ||
      (ageTotal && age === ages - 1) ||
      (genderTotal && group % genders === genders - 1);
    return isSum ? 0 : 1;
  });
}

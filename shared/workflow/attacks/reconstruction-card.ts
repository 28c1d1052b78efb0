import { reconstruct, type Reconstruction, type Score } from '../../attacks/reconstruction/reconstruct.ts';
import type { AttackReport } from '../../evidence/attack-report.ts';
import type { Attack, AttackMaterial } from './attack-material.ts';
import { atomSystems, mostBlocks, type BlocksToRebuild } from './atom-systems.ts';
import { noisySystems } from './noisy-systems.ts';

/** Version of the method. */
const version = 1;

/** "Rebuilt from the figures": how many groups of one person the whole release lets a reader rebuild, beyond what its sums do. */
export const reconstruction: Attack = function* (material) {
  yield { done: 0, total: 0 };
  const { systems, tried, all } = blocksOf(material);
  const result = yield* reconstruct(systems, tried);
  return reportOf(result, material, { tried, all });
};

function blocksOf(material: AttackMaterial): BlocksToRebuild {
  if (material.recipe.guarantee.kind === 'classical') return atomSystems(material);
  const all = noisySystems(material);
  const systems = all.slice(0, mostBlocks);
  return { systems, tried: systems.length, all: all.length };
}

function reportOf(
  { all, ones }: Reconstruction,
  { recipe, policy, seed }: AttackMaterial,
  blocks: Pick<BlocksToRebuild, 'tried' | 'all'>,
): AttackReport {
  const limit = policy.attacks.reconstructionPoints;
  const isWhole = recipe.guarantee.kind === 'classical' && blocks.tried === blocks.all;
  const measured = pointsOver(ones, isWhole);
  return {
    attack: 'reconstruction',
    version,
    outcome: measured <= limit ? 'pass' : 'fail',
    measured,
    limit,
    seed,
    parameters: { blocks: blocks.tried, blocksInAll: blocks.all },
    figures: {
      atoms: all.fromRelease.of,
      rebuilt: all.fromRelease.share,
      rebuiltByMargins: all.fromMargins.share,
      ones: ones.fromRelease.of,
      onesRebuilt: ones.fromRelease.share,
      onesByMargins: ones.fromMargins.share,
      onesByChance: ones.byChance,
      low: ones.uplift.low,
      high: ones.uplift.high,
    },
  };
}

/**
 * Points by which the release's reader beats the sums' reader, or luck where that is better. Upper end of the interval, but what was
 * rebuilt of all exact figures is known as it is: few groups of one person, or one block with them, leave nothing to estimate.
 */
function pointsOver({ fromRelease, fromMargins, byChance, uplift }: Score, isWhole: boolean): number {
  if (fromRelease.of === 0) return 0;
  const byLuck = Math.max(0, byChance - fromMargins.share);
  return 100 * ((isWhole ? uplift.difference : uplift.high) - byLuck);
}

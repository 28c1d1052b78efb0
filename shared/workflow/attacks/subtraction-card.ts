import { differencing, differencingDefaults } from '../../attacks/differencing/differencing.ts';
import type { Attack } from './attack-material.ts';

/** Version of the method. */
const version = 1;

/**
 * "Subtraction": figures of the candidate that differ by few persons, in pairs, across tables and in sums. Earlier releases lie with
 * main, which holds the candidate against them before anything is signed.
 */
export const subtraction: Attack = function* ({ released, solver }) {
  const { count, pairs, sums } = yield* differencing({ candidate: released, earlier: [] }, solver);
  const found = Object.values(count).reduce((total, one) => total + one, 0);
  const isWhole = sums.gaveUp + sums.notTried === 0;
  return {
    attack: 'subtraction',
    version,
    outcome: found > 0 ? 'fail' : isWhole ? 'pass' : 'notTested',
    ...(!isWhole && { reason: sums.gaveUp > 0 ? 'solver-gave-up' : 'too-large' }),
    measured: found,
    limit: 0,
    seed: '',
    parameters: { mostClusters: differencingDefaults.mostClusters, compared: 0 },
    figures: {
      found,
      pairs,
      sums: sums.components,
      gaveUp: sums.gaveUp,
      notTried: sums.notTried,
      slivers: 0,
    },
  };
};

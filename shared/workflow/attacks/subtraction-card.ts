import { differencing, differencingDefaults } from '../../attacks/differencing/differencing.ts';
import type { AttackReport } from '../../evidence/attack-report.ts';
import type { AttackMaterial } from './attack-material.ts';

/** Version of the method. */
const version = 1;
/** Most sums that are worked out, each by a few linear programmes. */
const mostClusters = 1000;

/**
 * "Subtraction": figures of the candidate that differ by few persons, in pairs, across tables and in sums. Earlier releases lie with
 * main, which holds the candidate against them before anything is signed; who attacks a bundle hands over those he has. Sums are tried
 * from the closest figures on, as many as `mostClusters`; how many are left is told.
 */
export function* subtraction({
  released,
  earlier = [],
  solver,
  mark,
}: Pick<AttackMaterial, 'released' | 'earlier' | 'solver' | 'mark'>): Generator<
  { readonly done: number; readonly total: number },
  AttackReport
> {
  const { count, pairs, sums, slivers, compared, findings } = yield* differencing(
    { candidate: released, earlier },
    solver,
    { ...differencingDefaults, mostClusters },
  );
  for (const { larger } of findings)
    if (larger && larger.release === undefined)
      mark?.({ attack: 'subtraction', zoneId: larger.group.zone, persons: larger.persons });
  const found = Object.values(count).reduce((total, one) => total + one, 0);
  return {
    attack: 'subtraction',
    version,
    outcome: found > 0 ? 'fail' : sums.gaveUp > 0 ? 'notTested' : 'pass',
    ...(sums.gaveUp > 0 && { reason: 'solver-gave-up' }),
    measured: found,
    limit: 0,
    seed: '',
    parameters: { mostClusters, compared },
    figures: {
      found,
      pairs,
      sums: sums.components,
      gaveUp: sums.gaveUp,
      notTried: sums.notTried,
      slivers: slivers.length,
    },
  };
}

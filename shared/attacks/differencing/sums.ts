import type { Steps } from '../../ledger/steps.ts';
import type { LinearSolver } from '../../ports/linear-solver.ts';
import { clusterSystem } from './cluster-system.ts';
import { clustersOf } from './clusters.ts';
import { exposedBy } from './exposed.ts';
import type { DifferencingFinding } from './finding.ts';
import { settleFew } from './settle-few.ts';
import { slotsOf } from './slots.ts';
import type { Side } from './table-pairs.ts';
import { zoneElements, type ZoneSources } from './zone-elements.ts';

/** Bounds of the search for sums. */
export interface SumLimits {
  /** Clusters that are worked through, those with the smallest gap first. */
  readonly mostClusters: number;
  /** Simplex iterations for one objective. */
  readonly iterationLimit: number;
}

/** What became of the clusters. */
export interface SumTally {
  clusters: number;
  /** Left out because there were more than the limit. */
  notTried: number;
  components: number;
  /** Groups on which the solver gave up. */
  gaveUp: number;
  /** Clusters whose figures contradict each other, so that nothing follows from them. */
  contradicted: number;
}

/** What `lookAtSums` needs. */
export interface SumSearch {
  readonly sides: readonly Side[];
  readonly zones: ZoneSources;
  readonly solver: LinearSolver;
  readonly limits: SumLimits;
  readonly found: (finding: DifferencingFinding) => void;
}

/**
 * Figures of all releases added and taken away: within one zone and time, across ages, genders, bands and homes cut in different ways;
 * and between a group and one inside it (zone, time, filter or table), where the difference of sums shows few. One finding a cluster, the
 * smallest group that is exposed.
 */
export function* lookAtSums(search: SumSearch, tally: SumTally): Steps<void> {
  const { sides, zones, solver, limits } = search;
  const elements = zoneElements(zones);
  yield;
  const slots = yield* slotsOf(sides, elements);
  const clusters = yield* clustersOf(slots, elements);
  const onLine = new Set(zones.onLine);
  const context = { hasHomes: (side: Side) => onLine.has(side), bounds: new Map() };
  tally.notTried = Math.max(0, clusters.length - limits.mostClusters);
  for (const cluster of clusters.slice(0, limits.mostClusters)) {
    const { system, targets } = clusterSystem(cluster, context);
    const settled = settleFew(
      system,
      targets.map(({ variable }) => variable),
      {
        solver,
        iterationLimit: limits.iterationLimit,
        minimumPersons: minimumOf(cluster.whole.rows, cluster.part?.rows),
      },
    );
    tally.clusters += 1;
    tally.components += settled.components;
    tally.gaveUp += settled.gaveUp;
    tally.contradicted += settled.contradicted ? 1 : 0;
    const [first] = settled.few;
    const target = targets.find(({ variable }) => variable === first?.target);
    if (first && target) search.found(exposedBy(cluster, target, first));
    yield;
  }
}

type Rows = ReadonlyMap<Side, readonly number[]>;

function minimumOf(whole: Rows, part: Rows | undefined): number {
  const sides = [...whole.keys(), ...(part?.keys() ?? [])];
  return Math.max(...sides.map(({ grid }) => grid.released.recipe.minimumPersons));
}

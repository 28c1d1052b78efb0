import { differencing, differencingDefaults } from '../../attacks/differencing/differencing.ts';
import type { DifferencingFinding, FindingKind, FoundSliver } from '../../attacks/differencing/finding.ts';
import type { AttackReport } from '../../evidence/attack-report.ts';
import type { AttackSliver } from '../../ipc/attack-findings.ts';
import type { AttackMaterial } from './attack-material.ts';

/** Version of the method. */
const version = 3;
/** Most sums that are worked out, each by a few linear programmes. */
const mostClusters = 1000;
/** Most slivers that are told for drawing; all are counted. */
const mostSlivers = 300;

const figureOf: Readonly<Record<FindingKind, string>> = {
  nested: 'foundNested',
  products: 'foundProducts',
  earlier: 'foundEarlier',
  'zone-maps': 'foundZoneMaps',
  sums: 'foundSums',
};

type Subject = Pick<AttackMaterial, 'released' | 'earlier' | 'earlierNames' | 'solver' | 'mark' | 'sliver'>;

/**
 * "Subtraction": figures of the candidate that differ by few persons, in pairs, across tables, against earlier releases, across zone maps
 * and in sums. Earlier releases come from the ledger by way of main, or from who attacks a bundle. Sums are tried from the closest figures
 * on, as many as `mostClusters`; how many are left is told.
 */
export function* subtraction(
  subject: Subject,
): Generator<{ readonly done: number; readonly total: number }, AttackReport> {
  const { released, earlier = [], earlierNames, solver } = subject;
  const result = yield* differencing({ candidate: released, earlier }, solver, {
    ...differencingDefaults,
    mostClusters,
  });
  const { count, pairs, sums, slivers, compared } = result;
  show(subject, result);
  const found = Object.values(count).reduce((total, one) => total + one, 0);
  return {
    attack: 'subtraction',
    version,
    outcome: found > 0 ? 'fail' : sums.gaveUp > 0 ? 'notTested' : 'pass',
    ...(sums.gaveUp > 0 && { reason: 'solver-gave-up' }),
    measured: found,
    limit: 0,
    seed: '',
    parameters: { mostClusters, compared: compared.length },
    ...(earlierNames && {
      earlier: earlierNames
        .filter(({ releaseId }) => compared.includes(releaseId))
        .map((name) => ({ ...name })),
    }),
    figures: {
      found,
      ...Object.fromEntries(
        Object.entries(count).map(([kind, number]) => [figureOf[kind as FindingKind], number]),
      ),
      pairs,
      sums: sums.components,
      gaveUp: sums.gaveUp,
      notTried: sums.notTried,
      slivers: slivers.length,
    },
  };
}

interface Found {
  readonly findings: readonly DifferencingFinding[];
  readonly slivers: readonly FoundSliver[];
}

/** Marks the figure of the candidate that gives something away: the larger of two, or the smaller where the larger is an earlier one. */
function show({ mark, sliver }: Subject, { findings, slivers }: Found): void {
  for (const { larger, smaller } of findings) {
    const own = [larger, smaller].find((figure) => figure !== undefined && figure.release === undefined);
    if (own && own.persons > 0)
      mark?.({ attack: 'subtraction', zoneId: own.group.zone, persons: own.persons });
  }
  for (const one of slivers.slice(0, mostSlivers)) sliver?.(drawn(one));
}

function drawn({ zone, without, earlier, isLargerEarlier, squareMetres, rings }: FoundSliver): AttackSliver {
  const [zoneId, earlierZoneId] = isLargerEarlier ? [without, zone] : [zone, without];
  return { zoneId, earlierZoneId, releaseId: earlier, isEarlierLarger: isLargerEarlier, squareMetres, rings };
}

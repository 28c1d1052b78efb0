import { histogramOf, meanArea, overTargets, worstTenth } from './estimates.ts';
import type { MembershipOptions } from './options.ts';
import type { KnowledgeResult, StratumResult, TestedMembership } from './result.ts';
import type { ScoreBoard } from './score-board.ts';
import { balancedAccuracy, bestThreshold, crossedAccuracy, separationOf } from './separation.ts';
import type { Stage } from './stage.ts';
import { activities, sparsities } from './strata.ts';
import { truePositivesAtOnePercent } from './true-positives.ts';

/** Parts into which the areas of the targets are sorted. */
const bins = 20;

/** Turns the scores of all games into rates; `boards` are in the order of the shares of knowledge. */
export function summaryOf(
  stage: Stage,
  options: MembershipOptions,
  boards: readonly ScoreBoard[],
  hiddenShare: number,
): TestedMembership {
  const { seed, groupSize, referenceGroups, testGroups, game, statistic, knownShares } = options;
  const leading = boards[0];
  if (leading === undefined) throw new Error('an attacker who knows nothing has no scores');
  return {
    outcome: 'tested',
    parameters: { seed, groupSize, referenceGroups, testGroups, game, statistic },
    targets: stage.targets.length,
    persons: stage.strata.of.length,
    withRepeats: 2 * groupSize > Math.min(stage.reference.pool.length, stage.test.pool.length),
    knowledge: boards.map((board, i) => knowledgeOf(board, knownShares[i] ?? 1)),
    strata: strataResults(stage, leading),
    nullControl: nullControlOf(leading),
    hiddenShare,
  };
}

function knowledgeOf({ reference, test }: ScoreBoard, knownShare: number): KnowledgeResult {
  const areas = test.map(separationOf);
  const aucs = areas.map(({ auc }) => auc);
  const proved = test.flatMap(({ without }) => [...without].filter((score) => score === -Infinity)).length;
  const accuracies = test.map((scores, t) => {
    const own = reference[t];
    return own === undefined ? 0.5 : balancedAccuracy(scores, bestThreshold(own));
  });
  return {
    knownShare,
    auc: meanArea(areas),
    worstTenthAuc: worstTenth(aucs),
    accuracy: overTargets(accuracies),
    calibratedAccuracy: overTargets(test.map(crossedAccuracy)),
    truePositives: overTargets(truePositivesAtOnePercent(test)),
    contradicted: proved / test.reduce((sum, { without }) => sum + without.length, 0),
    aucHistogram: histogramOf(aucs, bins),
  };
}

function nullControlOf({ test, strange }: ScoreBoard): TestedMembership['nullControl'] {
  const areas = test.map(({ without }, t) => separationOf({ without, having: strange[t] ?? without }));
  return { auc: meanArea(areas), worstTenthAuc: worstTenth(areas.map(({ auc }) => auc)) };
}

function strataResults({ strata, targets }: Stage, { test }: ScoreBoard): readonly StratumResult[] {
  const aucs = test.map((scores) => separationOf(scores).auc);
  return activities.flatMap((activity, a) =>
    sparsities.map((sparsity, s) => {
      const stratum = a * sparsities.length + s;
      const own = aucs.filter((_, t) => strata.of[targets[t] ?? 0] === stratum);
      const auc = own.length === 0 ? undefined : own.reduce((sum, one) => sum + one, 0) / own.length;
      return { activity, sparsity, persons: strata.persons[stratum] ?? 0, targets: own.length, auc };
    }),
  );
}

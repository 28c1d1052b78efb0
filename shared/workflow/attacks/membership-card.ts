import { gaussianCeiling } from '../../attacks/membership/ceilings.ts';
import { membershipAttack, membershipVersion } from '../../attacks/membership/membership-attack.ts';
import { usualMembershipOptions } from '../../attacks/membership/options.ts';
import type { TestedMembership } from '../../attacks/membership/result.ts';
import { normalBelow } from '../../attacks/membership/normal.ts';
import type { AttackReport } from '../../evidence/attack-report.ts';
import type { Attack, AttackMaterial } from './attack-material.ts';
import { askFromReleaseAlone } from './release-alone.ts';
import { ruleOfRelease } from './rule-of-release.ts';
import { tracesOf, type ReleaseTraces } from './traces-of.ts';

/** Shares of 100 on both sides of an estimate that its interval leaves out: 1.96 standard errors. */
const halfWidth = 1.959964;

/** "Was this person in it?": how often the best attacker is right, held against the policy's limit. */
export const membership: Attack = function* (material) {
  const gathering = tracesOf(material);
  let gathered = gathering.next();
  for (; gathered.done !== true; gathered = gathering.next()) yield { done: 0, total: 0 };
  const result = yield* ask(material, gathered.value);
  if (result.outcome === 'notTested')
    return { ...common(material), outcome: 'notTested', reason: result.reason, parameters: {}, figures: {} };
  const report = reportOf(result, material);
  const alone = material.among ? undefined : yield* askFromReleaseAlone(material);
  const zeroAuxiliaryAuc = alone?.outcome === 'tested' ? alone.knowledge[0]?.auc.mean : undefined;
  return {
    ...report,
    figures: { ...report.figures, ...(zeroAuxiliaryAuc !== undefined && { zeroAuxiliaryAuc }) },
  };
};

function ask(material: AttackMaterial, traces: ReleaseTraces): ReturnType<typeof membershipAttack> {
  const { recipe, policy, protection, seed, among } = material;
  const noisy = recipe.guarantee.kind === 'differentialPrivacy';
  const isMarked = Uint8Array.from({ length: traces.persons }, (_, p) => (p < traces.marked ? 1 : 0));
  return membershipAttack(
    {
      traces,
      ...(among && { among: isMarked }),
      rule: ruleOfRelease(recipe, protection),
      zeroMeansNobody: !noisy && recipe.zeroGroups === 'shown',
    },
    {
      ...usualMembershipOptions,
      seed,
      targets: policy.attacks.membershipTargets,
      groupSize: traces.counted,
      game: noisy ? 'addRemove' : 'swap',
      statistic: noisy ? 'independent' : 'joint',
    },
  );
}

function common({
  policy,
  seed,
}: AttackMaterial): Pick<AttackReport, 'attack' | 'version' | 'seed' | 'limit'> {
  return { attack: 'membership', version: membershipVersion, seed, limit: policy.attacks.membershipPercent };
}

function reportOf(result: TestedMembership, material: AttackMaterial): AttackReport {
  const { guarantee } = material.recipe;
  const limit = material.policy.attacks.membershipPercent;
  const [full, ...weaker] = result.knowledge;
  if (full === undefined) throw new Error('membership was tried without knowledge');
  const { auc, truePositives } = full;
  const accuracy =
    full.accuracy.high > full.calibratedAccuracy.high ? full.accuracy : full.calibratedAccuracy;
  const measured = 100 * accuracy.high;
  const { groupSize, referenceGroups, testGroups, game } = result.parameters;
  const weak = weaker.map(({ knownShare, auc: { mean } }) => [
    `weak${Math.round(100 * knownShare)}Auc`,
    mean,
  ]);
  const error = (accuracy.high - accuracy.low) / 2 / halfWidth;
  const ceiling = guarantee.kind === 'classical' ? undefined : gaussianCeiling(Number(guarantee.rho));
  return {
    ...common(material),
    outcome: measured <= limit ? 'pass' : 'fail',
    measured,
    parameters: {
      targets: result.targets,
      persons: result.persons,
      groupSize,
      referenceGroups,
      testGroups,
      game,
    },
    figures: {
      auc: auc.mean,
      aucLow: auc.low,
      aucHigh: auc.high,
      accuracy: accuracy.mean,
      accuracyLow: accuracy.low,
      accuracyHigh: accuracy.high,
      worstTenthAuc: full.worstTenthAuc,
      truePositives: truePositives.mean,
      truePositivesLow: truePositives.low,
      truePositivesHigh: truePositives.high,
      ...Object.fromEntries(weak),
      nullAuc: result.nullControl.auc.mean,
      hiddenShare: result.hiddenShare,
      contradicted: full.contradicted,
      falseFailure: falseFailure(limit / 100, error),
      ...(ceiling && { ceilingAuc: ceiling.auc, ceilingAccuracy: ceiling.accuracy }),
    },
    distribution: { from: 0, width: 1 / full.aucHistogram.length, counts: [...full.aucHistogram] },
  };
}

/** How often the gate would fail a release about which attackers can only guess. */
function falseFailure(limit: number, error: number): number {
  if (error === 0) return 0;
  return 1 - normalBelow((limit - 0.5) / error - halfWidth);
}

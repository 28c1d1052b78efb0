import { z } from 'zod';
import { readInstant } from '../../bundle/instant.ts';
import type { OpenedBundle } from '../../bundle/report.ts';
import { budgetKept } from '../../evidence/figure-gates.ts';
import { registerGate } from '../../evidence/register-gate.ts';
import { ObjectionReport } from '../../extract/understanding.ts';
import type { JudgedRule } from '../../ipc/judged-rule.ts';
import type { Policy } from '../../policy/policy.ts';
import type { BundleToJudge } from './bundle-to-judge.ts';
import { attestedAttacks } from '../attack-evidence.ts';
import {
  attested,
  attestedUnder,
  cannotBeTold,
  numberOf,
  numberText,
  recomputed,
  type RuleWords,
} from './attested-rule.ts';

const GateDetail = z.object({
  id: z.string(),
  outcome: z.string(),
  detail: z.record(z.string(), z.unknown()),
});

/** Rules about what is published, and about what the figures came from. */
export function figureRules(bundle: BundleToJudge, policy: Policy): readonly JudgedRule[] {
  const { contents } = bundle;
  return [
    figuresMinimum(contents, policy),
    ...blanksRange(contents, policy),
    ...wholeGroupSlack(contents, policy),
    ...epsilonRules(contents, policy),
    objectionRegister(bundle, policy),
  ];
}

/** The smallest figure, less what rounding and noise may have added, against the policy's minimum. */
function figuresMinimum({ recipe, tables }: OpenedBundle, policy: Policy): JudgedRule {
  const smallest = tables.reduce((least, { rows }) => Math.min(least, smallestOf(rows)), Infinity);
  const { guarantee, roundingBase, minimumPersons } = recipe;
  const words: RuleWords = {
    part: 'figures',
    rule: 'figures-minimum',
    asked: numberText(smallest),
    allowed: `>= ${policy.minimumPersons}`,
  };
  if (!Number.isFinite(smallest)) return recomputed(words, true);
  if (guarantee.kind === 'differentialPrivacy') return recomputed(words, smallest >= policy.minimumPersons);
  const noise = guarantee.cellKeyNoise?.maximumNoise ?? 0;
  const fewest = Math.ceil(smallest - roundingBase / 2) - noise;
  const most = Math.ceil(smallest + roundingBase / 2) - 1 + noise;
  if (fewest >= policy.minimumPersons) return recomputed(words, true);
  if (most < policy.minimumPersons) return recomputed(words, false);
  if (minimumPersons >= policy.minimumPersons) return attested(words, true);
  return cannotBeTold(words, 'recomputable', 'figures-too-close');
}

function smallestOf(rows: OpenedBundle['tables'][number]['rows']): number {
  return rows.reduce(
    (least, { status, persons }) => (status === 'published' ? Math.min(least, persons ?? least) : least),
    Infinity,
  );
}

/** How narrowly hidden groups were allowed to be told, by what the signers attest. Noise on every figure leaves none. */
function blanksRange({ recipe, evidence }: OpenedBundle, policy: Policy): readonly JudgedRule[] {
  if (recipe.guarantee.kind === 'differentialPrivacy') return [];
  const report = attestedAttacks(evidence).find(({ attack }) => attack === 'recoverable-blanks');
  const width = numberOf(report?.parameters['narrowestRange']);
  const words: RuleWords = {
    part: 'figures',
    rule: 'blanks-range',
    asked: numberText(width, '>= '),
    allowed: `>= ${policy.narrowestRange}`,
  };
  const outcome = report?.outcome ?? 'notTested';
  return [attestedUnder(words, { outcome, strictness: width - policy.narrowestRange })];
}

function wholeGroupSlack({ recipe, evidence }: OpenedBundle, policy: Policy): readonly JudgedRule[] {
  const { wholeGroupSlack: slack } = policy;
  if (slack === null || recipe.guarantee.kind === 'differentialPrivacy') return [];
  const gate = attestedGate(evidence, 'whole-groups');
  const own = numberOf(gate?.detail['slack']);
  const words: RuleWords = {
    part: 'figures',
    rule: 'whole-group-slack',
    asked: numberText(own),
    allowed: `>= ${slack}`,
  };
  return [attestedUnder(words, { outcome: gate?.outcome ?? '', strictness: own - slack })];
}

function attestedGate(evidence: unknown, id: string): z.infer<typeof GateDetail> | undefined {
  const list = z.object({ gates: z.array(z.unknown()) }).safeParse(evidence);
  if (!list.success) return undefined;
  const gates = list.data.gates.flatMap((one) => GateDetail.safeParse(one).data ?? []);
  return gates.find((gate) => gate.id === id);
}

function epsilonRules({ recipe }: OpenedBundle, policy: Policy): readonly JudgedRule[] {
  if (recipe.guarantee.kind === 'classical') return [];
  const { detail, outcome } = budgetKept(recipe, policy);
  const epsilon = `${detail['epsilon']}`;
  const words: RuleWords = {
    part: 'figures',
    rule: 'epsilon',
    asked: epsilon,
    allowed: `<= ${policy.maximumEpsilonHundredths / 100}`,
  };
  const own = recomputed(words, outcome === 'pass');
  if (policy.yearlyEpsilonHundredths === null) return [own];
  const yearly = policy.yearlyEpsilonHundredths / 100;
  const year: RuleWords = { ...words, rule: 'yearly-epsilon', allowed: `<= ${yearly}` };
  if (Number(epsilon) > yearly) return [own, recomputed(year, false)];
  return [own, cannotBeTold(year, 'attested', 'other-releases')];
}

const Stages = z.object({
  stages: z.object({ pseudonymiseAndMinimise: z.object({ objections: ObjectionReport }) }),
});

/** Objections as the evidence tells of them, at the time the preparer claims to have signed. */
function objectionRegister({ contents, signatures }: BundleToJudge, policy: Policy): JudgedRule {
  const told = Stages.safeParse(contents.evidence);
  const signedAt = readInstant(signatures[0]?.claimedTime ?? '')?.seconds;
  const limit = policy.maximumRegisterAgeHours;
  const words: RuleWords = {
    part: 'figures',
    rule: 'objection-register',
    asked: '-',
    allowed: limit === null ? '*' : `<= ${limit}`,
  };
  if (!told.success || signedAt === undefined) return cannotBeTold(words, 'attested', 'not-attested');
  const { objections } = told.data.stages.pseudonymiseAndMinimise;
  const { outcome, detail } = registerGate({ objections, policy, signedAt });
  const age = detail['ageHours'];
  return attested({ ...words, ...(age !== undefined && { asked: `${age}` }) }, outcome === 'pass');
}

import type { OpenedBundle } from '../../bundle/report.ts';
import { demandedAttacks } from '../../evidence/attack-gates.ts';
import type { AttackReport } from '../../evidence/attack-report.ts';
import type { JudgedRule } from '../../ipc/judged-rule.ts';
import type { RequiredAttack } from '../../policy/attack-limits.ts';
import type { Policy } from '../../policy/policy.ts';
import { type AttestedAttack, attestedAttacks } from '../attack-evidence.ts';
import {
  attested,
  attestedUnder,
  cannotBeTold,
  numberOf,
  numberText,
  type RuleWords,
} from './attested-rule.ts';

const limitOf: Readonly<Record<RequiredAttack, (attacks: Policy['attacks']) => number>> = {
  subtraction: () => 0,
  'whole-groups': ({ lift }) => lift,
  membership: ({ membershipPercent }) => membershipPercent,
  recovery: ({ recoveryPoints }) => recoveryPoints,
  reconstruction: ({ reconstructionPoints }) => reconstructionPoints,
};

/** What the signers attest of the attacks, against the limits of a policy. One that is demanded and was not tested is broken. */
export function attackRules({ evidence }: OpenedBundle, policy: Policy): readonly JudgedRule[] {
  const known = attestedAttacks(evidence);
  const demanded = demandedAttacks(policy, known.map(asReport));
  const named = (name: string) => known.find(({ attack }) => attack === name);
  return [
    subtracted(named('subtraction')),
    ...demanded
      .filter((attack) => attack !== 'subtraction')
      .map((attack) => limited(attack, named(attack), policy)),
    ...(demanded.includes('membership') ? [targetsOf(named('membership'), policy)] : []),
  ];
}

/** As much of it as deciding what is demanded looks at. */
function asReport({ attack, version, outcome, reason, parameters }: AttestedAttack): AttackReport {
  return {
    attack,
    version,
    outcome,
    ...(reason !== undefined && { reason }),
    seed: '',
    parameters,
    figures: {},
  };
}

/** Evidence rounds to 3 digits: a figure that equals the limit may have been above it, which only the signers' own verdict tells. */
function limited(attack: RequiredAttack, report: AttestedAttack | undefined, policy: Policy): JudgedRule {
  const limit = limitOf[attack](policy.attacks);
  const words: RuleWords = { part: 'attacks', rule: attack, asked: '-', allowed: `<= ${limit}` };
  if (report === undefined) return attested(words, false, 'not-tested');
  const { outcome } = report;
  const [measured, own] = [numberOf(report.measured), numberOf(report.limit)];
  const isMeasured = outcome !== 'notTested' && Number.isFinite(measured);
  if (!isMeasured)
    return attestedUnder({ ...words, asked: numberText(own, '<= ') }, { outcome, strictness: limit - own });
  const found = { ...words, asked: `${measured}` };
  if (measured !== limit) return attested(found, measured < limit);
  return attestedUnder(found, { outcome, strictness: own === limit ? 0 : Number.NaN });
}

function targetsOf(report: AttestedAttack | undefined, { attacks }: Policy): JudgedRule {
  const persons = numberOf(report?.figures?.['targets'] ?? report?.parameters['targets']);
  const words: RuleWords = {
    part: 'attacks',
    rule: 'membership-targets',
    asked: numberText(persons),
    allowed: `>= ${attacks.membershipTargets}`,
  };
  if (report === undefined || report.outcome === 'notTested') return attested(words, false, 'not-tested');
  if (!Number.isFinite(persons)) return cannotBeTold(words, 'attested', 'not-attested');
  return attested(words, persons >= attacks.membershipTargets);
}

function subtracted(report: AttestedAttack | undefined): JudgedRule {
  const words: RuleWords = {
    part: 'attacks',
    rule: 'subtraction',
    asked: report?.measured === undefined ? '-' : `${report.measured}`,
    allowed: '0',
  };
  if (report === undefined || report.outcome === 'notTested') return attested(words, false, 'not-tested');
  return attested(words, report.outcome === 'pass');
}

import type { RequiredAttack } from '../policy/attack-limits.ts';
import type { Policy } from '../policy/policy.ts';
import type { AttackReport } from './attack-report.ts';
import type { GateResult } from './gate.ts';

/** Why facts about sensitive places could not be looked for: no file tells where they are. */
export const noPlacesOpen = 'no-places-open';
/** Why nobody can be followed: the release tells no hours, because it has no footfall or tells it by days. */
export const noSeries = ['no-footfall', 'too-coarse'] as const;

const gateOf: Readonly<Record<RequiredAttack, GateResult['id']>> = {
  subtraction: 'subtraction',
  'whole-groups': 'sensitive-places',
  membership: 'membership',
  recovery: 'recovery',
  reconstruction: 'reconstruction',
};

/** What decides which attacks are gated. */
type Demands = Pick<Policy, 'attacks' | 'sensitiveCategories'>;

/**
 * The attacks a policy demands of a release. One that has nothing to read is not tested and not demanded: following people where no hours
 * are told, and facts about sensitive places where no file names any and the policy wants none masked.
 */
export function demandedAttacks(
  { attacks: { required }, sensitiveCategories }: Demands,
  reports: readonly AttackReport[],
): readonly RequiredAttack[] {
  const isMoot = ({ attack, reason }: AttackReport): boolean =>
    attack === 'recovery'
      ? noSeries.some((one) => one === reason)
      : reason === noPlacesOpen && sensitiveCategories.length === 0;
  const moot = new Set<string>(reports.filter(isMoot).map(({ attack }) => attack));
  return required.filter((attack) => !moot.has(attack));
}

/** One gate for each attack a policy demands. An attack nobody tried, or that could not be tried, is not tested and so fails. */
export function attackGates(policy: Demands, reports: readonly AttackReport[]): readonly GateResult[] {
  return demandedAttacks(policy, reports).map((attack) => {
    const report = reports.find((one) => one.attack === attack);
    return {
      id: gateOf[attack],
      kind: 'attested',
      outcome: report?.outcome ?? 'notTested',
      detail: {
        ...(report?.measured !== undefined && { measured: tenths(report.measured) }),
        ...(report?.limit !== undefined && { limit: report.limit }),
        ...(report?.reason !== undefined && { reason: report.reason }),
      },
    };
  });
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

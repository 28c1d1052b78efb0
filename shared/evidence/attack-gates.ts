import type { RequiredAttack } from '../policy/attack-limits.ts';
import type { Policy } from '../policy/policy.ts';
import type { AttackReport } from './attack-report.ts';
import type { GateResult } from './gate.ts';

/** Why facts about sensitive places could not be looked for: no file tells where they are. */
export const noPlacesOpen = 'no-places-open';

const gateOf: Readonly<Record<RequiredAttack, GateResult['id']>> = {
  'whole-groups': 'sensitive-places',
  membership: 'membership',
  recovery: 'recovery',
  reconstruction: 'reconstruction',
};

/** What decides which attacks are gated. */
type Demands = Pick<Policy, 'attacks' | 'sensitiveCategories'>;

/**
 * The attacks a policy demands of a release. Where no file of sensitive places is open and the policy wants none masked, nothing can be
 * said of such places and nothing is demanded.
 */
export function demandedAttacks(
  { attacks: { required }, sensitiveCategories }: Demands,
  reports: readonly AttackReport[],
): readonly RequiredAttack[] {
  if (sensitiveCategories.length > 0) return required;
  const isMoot = reports.some(({ reason }) => reason === noPlacesOpen);
  return required.filter((attack) => attack !== 'whole-groups' || !isMoot);
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

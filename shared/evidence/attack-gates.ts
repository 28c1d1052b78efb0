import type { AttackLimits, RequiredAttack } from '../policy/attack-limits.ts';
import type { AttackReport } from './attack-report.ts';
import type { GateResult } from './gate.ts';

const gateOf: Readonly<Record<RequiredAttack, GateResult['id']>> = {
  'whole-groups': 'sensitive-places',
  membership: 'membership',
  recovery: 'recovery',
  reconstruction: 'reconstruction',
};

/** One gate for each attack a policy demands. An attack nobody tried, or that could not be tried, is not tested and so fails. */
export function attackGates(
  { required }: Pick<AttackLimits, 'required'>,
  reports: readonly AttackReport[],
): readonly GateResult[] {
  return required.map((attack) => {
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

import type { TFunction } from 'i18next';
import type { Policy } from '../../../shared/policy/policy.ts';

/** What a policy asks of attacks, one sentence for each it demands; one that it demands none where that is so. */
export function attackLimitLines(t: TFunction, { attacks }: Pick<Policy, 'attacks'>): readonly string[] {
  const { required } = attacks;
  if (required.length === 0) return [t('attacks.policy.required')];
  const limits = {
    subtraction: {},
    'whole-groups': { limit: attacks.lift },
    membership: { limit: attacks.membershipPercent, targets: attacks.membershipTargets },
    recovery: { limit: attacks.recoveryPoints },
    reconstruction: { limit: attacks.reconstructionPoints },
  } as const;
  return required.map((name) => `${t(`attacks.policy.${name}`, limits[name])}.`);
}

import type { Policy } from './policy.ts';

/** A policy as a bundle carries it: what it withholds is named and not told. */
export function policyForRecipients(policy: Policy): Policy {
  return policy.withheld.includes('concentration') ? { ...policy, concentration: 'withheld' } : policy;
}

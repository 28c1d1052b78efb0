import { equalBytes } from '../base/bytes.ts';
import type { Policy } from '../policy/policy.ts';
import { isDemoKey } from './demo-key.ts';
import { type Particular, particular } from './particular.ts';
import { type Check, failed, passed } from './report.ts';
import type { Trust } from './trust.ts';
import type { GoodSignature } from './verify-signatures.ts';

/** Whether enough different people approved, and whether demo and solo are what they say. */
export interface CheckedApprovals {
  readonly checks: readonly Check[];
  /** The preparer's key or person approved too. */
  readonly solo: boolean;
}

/**
 * Counts approvals over distinct keys and distinct persons, without the preparer unless the policy is `solo`. The bar is the
 * higher one of the bundle's policy and the trust list: a bundle cannot lower what its reader asks for.
 */
export function verifyApprovals(
  good: readonly GoodSignature[],
  policy: Policy,
  trust: Trust | undefined,
): CheckedApprovals {
  const [preparer, ...others] = good;
  const byPreparer = others.filter((approval) => preparer !== undefined && isSamePerson(approval, preparer));
  const counted: GoodSignature[] = [];
  for (const approval of others.filter((each) => policy.solo || !byPreparer.includes(each)))
    if (!counted.some((before) => isSamePerson(before, approval))) counted.push(approval);
  const solo = byPreparer.length > 0;
  const needed = approvalsNeeded(policy, trust);
  const prepared = preparer?.statement.predicate.decision === 'prepare';
  const tally = { counted: counted.length, needed, solo, prepared };
  return { checks: [demoCheck(good, policy), approvalsCheck(tally)], solo };
}

interface Tally {
  readonly counted: number;
  readonly needed: number;
  readonly solo: boolean;
  readonly prepared: boolean;
}

function approvalsCheck({ counted, needed, solo, prepared }: Tally): Check {
  const alone = solo ? ', SOLO: one person both prepared and approved' : '';
  if (prepared && counted >= needed) return passed('approvals', `${counted} of ${needed}${alone}`);
  const particulars: readonly Particular[] = [
    particular('approvals-counted', { counted, needed }),
    ...(solo ? [particular('approvals-solo', {})] : []),
    ...(prepared ? [] : [particular('preparer-missing', {})]),
  ];
  return failed('approvals', 'E_APPROVALS', particulars);
}

function approvalsNeeded(policy: Policy, trust: Trust | undefined): number {
  return policy.demo ? policy.approvals : Math.max(policy.approvals, trust?.minimumApprovals ?? 0);
}

function demoCheck(good: readonly GoodSignature[], policy: Policy): Check {
  if (good.some(({ publicKey }) => isDemoKey(publicKey) !== policy.demo))
    return failed('demo', 'E_DEMO', [particular(policy.demo ? 'demo-policy-alone' : 'demo-key-alone', {})]);
  return passed('demo', policy.demo ? 'DEMO: signed with the key everybody has' : 'not a demo');
}

function isSamePerson(a: GoodSignature, b: GoodSignature): boolean {
  if (equalBytes(a.publicKey, b.publicKey)) return true;
  return a.signer !== undefined && a.signer.person === b.signer?.person;
}

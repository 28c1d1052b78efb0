import type { Policy } from '../policy/policy.ts';
import { isDemoKey } from './demo-key.ts';
import { type Particular, particular } from './particular.ts';
import type { LedgerPlace } from './release.ts';
import { type Check, failed, passed } from './report.ts';
import { isSameKey } from './ssh-key.ts';
import { approvingRoles, type Role } from './statement.ts';
import type { Trust } from './trust.ts';
import type { GoodSignature } from './verify-signatures.ts';

/** Whether enough different people approved, and whether demo and solo are what they say. */
export interface CheckedApprovals {
  readonly checks: readonly Check[];
  /** The preparer's key or person approved too. */
  readonly solo: boolean;
}

/** The bundle's own word on how it was to be approved, and where it stands in its publisher's ledger. */
export interface ApprovedBundle {
  readonly policy: Policy;
  readonly ledger: LedgerPlace | null;
}

/**
 * Counts approvals over distinct keys and distinct persons, of one person the first, without the preparer unless the policy is
 * `solo`. The bar is the higher one of the bundle's policy and the trust list: a bundle cannot lower what its reader asks for.
 * Where two or more are needed, both approving roles must be among them. A publisher's signed list also names roles that must be, and
 * knows no `solo`.
 */
export function verifyApprovals(
  good: readonly GoodSignature[],
  { policy, ledger }: ApprovedBundle,
  trust: Trust | undefined,
): CheckedApprovals {
  const [preparer] = good;
  const rules = policy.demo ? undefined : trust?.lists?.find(({ origin }) => origin === ledger?.origin);
  const { counted, solo } = countApprovals(good, policy.solo && rules === undefined);
  const needed = Math.max(approvalsNeeded(policy, trust), rules?.threshold ?? 0);
  const prepared = preparer?.statement.predicate.decision === 'prepare';
  const missing = rolesMissing(counted, needed, rules?.roles ?? []);
  const tally = { counted: counted.length, needed, missing, solo, prepared };
  return { checks: [demoCheck(good, policy), approvalsCheck(tally)], solo };
}

/** Of too few approvals only the roles a list asks for are missed: that there are too few says the rest. */
function rolesMissing(
  counted: readonly GoodSignature[],
  needed: number,
  listed: readonly Role[],
): readonly Role[] {
  const held = new Set(counted.map(({ statement }) => statement.predicate.role));
  const asked = counted.length >= needed && needed > 1 ? approvingRoles : listed;
  return asked.filter((role) => !held.has(role));
}

function countApprovals(
  [preparer, ...others]: readonly GoodSignature[],
  mayBeSolo: boolean,
): { readonly counted: readonly GoodSignature[]; readonly solo: boolean } {
  const byPreparer = others.filter((approval) => preparer !== undefined && isSamePerson(approval, preparer));
  const counted: GoodSignature[] = [];
  for (const approval of others.filter((each) => mayBeSolo || !byPreparer.includes(each)))
    if (!counted.some((before) => isSamePerson(before, approval))) counted.push(approval);
  return { counted, solo: byPreparer.length > 0 };
}

interface Tally {
  readonly counted: number;
  readonly needed: number;
  readonly missing: readonly Role[];
  readonly solo: boolean;
  readonly prepared: boolean;
}

function approvalsCheck({ counted, needed, missing, solo, prepared }: Tally): Check {
  const alone = solo ? ', SOLO: one person both prepared and approved' : '';
  if (prepared && counted >= needed && missing.length === 0)
    return passed('approvals', `${counted} of ${needed}${alone}`);
  const particulars: readonly Particular[] = [
    particular('approvals-counted', { counted, needed }),
    ...missing.map((role) => particular('approvals-role-missing', { role })),
    ...(solo ? [particular('approvals-solo', {})] : []),
    ...(prepared ? [] : [particular('preparer-missing', {})]),
  ];
  return failed('approvals', 'E_APPROVALS', particulars);
}

function approvalsNeeded(policy: Policy, trust: Trust | undefined): number {
  return policy.demo ? policy.approvals : Math.max(policy.approvals, trust?.minimumApprovals ?? 0);
}

function demoCheck(good: readonly GoodSignature[], policy: Policy): Check {
  if (good.some(({ key }) => isDemoKey(key) !== policy.demo))
    return failed('demo', 'E_DEMO', [particular(policy.demo ? 'demo-policy-alone' : 'demo-key-alone', {})]);
  return passed('demo', policy.demo ? 'DEMO: signed with the key everybody has' : 'not a demo');
}

function isSamePerson(a: GoodSignature, b: GoodSignature): boolean {
  if (isSameKey(a.key, b.key)) return true;
  return a.signer !== undefined && a.signer.person === b.signer?.person;
}

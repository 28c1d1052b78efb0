import type { LedgerPlace } from '../bundle/release.ts';
import type { SeenSignature } from '../bundle/report.ts';
import { keyFingerprint } from '../bundle/ssh-key.ts';
import { approvingRoles, type Role } from '../bundle/statement.ts';
import type { Trust, TrustedSigner } from '../bundle/trust.ts';
import type { ChainLink, Hindrance, PossibleSigner } from '../ipc/decision.ts';
import type { Policy } from '../policy/policy.ts';
import type { Crypto } from '../ports/crypto.ts';

/** The signatures of a bundle whose checks hold, and whom the reader knows. */
export interface SignedSoFar {
  readonly signatures: readonly SeenSignature[];
  readonly policy: Pick<Policy, 'approvals' | 'solo' | 'demo'>;
  readonly trust: Trust;
  /** The place of the release in its publisher's ledger. */
  readonly ledger: LedgerPlace | null;
}

/** Who signed so far, what is still needed, and who of those known here could sign next. */
export interface SignOff {
  readonly chain: readonly ChainLink[];
  readonly needed: number;
  readonly counted: number;
  /** Approving roles nobody has signed in yet; all of them where each is taken and approvals are still missing. */
  readonly rolesOpen: readonly Role[];
  readonly signers: readonly PossibleSigner[];
}

/**
 * Four eyes, before anybody signs: a person and a key approve once, and under a policy that is not `solo` never what they
 * prepared. The verifier counts again, and its word is the one that holds.
 */
export function signOff(signed: SignedSoFar, crypto: Crypto): SignOff {
  const { signatures, policy } = signed;
  const rules = judging(signed);
  const people = new Map(rules.signers.map((signer) => [keyFingerprint(signer.key, crypto), signer]));
  const chain = signatures.map((seen) => linkOf(seen, people.get(seen.fingerprint)));
  const approvals = chain.filter(({ decision }) => decision === 'approve');
  const preparer = chain.find(({ decision }) => decision === 'prepare');
  const counting = approvals.filter(
    (each, i) =>
      (rules.solo || preparer === undefined || !isSame(each, preparer)) &&
      !approvals.slice(0, i).some((before) => isSame(before, each)),
  );
  const rolesOpen = openRoles(chain);
  const around = { preparer: rules.solo ? undefined : preparer, approvals, rolesOpen };
  return {
    chain,
    needed: policy.demo ? policy.approvals : rules.needed,
    counted: counting.length,
    rolesOpen,
    signers: [...people].map(([fingerprint, signer]) => possible(signer, fingerprint, around)),
  };
}

/** Somebody about to approve: the name and role in the statement and, where it is known already, the fingerprint of the key. */
export interface Approver {
  readonly signer: string;
  readonly role: Role;
  readonly fingerprint?: string;
}

/**
 * Why somebody cannot approve although the order allows it, by the same rule as `signOff` and also where no trust list names
 * them: a name in a statement then stands for a person. `undefined` where nothing is against it.
 */
export function hindranceOfApprover(
  { signer, role, fingerprint = '' }: Approver,
  signed: SignedSoFar,
  crypto: Crypto,
): Exclude<Hindrance, 'no-role'> | undefined {
  const rules = judging(signed);
  const people = new Map(rules.signers.map((one) => [keyFingerprint(one.key, crypto), one]));
  const chain = signed.signatures.map((seen) => linkOf(seen, people.get(seen.fingerprint)));
  const person = people.get(fingerprint)?.person;
  const isApprover = (link: ChainLink): boolean =>
    isSame({ person: person ?? signer, fingerprint }, link) ||
    (person === undefined && link.signer === signer);
  const before = chain.filter(isApprover);
  if (!rules.solo && before.some(({ decision }) => decision === 'prepare')) return 'prepared-it';
  if (before.some(({ decision }) => decision === 'approve')) return 'signed-before';
  return role === 'preparer' || openRoles(chain).includes(role) ? undefined : 'role-taken';
}

/** Approving roles nobody has signed in yet; all of them where each is taken. */
function openRoles(chain: readonly ChainLink[]): readonly Role[] {
  const taken = new Set(chain.flatMap(({ decision, role }) => (decision === 'approve' ? [role] : [])));
  const untaken = approvingRoles.filter((role) => !taken.has(role));
  return untaken.length === 0 ? approvingRoles : untaken;
}

/** Whose word counts for this release: a publisher's signed list for its own ledger, the simple list for all others. */
function judging({ policy, trust, ledger }: SignedSoFar): {
  readonly signers: readonly TrustedSigner[];
  readonly needed: number;
  readonly solo: boolean;
} {
  const list = policy.demo ? undefined : trust.lists?.find(({ origin }) => origin === ledger?.origin);
  return {
    signers: trust.signers.filter(({ origin }) => origin === list?.origin),
    needed: Math.max(policy.approvals, trust.minimumApprovals, list?.threshold ?? 0),
    solo: policy.solo && list === undefined,
  };
}

function linkOf(seen: SeenSignature, signer: TrustedSigner | undefined): ChainLink {
  const { role, decision, claimedTime, comment, fingerprint, known } = seen;
  return {
    signer: seen.signer,
    person: signer?.person ?? seen.signer,
    role,
    decision,
    claimedTime,
    comment,
    fingerprint,
    known,
  };
}

interface Around {
  /** Nobody where the policy lets the preparer approve. */
  readonly preparer: ChainLink | undefined;
  readonly approvals: readonly ChainLink[];
  readonly rolesOpen: readonly Role[];
}

function possible(
  { ids, person, roles }: TrustedSigner,
  fingerprint: string,
  around: Around,
): PossibleSigner {
  const holds = roles.filter((role) => approvingRoles.includes(role));
  const open = holds.filter((role) => around.rolesOpen.includes(role));
  const who = { person, fingerprint };
  const hindrance = hindranceOf(who, { holds, open }, around);
  return {
    id: ids[0] ?? person,
    ...who,
    holds,
    open: hindrance === undefined ? open : [],
    ...(hindrance !== undefined && { hindrance }),
  };
}

type Who = Pick<ChainLink, 'person' | 'fingerprint'>;

function hindranceOf(
  who: Who,
  { holds, open }: { readonly holds: readonly Role[]; readonly open: readonly Role[] },
  { preparer, approvals }: Around,
): Hindrance | undefined {
  if (preparer !== undefined && isSame(who, preparer)) return 'prepared-it';
  if (approvals.some((each) => isSame(who, each))) return 'signed-before';
  if (holds.length === 0) return 'no-role';
  return open.length === 0 ? 'role-taken' : undefined;
}

function isSame(a: Who, b: Who): boolean {
  return a.fingerprint === b.fingerprint || a.person === b.person;
}

import { demoPublicKey } from '../../shared/bundle/demo-key.ts';
import { releaseGuarantee } from '../../shared/bundle/release-guarantee.ts';
import type { BundleContents } from '../../shared/bundle/bundle-contents.ts';
import type { SealedBundle } from '../../shared/bundle/seal.ts';
import { fingerprint } from '../../shared/bundle/ssh-key.ts';
import type { Role } from '../../shared/bundle/statement.ts';
import type { ProtectionReport } from '../../shared/ipc/protection.ts';
import type { Receipt } from '../../shared/ipc/seal-outcome.ts';
import type { SealedForm } from '../../shared/ipc/seal-contract.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import { predicateOf } from '../../shared/recipe/guarantee.ts';
import { rolesFor, type SigningKey } from './sign-release.ts';

/** What a bundle becomes once `rolesFor(policy)` have signed. */
export function outcomeFor(policy: Policy): Receipt['outcome'] {
  if (policy.demo) return 'demo';
  return rolesFor(policy).length - 1 >= policy.approvals ? 'release' : 'prepared';
}

export interface FormFacts {
  readonly contents: BundleContents;
  readonly sealed: SealedBundle;
  readonly protection: Pick<ProtectionReport, 'tables'>;
  readonly claimedTime: string;
  readonly comment: string;
}

/** What the seal window shows of a sealed bundle before a key that is here signs it. */
export function sealedForm(
  { key, ...facts }: FormFacts & { readonly key: SigningKey },
  crypto: Crypto,
): SealedForm {
  const print = key.kind === 'demo' ? fingerprint(demoPublicKey, crypto) : key.info.fingerprint;
  const label = key.kind === 'demo' ? '' : key.info.label;
  const roles = rolesFor(facts.contents.policy);
  return preparedForm(facts, { label, fingerprint: print, by: 'key', roles });
}

/** Whose key signs, where it is, and in which roles it signs now. */
export interface FormSigner {
  readonly label: string;
  readonly fingerprint: string;
  readonly by: SealedForm['by'];
  readonly roles: readonly Role[];
}

/** What the seal window shows of a sealed bundle nobody has signed yet. */
export function preparedForm(facts: FormFacts, signer: FormSigner): SealedForm {
  const { contents, sealed, protection, claimedTime, comment } = facts;
  const { recipe, policy } = contents;
  const missing = policy.demo ? 0 : Math.max(0, policy.approvals - (signer.roles.length - 1));
  return {
    digest: sealed.releaseDigest,
    releaseId: sealed.releaseId,
    organisation: contents.organisation,
    title: recipe.title,
    purpose: recipe.terms.purpose,
    recipient: recipe.terms.recipient,
    recipientProfile: recipe.terms.recipientProfile,
    dpiaReference: recipe.terms.dpiaReference,
    reviewBy: recipe.terms.reviewBy,
    comment,
    tables: protection.tables.map(({ product, published, primary, secondary }) => ({
      product,
      published,
      suppressed: primary + secondary,
    })),
    guarantee: releaseGuarantee(recipe),
    zones: contents.zones.features.length,
    predicate: predicateOf(recipe),
    minimumPersons: recipe.minimumPersons,
    policyTitle: policy.title,
    approvals: policy.approvals,
    solo: policy.solo,
    before: [],
    outcome: policy.demo ? 'demo' : missing === 0 ? 'release' : 'prepared',
    missing,
    decisions: signer.roles.map((role) => (role === 'preparer' ? 'prepared' : 'approved')),
    roles: [...signer.roles],
    confirmed: [],
    claimedTime,
    keyLabel: signer.label,
    fingerprint: signer.fingerprint,
    by: signer.by,
  };
}

import { demoPublicKey } from '../../shared/bundle/demo-key.ts';
import { releaseGuarantee } from '../../shared/bundle/release-guarantee.ts';
import type { BundleContents, SealedBundle } from '../../shared/bundle/seal.ts';
import { fingerprint } from '../../shared/bundle/ssh-key.ts';
import type { ProtectionReport } from '../../shared/ipc/protection.ts';
import type { SealedForm } from '../../shared/ipc/seal-contract.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import { predicateOf } from '../../shared/recipe/guarantee.ts';
import { rolesFor, type SigningKey } from './sign-release.ts';

/** What a bundle becomes once `rolesFor(policy)` have signed. */
export function outcomeFor(policy: Policy): SealedForm['outcome'] {
  if (policy.demo) return 'demo';
  return rolesFor(policy).length - 1 >= policy.approvals ? 'release' : 'prepared';
}

export interface FormFacts {
  readonly contents: BundleContents;
  readonly sealed: SealedBundle;
  readonly protection: Pick<ProtectionReport, 'tables'>;
  readonly key: SigningKey;
  readonly claimedTime: string;
  readonly comment: string;
}

/** What the seal window shows of a sealed bundle before it is signed. */
export function sealedForm(facts: FormFacts, crypto: Crypto): SealedForm {
  const { contents, sealed, protection, key, claimedTime, comment } = facts;
  const { recipe, policy } = contents;
  return {
    digest: sealed.releaseDigest,
    releaseId: sealed.releaseId,
    organisation: contents.organisation,
    title: recipe.title,
    purpose: recipe.terms.purpose,
    recipient: recipe.terms.recipient,
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
    outcome: outcomeFor(policy),
    decisions: rolesFor(policy).map((role) => (role === 'preparer' ? 'prepared' : 'approved')),
    claimedTime,
    keyLabel: key.kind === 'demo' ? '' : key.info.label,
    fingerprint: key.kind === 'demo' ? fingerprint(demoPublicKey, crypto) : key.info.fingerprint,
  };
}

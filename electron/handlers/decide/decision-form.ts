import type { Statement } from '../../../shared/bundle/statement.ts';
import type { OpenedBundle } from '../../../shared/bundle/report.ts';
import type { SealedForm } from '../../../shared/ipc/seal-contract.ts';
import { predicateOf } from '../../../shared/recipe/guarantee.ts';
import type { ReadSubject } from './read-subject.ts';

const decided = { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' } as const;

/** Whose key signs, and where it is. */
export interface FormKey {
  readonly label: string;
  readonly fingerprint: string;
  readonly by: SealedForm['by'];
}

/** What the seal window shows of a decision about a bundle that exists: read from the file and from the very statement. */
export function decisionForm(read: ReadSubject, { predicate }: Statement, key: FormKey): SealedForm {
  const { contents, signOff } = read;
  const { release, recipe, policy } = contents;
  const { decision, role, comment, confirmed, claimedTime } = predicate;
  if (decision === 'prepare') throw new Error('a bundle that exists is not prepared again');
  return {
    digest: read.digest,
    releaseId: release.id,
    organisation: release.organisation,
    title: release.title,
    purpose: release.terms.purpose,
    recipient: release.terms.recipient,
    recipientProfile: release.terms.recipientProfile,
    dpiaReference: release.terms.dpiaReference,
    reviewBy: release.terms.reviewBy,
    comment,
    tables: contents.tables.map(tableCounts),
    guarantee: release.guarantee,
    zones: contents.zones.features.length,
    predicate: predicateOf(recipe),
    minimumPersons: recipe.minimumPersons,
    policyTitle: policy.title,
    approvals: signOff.needed,
    solo: policy.solo,
    before: signOff.chain.map(({ person, role: as, decision: what }) => ({
      person,
      role: as,
      decision: what,
    })),
    outcome: outcomeAfter(decision, signOff),
    missing: Math.max(0, signOff.needed - signOff.counted - 1),
    decisions: [decided[decision]],
    roles: [role],
    confirmed,
    claimedTime,
    keyLabel: key.label,
    fingerprint: key.fingerprint,
    by: key.by,
  };
}

function outcomeAfter(
  decision: 'approve' | 'reject' | 'withdraw',
  { needed, counted }: ReadSubject['signOff'],
): SealedForm['outcome'] {
  if (decision !== 'approve') return decided[decision];
  return counted + 1 >= needed ? 'release' : 'prepared';
}

function tableCounts({ product, rows }: OpenedBundle['tables'][number]): SealedForm['tables'][number] {
  const published = rows.filter(({ status }) => status === 'published').length;
  return { product, published, suppressed: rows.length - published };
}

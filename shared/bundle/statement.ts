import { z } from 'zod';
import { canonicalJsonFile } from '../base/canonical-json.ts';
import { approvalPredicateType, paths } from './names.ts';

/** What a signer can act as. A preparer makes the bundle; the other two approve it. */
export const Role = z.enum(['preparer', 'privacy-officer', 'second-signer']);
export type Role = z.infer<typeof Role>;
/** The roles in which a release is approved. */
export const approvingRoles: readonly Role[] = Role.options.filter((role) => role !== 'preparer');
/** A signer's name in trust lists, statements and OpenSSH principals. */
export const SignerId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}$/);
/** A UTC time to the second, such as `2026-11-22T10:00:00Z`. */
export const ClaimedTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
/** What a statement decides. A bundle holds `prepare` and `approve`; rejections and withdrawals are kept with the ledger. */
export const Decision = z.enum(['prepare', 'approve', 'reject', 'withdraw']);
export type Decision = z.infer<typeof Decision>;
/** What a signer says to have done before deciding; in this order, each at most once. */
export const Confirmation = z.enum([
  'digest-compared',
  'evidence-read',
  'tables-looked-at',
  'changes-looked-at',
]);
export type Confirmation = z.infer<typeof Confirmation>;
const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What a signer signs: an in-toto Statement (version 1) about exactly one subject, the tag manifest, whose SHA-256 is the
 * release digest. `previousApproval` is the SHA-256 of the statement and signature before it, so the order is signed too.
 * `claimedTime` is what the signer's clock said; nobody vouches for it. `auditHead` is the digest of the last record in the
 * signing workstation's audit log, `null` where none is kept.
 */
export const Statement = z.strictObject({
  _type: z.literal('https://in-toto.io/Statement/v1'),
  subject: z.tuple([
    z.strictObject({ name: z.literal(paths.tagManifest), digest: z.strictObject({ sha256: Digest }) }),
  ]),
  predicateType: z.literal(approvalPredicateType),
  predicate: z.strictObject({
    seq: z.int().min(1).max(20),
    decision: Decision,
    role: Role,
    signer: SignerId,
    releaseId: z.string(),
    claimedTime: ClaimedTime,
    comment: z.string().max(2000),
    confirmed: z.array(Confirmation).max(Confirmation.options.length),
    auditHead: Digest.nullable(),
    previousApproval: Digest.nullable(),
  }),
});
export type Statement = z.infer<typeof Statement>;

/** The bytes of `statement` that are signed and stored. */
export function statementBytes(statement: Statement): Uint8Array {
  return canonicalJsonFile(statement);
}

/** Where the statement lies: `approvals/01-preparer.json`; its signature has `.sig` behind it. */
export function statementPath(statement: Statement): string {
  const { seq, role } = statement.predicate;
  return `approvals/${String(seq).padStart(2, '0')}-${role}.json`;
}

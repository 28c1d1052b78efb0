import { z } from 'zod';
import { ReleaseGuarantee } from '../bundle/release-guarantee.ts';
import { Confirmation, Role } from '../bundle/statement.ts';
import { Product } from '../products/product.ts';
import { RecipientProfile } from '../recipe/recipe.ts';
import { CallFailure } from './call-failure.ts';
import { Settings } from './contract.ts';

/** Everything the officer must see before signing. Main fills it from the sealed bytes, never from the desk. */
export const SealedForm = z.strictObject({
  /** Release digest, 64 lower-case hexadecimal digits; shown in 8 groups of 8. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  releaseId: z.string(),
  organisation: z.string(),
  title: z.string(),
  purpose: z.string(),
  recipient: z.string(),
  /** Empty where they are not stated. */
  recipientProfile: RecipientProfile,
  dpiaReference: z.string(),
  reviewBy: z.string(),
  comment: z.string(),
  /** Each table that is released, with its groups by fate. */
  tables: z.array(
    z.strictObject({
      product: Product,
      published: z.int().nonnegative(),
      suppressed: z.int().nonnegative(),
    }),
  ),
  guarantee: ReleaseGuarantee,
  zones: z.int().nonnegative(),
  /** The literal predicate, and the number in it for those who read the rule in words. */
  predicate: z.string(),
  minimumPersons: z.int().positive(),
  policyTitle: z.string(),
  approvals: z.int().nonnegative(),
  solo: z.boolean(),
  /** Who decided what before, in order. */
  before: z.array(z.strictObject({ person: z.string(), role: z.string(), decision: z.string() })),
  /** What the bundle will be once these signatures are on it, or what becomes of it without another one. */
  outcome: z.enum(['release', 'prepared', 'demo', 'rejected', 'withdrawn']),
  /** Approvals that will still be missing then. */
  missing: z.int().nonnegative(),
  /** Decisions signed now, in order, and the role of each. */
  decisions: z.array(z.enum(['prepared', 'approved', 'rejected', 'withdrawn'])).min(1),
  roles: z.array(Role).min(1),
  /** What the signer says to have done. */
  confirmed: z.array(Confirmation),
  /** UTC, to the second, as it stands in the statements. */
  claimedTime: z.string(),
  keyLabel: z.string(),
  fingerprint: z.string(),
  /** Whether a key file signs here, or the statement is written for a key that is elsewhere. */
  by: z.enum(['key', 'elsewhere']),
});
export type SealedForm = z.infer<typeof SealedForm>;

/** What the window asks for: a signature (with a passphrase, but for the public demo key) or a new key. */
export const SealSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sign'), form: SealedForm, askPassphrase: z.boolean() }),
  z.strictObject({ kind: z.literal('create'), label: z.string() }),
]);
export type SealSubject = z.infer<typeof SealSubject>;

/** Main to the seal window. `problem` follows an attempt that failed; the officer may try again. */
export const ToSeal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('subject'), subject: SealSubject, settings: Settings }),
  z.strictObject({ kind: z.literal('problem'), failure: CallFailure }),
]);
export type ToSeal = z.infer<typeof ToSeal>;

/** Seal window to main. The passphrase is empty where none was asked for. */
export const FromSeal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('cancel') }),
  z.strictObject({ kind: z.literal('confirm'), passphrase: z.string().max(1024) }),
]);
export type FromSeal = z.infer<typeof FromSeal>;

import { z } from 'zod';
import { ReleasedTables } from './candidate.ts';
import { Build } from '../bundle/evidence.ts';
import { LedgerPlace } from '../bundle/release.ts';
import { Confirmation } from '../bundle/statement.ts';
import { Policy } from '../policy/policy.ts';
import { Recipe } from '../recipe/recipe.ts';

/** What exactly is the matter, without words: the key of its text, the values the text names, and the place in the bundle. */
export const BundleParticular = z.strictObject({
  what: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  place: z
    .strictObject({ path: z.string(), line: z.int().optional(), field: z.string().optional() })
    .optional(),
});
export type BundleParticular = z.infer<typeof BundleParticular>;

/** One check of the verifier: what was checked, what to know where it held, and else the error code and what exactly is the matter. */
export const BundleCheck = z.discriminatedUnion('ok', [
  z.strictObject({ id: z.string(), ok: z.literal(true), notes: z.array(BundleParticular).optional() }),
  z.strictObject({
    id: z.string(),
    ok: z.literal(false),
    code: z.string(),
    particulars: z.array(BundleParticular),
  }),
]);
export type BundleCheck = z.infer<typeof BundleCheck>;

/** A statement in the bundle: who decided what, in which role, when by their own clock, and with which key. */
export const InspectedSignature = z.strictObject({
  signer: z.string(),
  role: z.string(),
  decision: z.string(),
  claimedTime: z.string(),
  comment: z.string(),
  confirmed: z.array(Confirmation),
  /** Last record of the audit log where it was signed, 64 hexadecimal digits. */
  auditHead: z.string().optional(),
  fingerprint: z.string(),
  known: z.boolean(),
});
export type InspectedSignature = z.infer<typeof InspectedSignature>;

/** An opened bundle: always its checks; its contents only when container and digests held. */
export const InspectedBundle = z.strictObject({
  /** By which main knows it again; only where what it holds holds together. */
  handle: z.string().optional(),
  fileName: z.string(),
  sizeBytes: z.int().nonnegative(),
  outcome: z.enum(['release', 'prepared', 'demo', 'rejected']),
  digest: z.string().optional(),
  checks: z.array(BundleCheck),
  signatures: z.array(InspectedSignature),
  contents: z
    .strictObject({
      releaseId: z.string(),
      organisation: z.string(),
      recipe: Recipe,
      policy: Policy,
      evidence: z.unknown(),
      build: Build,
      /** Its place in the ledger of its publisher; none where it was made without one. */
      ledger: LedgerPlace.nullable(),
      ...ReleasedTables.shape,
    })
    .optional(),
});
export type InspectedBundle = z.infer<typeof InspectedBundle>;

import { z } from 'zod';
import { ByteColumn, Int32Column } from './columns.ts';
import { Policy } from '../policy/policy.ts';
import { Recipe } from '../recipe/recipe.ts';
import { ZoneShape } from './view.ts';

/** What exactly is the matter, without words: the key of its text, the values the text names, and the place in the bundle. */
export const BundleParticular = z.strictObject({
  what: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  place: z
    .strictObject({ path: z.string(), line: z.int().optional(), field: z.string().optional() })
    .optional(),
});
export type BundleParticular = z.infer<typeof BundleParticular>;

/** One check of the verifier: what was checked, and when it did not hold the error code and what exactly is the matter. */
export const BundleCheck = z.discriminatedUnion('ok', [
  z.strictObject({ id: z.string(), ok: z.literal(true) }),
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
  fingerprint: z.string(),
  known: z.boolean(),
});
export type InspectedSignature = z.infer<typeof InspectedSignature>;

/** An opened bundle: always its checks; its contents only when container and digests held. */
export const InspectedBundle = z.strictObject({
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
      zones: z.array(ZoneShape),
      classes: z.array(z.strictObject({ ageBand: z.string().optional(), gender: z.string().optional() })),
      /** Bin starts in order, seconds since 1970 UTC. */
      starts: Int32Column,
      /** Per row: zone index, bin index, class index, persons (-1: no figure) and status (0 published, 1 suppressed, 2 zero). */
      rowZone: Int32Column,
      rowBin: Int32Column,
      rowClass: Int32Column,
      rowPersons: Int32Column,
      rowStatus: ByteColumn,
    })
    .optional(),
});
export type InspectedBundle = z.infer<typeof InspectedBundle>;

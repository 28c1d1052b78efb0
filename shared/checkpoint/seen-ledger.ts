import { z } from 'zod';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * The last a verifier saw of one ledger under one key: its size, root and all leaf hashes, in hexadecimal. `key` is the ledger's public
 * key, empty where the verifier's trust list names none for this origin and only the signers of bundles vouched for it.
 */
export const SeenLedger = z.strictObject({
  origin: z.string().regex(/^[a-z0-9][a-z0-9./-]{0,99}$/),
  key: z.union([z.literal(''), Hash]),
  size: z.int().min(0),
  root: Hash,
  leaves: z.array(Hash),
});
export type SeenLedger = Readonly<z.infer<typeof SeenLedger>>;

import { z } from 'zod';

/** An earlier release by name: its id, the date it bears, and the SHA-256 of what was signed, in hexadecimal. */
export const EarlierName = z.strictObject({
  releaseId: z.string().max(120),
  releaseDate: z.string().max(40),
  releaseDigest: z.string().regex(/^[0-9a-f]{64}$/),
});
export type EarlierName = Readonly<z.infer<typeof EarlierName>>;

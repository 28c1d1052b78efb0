import { z } from 'zod';
import { ReleaseEntry } from './ledger-entry.ts';

/** The note that a bundle is about to go out: which, and the head its entry will follow. */
export const PendingRelease = z.strictObject({
  version: z.literal(1),
  head: ReleaseEntry.shape.previous,
  release: ReleaseEntry.omit({ sequence: true, previous: true }),
});
export type PendingRelease = z.infer<typeof PendingRelease>;

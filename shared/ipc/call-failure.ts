import { z } from 'zod';

/** What a failed call says; `cancelled` when it was called off. */
export const CallFailure = z.strictObject({
  code: z.string(),
  message: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type CallFailure = z.infer<typeof CallFailure>;

import { z } from 'zod';
import type { Json } from '../base/json.ts';

/** `evidence.json`: the literal predicate, the demo mark, and what the three stages and the gates report, as they report it. */
export const Evidence = z.strictObject({
  version: z.literal(1),
  predicate: z.string(),
  demo: z.boolean(),
  evidence: z.custom<Json>((value) => value !== undefined),
});
export type Evidence = z.infer<typeof Evidence>;

/** `build.json`: which software made the bundle, by its own account. */
export const Build = z.strictObject({
  version: z.literal(1),
  name: z.string(),
  software: z.string(),
  commit: z.string(),
});
export type Build = z.infer<typeof Build>;

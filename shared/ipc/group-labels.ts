import { z } from 'zod';

/**
 * What tells the groups of a zone apart, as far as the product knows it. `band` is an index into the labels of its bands;
 * `zone` the other end of a flow or the home, -1 for an unknown home.
 */
export const GroupLabels = z.strictObject({
  band: z.int().nonnegative().optional(),
  zone: z.int().min(-1).optional(),
  ageBand: z.string().optional(),
  gender: z.string().optional(),
});
export type GroupLabels = z.infer<typeof GroupLabels>;

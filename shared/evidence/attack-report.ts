import { z } from 'zod';

/** What is tried on a candidate before anybody signs it, in the order in which the cards stand. */
export const attackNames = [
  'small-groups',
  'recoverable-blanks',
  'subtraction',
  'whole-groups',
  'membership',
  'recovery',
  'reconstruction',
  'promise',
  'usefulness',
] as const;
export const AttackName = z.enum(attackNames);
export type AttackName = z.infer<typeof AttackName>;

/**
 * How one attack went. `notTested` counts as failed and `reason` says why. `figures` are rates, intervals and counts, never a
 * list of groups or persons; `parameters` say what was tried and how often. Both fill the sentences of the language files.
 */
export const AttackReport = z.strictObject({
  attack: AttackName,
  /** Version of the method; a change of what it computes raises it. */
  version: z.int().min(1),
  outcome: z.enum(['pass', 'fail', 'notTested']),
  reason: z.string().optional(),
  /** What the random numbers derive from; empty where the attack draws none. */
  seed: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  figures: z.record(z.string(), z.number()),
});
export type AttackReport = Readonly<z.infer<typeof AttackReport>>;

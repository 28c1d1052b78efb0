import { z } from 'zod';

/** What rules of a policy are about, in the order in which they are told. */
export const judgedParts = ['recipe', 'figures', 'attacks', 'sign-off'] as const;

/** Rules of a policy besides those of a recipe (`shared/policy/violations.ts`). */
export const judgedRuleNames = [
  'figures-minimum',
  'blanks-range',
  'whole-group-slack',
  'epsilon',
  'yearly-epsilon',
  'objection-register',
  'subtraction',
  'whole-groups',
  'membership',
  'membership-targets',
  'recovery',
  'reconstruction',
  'approvals',
  'no-demo',
  'signed-comment',
  'dpia-reference',
  'recipient-profile',
  'review-by',
] as const;
export type JudgedRuleName = (typeof judgedRuleNames)[number];

/** Why a rule is not held, or why nothing can be said about it. */
export const judgedReasons = [
  'not-tested',
  'not-attested',
  'attested-otherwise',
  'figures-too-close',
  'other-releases',
  'keys-unknown',
] as const;
export type JudgedReason = (typeof judgedReasons)[number];

/**
 * One rule of a policy held against a bundle. `asked`: what the bundle asks for, has or attests; `allowed`: what the policy allows, both
 * ready to print (`>= 30`, `hour, day`, `-` for nothing). `unknown`: it cannot be told from the bundle. `attested` rests on the signers' word.
 */
export const JudgedRule = z.strictObject({
  part: z.enum(judgedParts),
  rule: z.string(),
  asked: z.string(),
  allowed: z.string(),
  verdict: z.enum(['holds', 'broken', 'unknown']),
  kind: z.enum(['recomputable', 'attested']),
  reason: z.enum(judgedReasons).optional(),
});
export type JudgedRule = Readonly<z.infer<typeof JudgedRule>>;

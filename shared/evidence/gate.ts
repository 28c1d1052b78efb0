import { z } from 'zod';

/** Conditions that must hold before anything is signed. */
export const gateIds = [
  'terms-complete',
  'signing-comment',
  'dpia-reference',
  'recipient-profile',
  'review-by',
  'policy-kept',
  'minimum-persons',
  'rounding',
  'recoverable-blanks',
  'whole-groups',
  'subtraction',
  'sensitive-places',
  'membership',
  'recovery',
  'reconstruction',
  'budget',
  'table-schema',
  'objection-register',
  'places-known',
  'earlier-releases',
  'yearly-budget',
  'something-published',
] as const;

/**
 * One gate and how it went. `recomputable` gates can be checked by anybody from the bundle, `attested` ones rest on the
 * signer's word. `notTested` counts as failed. `detail` fills the sentence of the language files.
 */
export const GateResult = z.strictObject({
  id: z.enum(gateIds),
  kind: z.enum(['recomputable', 'attested']),
  outcome: z.enum(['pass', 'fail', 'notTested']),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type GateResult = z.infer<typeof GateResult>;

/** A gate that was evaluated. */
export function gateResult(
  id: GateResult['id'],
  kind: GateResult['kind'],
  holds: boolean,
  detail: GateResult['detail'] = {},
): GateResult {
  return { id, kind, outcome: holds ? 'pass' : 'fail', detail };
}

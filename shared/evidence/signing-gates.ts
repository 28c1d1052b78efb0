import { daysFromIso } from '../base/calendar.ts';
import type { SigningRules } from '../policy/policy.ts';
import type { Terms } from '../recipe/recipe.ts';
import { gateResult, type GateResult } from './gate.ts';

/** What the rules of a policy about signing are held against. */
export interface SigningSubject {
  readonly recipe: { readonly terms: Terms; readonly releaseDate: string };
  readonly policy: { readonly signing: SigningRules };
  /** What the signer writes. */
  readonly comment: string;
}

/** Why a day of review does not do. */
export const reviewFaults = ['no-day', 'before-release', 'too-late'] as const;
export type ReviewFault = (typeof reviewFaults)[number];

/**
 * What a policy wants said before anybody signs: one gate for each thing it asks for, none for what it does not. A release
 * that names a day of review without being asked must still name one after its release date. Whether a comment was written
 * is not in the sealed bytes of others, so that gate alone rests on the signer's word.
 */
export function signingGates(subject: SigningSubject): readonly GateResult[] {
  const { signing } = subject.policy;
  const { terms } = subject.recipe;
  const asked = signing.reviewByDays !== null || terms.reviewBy !== '';
  return [
    ...(signing.comment ? [gateResult('signing-comment', 'attested', subject.comment.trim() !== '')] : []),
    ...(signing.dpiaReference
      ? [gateResult('dpia-reference', 'recomputable', terms.dpiaReference.trim() !== '')]
      : []),
    ...(signing.recipientProfile
      ? [gateResult('recipient-profile', 'recomputable', terms.recipientProfile !== '')]
      : []),
    ...(asked ? [reviewGate(subject)] : []),
  ];
}

function reviewGate({ recipe, policy }: SigningSubject): GateResult {
  const limit = policy.signing.reviewByDays;
  const { reviewBy } = recipe.terms;
  const fault = reviewFault(reviewBy, recipe.releaseDate, limit);
  return gateResult('review-by', 'recomputable', fault === undefined, {
    ...(reviewBy !== '' && { reviewBy }),
    ...(limit !== null && { limitDays: limit }),
    ...(fault !== undefined && { fault }),
  });
}

/** What keeps a day from being the day of review: it lies after the release date, by `limit` days at most. */
export function reviewFault(
  reviewBy: string,
  releaseDate: string,
  limit: number | null,
): ReviewFault | undefined {
  const day = daysFromIso(reviewBy);
  if (day === undefined) return 'no-day';
  const released = daysFromIso(releaseDate);
  if (released === undefined) return undefined;
  if (day <= released) return 'before-release';
  return limit !== null && day > released + limit ? 'too-late' : undefined;
}

import { daysFromIso } from '../../../../shared/base/calendar.ts';
import type { BundleParticular, InspectedBundle } from '../../../../shared/ipc/inspected-bundle.ts';
import type { Contents } from './bundle-table.ts';

/** Things a policy can want said before anybody signs. */
const sayings = ['comment', 'dpiaReference', 'recipientProfile', 'reviewBy'] as const;

/** What the bundle's policy asks of its signers and the bundle does not have: words nobody said, and approvals in the verifier's words. */
export interface OpenNeeds {
  readonly missing: readonly (typeof sayings)[number][];
  readonly particulars: readonly BundleParticular[];
}

export function openNeeds({ checks, signatures }: InspectedBundle, contents: Contents): OpenNeeds {
  const approvals = checks.find(({ id }) => id === 'approvals');
  const { policy, recipe } = contents;
  const { terms, releaseDate } = recipe;
  const { signing } = policy;
  const isMissing: Readonly<Record<(typeof sayings)[number], boolean>> = {
    comment: signing.comment && signatures.some(({ comment }) => comment.trim() === ''),
    dpiaReference: signing.dpiaReference && terms.dpiaReference.trim() === '',
    recipientProfile: signing.recipientProfile && terms.recipientProfile === '',
    reviewBy: !isReviewed(terms.reviewBy, releaseDate, signing.reviewByDays),
  };
  return {
    missing: sayings.filter((one) => isMissing[one]),
    particulars: approvals?.ok === false ? approvals.particulars : [],
  };
}

function isReviewed(reviewBy: string, releaseDate: string, days: number | null): boolean {
  if (days === null) return true;
  const [review, release] = [daysFromIso(reviewBy), daysFromIso(releaseDate)];
  return review !== undefined && release !== undefined && review - release <= days;
}

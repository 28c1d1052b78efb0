import { daysFromIso } from '../../base/calendar.ts';
import type { SeenSignature } from '../../bundle/report.ts';
import type { Trust } from '../../bundle/trust.ts';
import type { JudgedRule } from '../../ipc/judged-rule.ts';
import type { Policy } from '../../policy/policy.ts';
import type { BundleToJudge } from './bundle-to-judge.ts';
import { cannotBeTold, recomputed, type RuleWords } from './attested-rule.ts';

/** Who signed, and what the policy wants said before anybody signs. */
export function signOffRules(bundle: BundleToJudge, policy: Policy): readonly JudgedRule[] {
  const { contents, signatures } = bundle;
  const { terms, releaseDate } = contents.release;
  const { comment, dpiaReference, recipientProfile, reviewByDays } = policy.signing;
  return [
    approvalsGiven(bundle, policy),
    ...(policy.demo ? [] : [noDemo(contents.policy)]),
    ...(comment ? [commented(signatures)] : []),
    ...(dpiaReference ? [said('dpia-reference', terms.dpiaReference)] : []),
    ...(recipientProfile ? [said('recipient-profile', terms.recipientProfile)] : []),
    ...(reviewByDays === null ? [] : [reviewedInTime(terms.reviewBy, releaseDate, reviewByDays)]),
  ];
}

/** Distinct persons of the trust list who approved; the preparer counts only where the policy lets one person do both. */
function approvalsGiven({ contents, signatures, trust }: BundleToJudge, policy: Policy): JudgedRule {
  const preparer = signatures.find(({ decision }) => decision === 'prepare');
  const approvals = signatures.filter(({ decision }) => decision === 'approve');
  const excluded = policy.solo || preparer === undefined ? undefined : personOf(preparer, trust);
  const persons = new Set(
    approvals
      .filter(({ known }) => known)
      .map((approval) => personOf(approval, trust))
      .filter((person) => person !== excluded),
  );
  const strangers = approvals.filter(({ known }) => !known).length;
  const words: RuleWords = {
    part: 'sign-off',
    rule: 'approvals',
    asked: `${persons.size}`,
    allowed: `>= ${policy.approvals}`,
  };
  if (persons.size >= policy.approvals) return recomputed(words, true);
  if (contents.policy.demo || persons.size + strangers < policy.approvals) return recomputed(words, false);
  return cannotBeTold(words, 'recomputable', 'keys-unknown');
}

function personOf({ signer }: SeenSignature, trust: Trust | undefined): string {
  return trust?.signers.find(({ ids }) => ids.includes(signer))?.person ?? signer;
}

function noDemo({ demo }: Policy): JudgedRule {
  return recomputed({ part: 'sign-off', rule: 'no-demo', asked: demo ? '+' : '-', allowed: '-' }, !demo);
}

function commented(signatures: readonly SeenSignature[]): JudgedRule {
  const spoken = signatures.filter(({ comment }) => comment.trim() !== '').length;
  const all = signatures.length > 0 && spoken === signatures.length;
  const words: RuleWords = {
    part: 'sign-off',
    rule: 'signed-comment',
    asked: `${spoken}`,
    allowed: `>= ${Math.max(1, signatures.length)}`,
  };
  return recomputed(words, all);
}

function reviewedInTime(reviewBy: string, releaseDate: string, days: number): JudgedRule {
  const [review, release] = [daysFromIso(reviewBy), daysFromIso(releaseDate)];
  const after = review === undefined || release === undefined ? undefined : review - release;
  return recomputed(
    {
      part: 'sign-off',
      rule: 'review-by',
      asked: after === undefined ? '-' : `${after}`,
      allowed: `<= ${days}`,
    },
    after !== undefined && after >= 0 && after <= days,
  );
}

function said(rule: 'dpia-reference' | 'recipient-profile', text: string): JudgedRule {
  return recomputed({ part: 'sign-off', rule, asked: text === '' ? '-' : '+', allowed: '+' }, text !== '');
}

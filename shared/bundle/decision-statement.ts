import type { Crypto } from '../ports/crypto.ts';
import { type SigningRequest, statementFor } from './approvals.ts';
import type { Decision, Statement } from './statement.ts';

/**
 * What an approver signs about a bundle: to approve it, to reject it, or to withdraw a release. Only the first is attached to the
 * bundle; the others name the last statement in it all the same, so that it is clear what lay before whoever decided.
 * Refuses as `statementFor`.
 */
export function decisionStatement(
  bundle: Uint8Array,
  decision: Exclude<Decision, 'prepare'>,
  request: SigningRequest,
  crypto: Crypto,
): Statement {
  const statement = statementFor(bundle, request, crypto);
  return { ...statement, predicate: { ...statement.predicate, decision } };
}

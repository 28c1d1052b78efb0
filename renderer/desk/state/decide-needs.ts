import type { DecisionSubject, PossibleSigner } from '../../../shared/ipc/decision.ts';
import type { Role } from '../../../shared/bundle/statement.ts';
import type { DeskState } from './desk-state.ts';

/** The fingerprint of the key that would sign; nothing until one is chosen. */
export function decidingKey({ keyPlace, key, elsewhereKey }: DeskState): string | undefined {
  if (keyPlace === 'here') return key?.fingerprint;
  return elsewhereKey === '' ? undefined : elsewhereKey;
}

/** Who would sign, where the trust list knows the key. */
export function decidingSigner(state: DeskState): PossibleSigner | undefined {
  const fingerprint = decidingKey(state);
  return state.subject?.signers.find((signer) => signer.fingerprint === fingerprint);
}

/** The roles in which whoever is chosen may decide so. */
export function rolesToChoose(state: DeskState): readonly Role[] {
  const signer = decidingSigner(state);
  if (signer === undefined) return [];
  return state.decision === 'approve' ? signer.open : signer.holds;
}

/** What keeps the chosen decision from being signed, as keys of sentences; empty when nothing does. */
export function decisionNeeds(state: DeskState): readonly string[] {
  const { subject, decision } = state;
  if (subject === undefined) return ['decide.needs.subject'];
  if (decision === undefined) return ['decide.needs.decision'];
  const against = decision === 'approve' ? approvalNeeds(state, subject) : objectionNeeds(state, subject);
  return [...against, ...signerNeeds(state)];
}

function approvalNeeds(state: DeskState, subject: DecisionSubject): readonly string[] {
  const open = subject.confirmations.some((one) => !state.confirmed.includes(one));
  const silent = subject.signing.comment && state.decideComment.trim() === '';
  return [
    ...subject.obstructions.map((one) => `decide.obstruction.${one}`),
    ...(open ? ['decide.needs.confirmations'] : []),
    ...(silent ? ['decide.needs.comment'] : []),
  ];
}

function objectionNeeds(state: DeskState, subject: DecisionSubject): readonly string[] {
  const found = new Set(subject.obstructions);
  const withdraws = state.decision === 'withdraw';
  const never = withdraws
    ? [
        found.has('released') ? undefined : 'decide.needs.released',
        subject.inLedger ? undefined : 'decide.needs.ledger',
      ]
    : [found.has('released') ? 'decide.needs.notReleased' : undefined];
  return [
    ...(found.has('demo') ? ['decide.obstruction.demo'] : []),
    ...(found.has('withdrawn') ? ['decide.obstruction.withdrawn'] : []),
    ...never.filter((one) => one !== undefined),
    ...(withdraws && state.withdrawReason === undefined ? ['decide.needs.why'] : []),
    ...(state.decideComment.trim() === '' ? ['decide.needs.reason'] : []),
  ];
}

function signerNeeds(state: DeskState): readonly string[] {
  if (decidingKey(state) === undefined) return ['decide.needs.key'];
  const signer = decidingSigner(state);
  if (signer === undefined) return ['decide.needs.listed'];
  if (state.decision === 'approve' && signer.hindrance !== undefined)
    return [`decide.hindrance.${signer.hindrance}`];
  const roles = rolesToChoose(state);
  if (roles.length === 0) return ['decide.hindrance.no-role'];
  return state.decideRole === undefined || !roles.includes(state.decideRole) ? ['decide.needs.role'] : [];
}

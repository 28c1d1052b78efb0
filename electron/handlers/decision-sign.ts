import { decisionStatement } from '../../shared/bundle/decision-statement.ts';
import { approvalNamespace } from '../../shared/bundle/names.ts';
import { signWithSsh } from '../../shared/bundle/ssh-signature.ts';
import { type Statement, statementBytes } from '../../shared/bundle/statement.ts';
import type { Handler } from '../../shared/ipc/contract.ts';
import type { DecisionRequest, PossibleSigner } from '../../shared/ipc/decision.ts';
import { decisionForm } from './decide/decision-form.ts';
import { finishDecision, type FinishPorts } from './decide/finish-decision.ts';
import { mayDecide } from './decide/may-decide.ts';
import { type ReadSubject, readSubject, type SubjectPorts } from './decide/read-subject.ts';
import type { ChosenKey, KeyRing } from './key-ring.ts';
import type { Clock } from './ports/clock.ts';
import type { Keys } from './ports/keys.ts';
import type { Ledger } from './ports/ledger.ts';
import type { SealWindow } from './ports/seal-window.ts';

export interface DecisionPorts extends Omit<SubjectPorts, 'ledger'>, Omit<FinishPorts, 'ledger'> {
  readonly clock: Clock;
  readonly keys: Keys;
  readonly ring: KeyRing;
  readonly sealWindow: SealWindow;
  readonly ledger: Ledger;
}

/** A decision about a bundle that exists: read again, asked whether it may be, shown, signed over what was signed before. */
export function decisionSign(ports: DecisionPorts): Handler<'decision.sign'> {
  return async ({ keyHandle, ...request }) => {
    const key = ports.ring.get(keyHandle);
    const read = await readSubject(request.digest, ports);
    const signer = mayDecide(read, request, key.info.fingerprint);
    const statement = await statementOf(read, request, signer, ports);
    const form = decisionForm(read, statement, { ...key.info, by: 'key' });
    const signature = await ports.sealWindow.ask({ kind: 'sign', form, askPassphrase: true }, (passphrase) =>
      signed(statement, key, passphrase, ports),
    );
    if (signature === undefined) return { kind: 'cancelled' };
    return finishDecision({ read, statement, signature, reason: request.reason ?? 'other' }, ports);
  };
}

/** What `signer` signs now about a bundle that was read. */
export async function statementOf(
  read: ReadSubject,
  { decision, role, comment, confirmed }: DecisionRequest,
  { id }: PossibleSigner,
  { clock, crypto, journal }: Pick<DecisionPorts, 'clock' | 'crypto' | 'journal'>,
): Promise<Statement> {
  const said = { role, signer: id, claimedTime: clock.now(), comment: comment.trim() };
  const request = {
    ...said,
    confirmed: decision === 'approve' ? confirmed : [],
    auditHead: await journal.head(),
  };
  return decisionStatement(read.bytes, decision, request, crypto);
}

async function signed(
  statement: Statement,
  key: ChosenKey,
  passphrase: string,
  { keys, crypto }: Pick<DecisionPorts, 'keys' | 'crypto'>,
): Promise<Uint8Array> {
  const unlocked = await keys.unlock(key.keyFile, passphrase);
  try {
    return await signWithSsh(approvalNamespace, statementBytes(statement), unlocked, crypto);
  } finally {
    unlocked.close();
  }
}

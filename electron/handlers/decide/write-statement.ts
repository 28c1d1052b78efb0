import { toHex } from '../../../shared/base/hex.ts';
import { approvalNamespace } from '../../../shared/bundle/names.ts';
import { type Statement, statementBytes, statementPath } from '../../../shared/bundle/statement.ts';
import type { PendingSigning } from '../../../shared/ipc/decision.ts';
import type { Crypto } from '../../../shared/ports/crypto.ts';
import type { Dialogs } from '../ports/dialogs.ts';
import type { Files } from '../ports/files.ts';
import type { KeptPending, PendingStore } from '../ports/pending-store.ts';

export interface StatementPorts {
  readonly dialogs: Dialogs;
  readonly files: Files;
  readonly crypto: Crypto;
  readonly pending: PendingStore;
}

/** A statement for a key that is elsewhere, and what is needed once its signature is back. */
export interface StatementToWrite extends Pick<KeptPending, 'bundlePath' | 'reason' | 'release'> {
  readonly statement: Statement;
  readonly fingerprint: string;
}

/** Writes a statement where the officer says and keeps that it waits. Nothing when the dialog was closed. */
export async function writeStatement(
  { statement, fingerprint, ...rest }: StatementToWrite,
  ports: StatementPorts,
): Promise<PendingSigning | undefined> {
  const bytes = statementBytes(statement);
  const name = statementPath(statement).replace('approvals/', '');
  const path = await ports.dialogs.saveFile('statement', name);
  if (path === undefined) return undefined;
  const { predicate, subject } = statement;
  const sha256 = toHex(ports.crypto.sha256(bytes));
  const statementName = ports.files.name(path);
  const signing: PendingSigning = {
    id: sha256.slice(0, 16),
    decision: predicate.decision,
    role: predicate.role,
    signer: predicate.signer,
    fingerprint,
    releaseId: predicate.releaseId,
    digest: subject[0].digest.sha256,
    statementName,
    sha256,
    command: `ssh-keygen -Y sign -n ${approvalNamespace} -f KEY ${shellWord(statementName)}`,
    claimedTime: predicate.claimedTime,
  };
  await ports.files.write(path, bytes);
  await ports.pending.keep({ signing, statement: bytes, ...rest });
  return signing;
}

function shellWord(name: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name) ? name : `'${name.replaceAll("'", String.raw`'\''`)}'`;
}

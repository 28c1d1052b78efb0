import { equalBytes } from '../../shared/base/bytes.ts';
import { Refusal } from '../../shared/base/failure.ts';
import { decisionStatement } from '../../shared/bundle/decision-statement.ts';
import { readStatementFile, signatureKey } from '../../shared/bundle/external-signature.ts';
import { keyFingerprint, type SshKey } from '../../shared/bundle/ssh-key.ts';
import { type Statement, statementBytes } from '../../shared/bundle/statement.ts';
import type { Handler } from '../../shared/ipc/contract.ts';
import type { DecisionOutcome } from '../../shared/ipc/decision.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import { finishDecision } from './decide/finish-decision.ts';
import { finishPrepared, type PreparedPorts } from './decide/finish-prepared.ts';
import { mayDecide } from './decide/may-decide.ts';
import { type ReadSubject, readSubject } from './decide/read-subject.ts';
import type { ElsewherePorts } from './decision-elsewhere.ts';
import type { KeptPending } from './ports/pending-store.ts';

const signatureLimit = 64 * 1024;

/** Takes the signature of a statement that was signed elsewhere, and goes on as with a key file. */
export function pendingImport(ports: ElsewherePorts & PreparedPorts): Handler<'pending.import'> {
  return async ({ id }) => {
    const waiting = await ports.pending.get(id);
    const path = await ports.dialogs.openFile('signature');
    if (path === undefined) return { kind: 'cancelled' };
    const signature = await ports.files.read(path, signatureLimit);
    mustBeBy(signatureKey(waiting.statement, signature, ports.crypto), waiting, ports.crypto);
    const { release } = waiting;
    const outcome =
      release === undefined
        ? await decided(waiting, signature, ports)
        : await finishPrepared(waiting, release, signature, ports);
    if (outcome.kind !== 'cancelled') await ports.pending.drop(id);
    return outcome;
  };
}

async function decided(
  waiting: KeptPending,
  signature: Uint8Array,
  ports: ElsewherePorts,
): Promise<DecisionOutcome> {
  const { signing, bundlePath, reason = 'other' } = waiting;
  if (bundlePath !== undefined && ports.paths.get(signing.digest) === undefined)
    ports.paths.set(signing.digest, bundlePath);
  const statement = readStatementFile(waiting.statement);
  const read = await readSubject(signing.digest, ports);
  mustStillFit(read, statement, ports.crypto);
  const { decision, role, comment, confirmed } = statement.predicate;
  if (decision === 'prepare') throw new Error('a release that is prepared is finished elsewhere');
  const request = { digest: signing.digest, decision, role, comment, confirmed };
  mayDecide(read, request, signing.fingerprint);
  return finishDecision({ read, statement, signature, reason }, ports);
}

/** The statement names what was signed before; where that is not the last of the file any more, it is about another state. */
function mustStillFit({ bytes }: ReadSubject, statement: Statement, crypto: Crypto): void {
  const { decision, role, signer, claimedTime, comment, confirmed, auditHead } = statement.predicate;
  if (decision === 'prepare') throw new Error('a release that is prepared is finished elsewhere');
  const said = { role, signer, claimedTime, comment, confirmed, ...(auditHead !== null && { auditHead }) };
  const next = decisionStatement(bytes, decision, said, crypto);
  if (!equalBytes(statementBytes(next), statementBytes(statement)))
    throw new Refusal(
      'statement-stale',
      'The statement is not the next one of this bundle: it is about another bundle, or somebody signed in the meantime. Write the statement again and have it signed.',
    );
}

function mustBeBy(key: SshKey, { signing }: KeptPending, crypto: Crypto): void {
  const fingerprint = keyFingerprint(key, crypto);
  if (fingerprint === signing.fingerprint) return;
  throw new Refusal(
    'signature-other-key',
    `The signature was made with ${fingerprint}, and the statement is for ${signing.fingerprint}. Sign with the key of ${signing.signer}.`,
    { fingerprint, wanted: signing.fingerprint, signer: signing.signer },
  );
}

import { equalBytes } from '../../../shared/base/bytes.ts';
import { Refusal } from '../../../shared/base/failure.ts';
import { attachApproval } from '../../../shared/bundle/approvals.ts';
import { bundleExtension } from '../../../shared/bundle/names.ts';
import { checkText, type VerificationReport } from '../../../shared/bundle/report.ts';
import { statementBytes, type Statement } from '../../../shared/bundle/statement.ts';
import type { Trust } from '../../../shared/bundle/trust.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import type { DecisionOutcome } from '../../../shared/ipc/decision.ts';
import type { Receipt } from '../../../shared/ipc/seal-outcome.ts';
import type { WithdrawalEntry } from '../../../shared/ledger/ledger-entry.ts';
import type { Crypto } from '../../../shared/ports/crypto.ts';
import type { BundlePaths } from '../bundle-paths.ts';
import type { LastExport } from '../last-export.ts';
import type { DecisionStore } from '../ports/decision-store.ts';
import type { Dialogs } from '../ports/dialogs.ts';
import type { Files } from '../ports/files.ts';
import type { Ledger } from '../ports/ledger.ts';
import type { Journal } from '../ports/journal.ts';
import { chainCommands } from '../verify-commands.ts';
import { saveNotice } from './save-notice.ts';
import type { ReadSubject } from './read-subject.ts';

export interface FinishPorts {
  readonly files: Files;
  readonly dialogs: Dialogs;
  readonly crypto: Crypto;
  readonly decisions: DecisionStore;
  readonly journal: Journal;
  readonly lastExport: LastExport;
  readonly paths: BundlePaths;
  readonly ledger: Pick<Ledger, 'withdraw'>;
}

/** A statement about a bundle, with a signature that fits it. */
export interface SignedDecision {
  readonly read: ReadSubject;
  readonly statement: Statement;
  readonly signature: Uint8Array;
  /** Why a release is withdrawn. */
  readonly reason: WithdrawalEntry['reason'];
}

/** What becomes of a signed decision: a bundle with one more approval, or something in the safe. */
export function finishDecision(signed: SignedDecision, ports: FinishPorts): Promise<DecisionOutcome> {
  const { decision } = signed.statement.predicate;
  return decision === 'approve' ? approved(signed, ports) : objected(signed, ports);
}

async function approved(
  { read, statement, signature }: SignedDecision,
  ports: FinishPorts,
): Promise<DecisionOutcome> {
  const bytes = attachApproval(read.bytes, statement, signature);
  const outcome = mustHold(await verifyBundle(bytes, read.trust, ports.crypto), read.digest);
  const { releaseId, seq } = statement.predicate;
  const path = await chosenPath(`${releaseId}-${seq}${bundleExtension}`, read, ports);
  if (path === undefined) return { kind: 'cancelled' };
  await ports.files.write(path, bytes);
  const back = await ports.files.read(path, bytes.length);
  if (!equalBytes(back, bytes)) {
    const name = ports.files.name(path);
    const message = `${name} reads back differently from what was written. Export elsewhere.`;
    throw new Refusal('read-back-failed', message, { name });
  }
  mustHold(await verifyBundle(back, read.trust, ports.crypto), read.digest);
  ports.lastExport.set(path);
  ports.paths.set(read.digest, path);
  await note('release.approved', statement, ports);
  const receipt: Receipt = {
    path,
    releaseId,
    digest: read.digest,
    sizeBytes: bytes.length,
    outcome,
    commands: chainCommands(ports.files.name(path), signersOf(read, statement)),
  };
  return { kind: 'signed', receipt };
}

function signersOf({ trust, report }: ReadSubject, { predicate }: Statement): Trust['signers'] {
  const names = new Set([...report.signatures.map(({ signer }) => signer), predicate.signer]);
  return trust.signers.filter(({ ids }) => ids.some((id) => names.has(id)));
}

/** The path of a new file: the bundle that was given stays as it is. */
async function chosenPath(
  suggested: string,
  read: ReadSubject,
  { dialogs }: FinishPorts,
): Promise<string | undefined> {
  const chosen = await dialogs.saveFile('bundle', suggested);
  if (chosen === undefined) return undefined;
  const path = chosen.endsWith(bundleExtension)
    ? chosen
    : `${chosen.replace(/\.zip$/, '')}${bundleExtension}`;
  if (path === read.path)
    throw new Refusal(
      'same-file',
      `${read.fileName} is the bundle you were given and stays as it is. Choose another name.`,
      { name: read.fileName },
    );
  return path;
}

function mustHold(report: VerificationReport, digest: string): 'release' | 'prepared' {
  const { outcome } = report;
  const wrong = report.checks.find(({ ok, code }) => !ok && code !== 'E_APPROVALS');
  if ((outcome === 'release' || outcome === 'prepared') && report.releaseDigest === digest) return outcome;
  const reason = wrong === undefined ? outcome : checkText(wrong);
  throw new Refusal(
    'signature-not-held',
    `With this signature the bundle does not hold: ${reason} Nothing was written.`,
    { reason, code: wrong?.code ?? outcome },
  );
}

async function objected(
  { read, statement, signature, reason }: SignedDecision,
  ports: FinishPorts,
): Promise<DecisionOutcome> {
  const bytes = statementBytes(statement);
  if (statement.predicate.decision === 'reject') {
    const rejection = await ports.decisions.keep(bytes, signature);
    await note('release.rejected', statement, ports);
    return { kind: 'rejected', kept: rejection };
  }
  await ports.ledger.withdraw({ releaseDigest: read.digest, reason, statement: bytes, signature });
  const kept = await ports.decisions.keep(bytes, signature);
  await note('release.withdrawn', statement, ports);
  const notice = await saveNotice({ releaseId: read.contents.release.id, statement, signature }, ports);
  return { kind: 'withdrawn', kept, ...(notice !== undefined && { notice }) };
}

function note(event: string, { predicate, subject }: Statement, { journal }: FinishPorts): Promise<void> {
  const { role, signer } = predicate;
  return journal.record(event, { digest: subject[0].digest.sha256, role, actor: signer });
}

import { signBundle } from '../../../shared/bundle/approvals.ts';
import { checkText, type VerificationReport } from '../../../shared/bundle/report.ts';
import { inGroups } from '../../../shared/bundle/trust-root.ts';
import type { Role } from '../../../shared/bundle/statement.ts';
import { noTrust, type Trust } from '../../../shared/bundle/trust.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { Refusal } from '../../../shared/base/failure.ts';
import { type Approver, hindranceOfApprover } from '../../../shared/workflow/sign-off.ts';
import { auditedKeys } from '../../handlers/audited.ts';
import { hindered } from '../../handlers/decide/hindered.ts';
import type { JournalDetail } from '../../handlers/ports/journal.ts';
import { withIntent } from '../../handlers/with-intent.ts';
import { writeAtomic } from '../../node/atomic-file.ts';
import { nodeCrypto } from '../../node/crypto.ts';
import { readLocalFile } from '../../node/local-file.ts';
import { auditIn } from '../audit-here.ts';
import type { CommandOutcome } from '../outcome.ts';
import { keysHere } from '../signing-key.ts';
import { readBundle, readTrust } from './verify.ts';

const largestKeyFile = 1 << 16;
/** What a signer without a trust list may leave to the readers of the bundle. */
const leftToReaders: ReadonlySet<string | undefined> = new Set([
  'E_UNKNOWN_KEY',
  'E_APPROVALS',
  'E_UNSIGNED',
]);

/** Which bundle is signed, and where what happened is recorded. */
export interface ToSign {
  readonly path: string;
  /** Folder of the ledger: the audit log lies in it. */
  readonly ledger: string;
  /** By whose word one person is told from another; without it, names and keys are people. */
  readonly trustPath?: string | undefined;
}

/** What is signed, by whom and as what. */
export interface SaidByApprover extends ToSign {
  readonly role: Role;
  readonly id: string;
  /** UTC to the second, as the signer's clock says. */
  readonly claimedTime: string;
  readonly comment?: string;
}

/** The same, and with which key. */
export interface ApproveRequest extends SaidByApprover {
  readonly keyPath: string;
  readonly passphrase: string;
}

/** A bundle that may be signed, or why it may not. */
export type SignableBundle =
  | {
      readonly bundle: Uint8Array;
      readonly releaseDigest: string;
      /** Refuses `signer-prepared-it`, `signer-signed-before` and `signer-role-taken`: four eyes, as in the window. */
      readonly mayApprove: (approver: Approver) => void;
    }
  | { readonly refused: CommandOutcome };

/**
 * Reads and verifies a bundle for signing. What does not hold is never signed (exit code 1), except that keys need not be known
 * and approvals may be missing. Throws `Refusal` for files, and for a demo.
 */
export async function signableBundle({
  path,
  trustPath,
}: Pick<ToSign, 'path' | 'trustPath'>): Promise<SignableBundle> {
  const bundle = await readBundle(path);
  const trust = trustPath === undefined ? undefined : await readTrust(trustPath);
  const report = await verifyBundle(bundle, trust, nodeCrypto);
  const wrong = report.checks.filter(({ ok, code }) => !ok && !leftToReaders.has(code));
  if (wrong.length > 0) {
    const lines = wrong.map((check) => `${check.code ?? ''} ${checkText(check)}`);
    const text = `Not signed:\n${lines.join('\n')}\n`;
    return { refused: { exitCode: 1, json: { signed: false, wrong: lines }, text } };
  }
  if (report.demo) throw new Refusal('demo-signed', 'A demo is signed with the demo key and by nobody else.');
  return {
    bundle,
    releaseDigest: report.releaseDigest ?? '',
    mayApprove: (approver) => mayApprove(approver, report, trust),
  };
}

function mayApprove(
  approver: Approver,
  { signatures, contents }: VerificationReport,
  trust: Trust = noTrust,
): void {
  if (contents === undefined) throw new Error('a bundle that holds has contents');
  const { policy, release } = contents;
  const signed = { signatures, policy, trust, ledger: release.ledger };
  const hindrance = hindranceOfApprover(approver, signed, nodeCrypto);
  if (hindrance !== undefined) throw hindered(hindrance, approver.signer);
}

/**
 * Adds one signature to a bundle, in place, between two records of the audit log, whose head the statement names. Throws
 * `Refusal` for files, passphrase and order, and for whoever prepared or approved the release already.
 */
export async function approve(request: ApproveRequest): Promise<CommandOutcome> {
  const signable = await signableBundle(request);
  if ('refused' in signable) return signable.refused;
  const { role, id, claimedTime, comment = '' } = request;
  const keyFile = await readLocalFile(request.keyPath, largestKeyFile);
  const { fingerprint } = keysHere.describe(keyFile);
  signable.mayApprove({ signer: id, role, fingerprint });
  const { bundle, releaseDigest } = signable;
  const journal = auditIn(request.ledger);
  const keys = auditedKeys(keysHere, { journal, crypto: nodeCrypto });
  await withIntent(journal, 'decision.sign', signingDetail(releaseDigest, { role, id }, 'key'), async () => {
    const auditHead = await journal.head();
    const signer = await keys.unlock(keyFile, request.passphrase);
    const said = { role, signer: id, claimedTime, comment, auditHead };
    const signed = await signBundle(bundle, said, signer, nodeCrypto).finally(() => signer.close());
    await writeAtomic(request.path, signed);
    return signed;
  });
  return signedOutcome(id, role, fingerprint, releaseDigest);
}

/** What the audit log is told of a signature, in the words of the window. */
export function signingDetail(
  digest: string,
  { role, id }: Pick<SaidByApprover, 'role' | 'id'>,
  by: 'key' | 'elsewhere',
): JournalDetail {
  return { digest, actor: id, role, decisions: role === 'preparer' ? 'prepare' : 'approve', by };
}

/** What is told of a signature that was added. */
export function signedOutcome(id: string, role: Role, print: string, releaseDigest: string): CommandOutcome {
  return {
    exitCode: 0,
    json: { signed: true, signer: id, role, fingerprint: print, releaseDigest },
    text: `${id} signed as ${role} with ${print}\nrelease digest ${inGroups(releaseDigest)}\n`,
  };
}

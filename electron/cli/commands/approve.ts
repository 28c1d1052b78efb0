import { signBundle } from '../../../shared/bundle/approvals.ts';
import { checkText } from '../../../shared/bundle/report.ts';
import { fingerprint } from '../../../shared/bundle/ssh-key.ts';
import { inGroups } from '../../../shared/bundle/trust-root.ts';
import type { Role } from '../../../shared/bundle/statement.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { Refusal } from '../../../shared/base/failure.ts';
import { writeAtomic } from '../../node/atomic-file.ts';
import { nodeCrypto } from '../../node/crypto.ts';
import { parseKeyFile, unlockKey } from '../../node/key-file.ts';
import { readLocalFile } from '../../node/local-file.ts';
import type { CommandOutcome } from '../outcome.ts';
import { readBundle } from './verify.ts';

const largestKeyFile = 1 << 16;
/** What a signer without a trust list may leave to the readers of the bundle. */
const leftToReaders: ReadonlySet<string | undefined> = new Set([
  'E_UNKNOWN_KEY',
  'E_APPROVALS',
  'E_UNSIGNED',
]);

/** What is signed, by whom and as what. */
export interface SaidByApprover {
  readonly path: string;
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
  { readonly bundle: Uint8Array; readonly releaseDigest: string } | { readonly refused: CommandOutcome };

/**
 * Reads and verifies a bundle for signing. What does not hold is never signed (exit code 1), except that keys need not be known
 * and approvals may be missing. Throws `Refusal` for files, and for a demo.
 */
export async function signableBundle(path: string): Promise<SignableBundle> {
  const bundle = await readBundle(path);
  const report = await verifyBundle(bundle, undefined, nodeCrypto);
  const wrong = report.checks.filter(({ ok, code }) => !ok && !leftToReaders.has(code));
  if (wrong.length > 0) {
    const lines = wrong.map((check) => `${check.code ?? ''} ${checkText(check)}`);
    const text = `Not signed:\n${lines.join('\n')}\n`;
    return { refused: { exitCode: 1, json: { signed: false, wrong: lines }, text } };
  }
  if (report.demo) throw new Refusal('demo-signed', 'A demo is signed with the demo key and by nobody else.');
  return { bundle, releaseDigest: report.releaseDigest ?? '' };
}

/** Adds one signature to a bundle, in place. Throws `Refusal` for files, passphrase and order. */
export async function approve(request: ApproveRequest): Promise<CommandOutcome> {
  const signable = await signableBundle(request.path);
  if ('refused' in signable) return signable.refused;
  const signer = await unlockKey(
    parseKeyFile(await readLocalFile(request.keyPath, largestKeyFile)),
    request.passphrase,
  );
  const { role, id, claimedTime, comment = '' } = request;
  const said = { role, signer: id, claimedTime, comment };
  const signed = await signBundle(signable.bundle, said, signer, nodeCrypto);
  await writeAtomic(request.path, signed);
  const print = fingerprint(signer.publicKey, nodeCrypto);
  return signedOutcome(id, role, print, signable.releaseDigest);
}

/** What is told of a signature that was added. */
export function signedOutcome(id: string, role: Role, print: string, releaseDigest: string): CommandOutcome {
  return {
    exitCode: 0,
    json: { signed: true, signer: id, role, fingerprint: print, releaseDigest },
    text: `${id} signed as ${role} with ${print}\nrelease digest ${inGroups(releaseDigest)}\n`,
  };
}

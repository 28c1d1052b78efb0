import { signBundle } from '../../../shared/bundle/approvals.ts';
import { checkText } from '../../../shared/bundle/report.ts';
import { fingerprint } from '../../../shared/bundle/ssh-key.ts';
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

/** Who signs what, with which key. */
export interface ApproveRequest {
  readonly path: string;
  readonly keyPath: string;
  readonly passphrase: string;
  readonly role: Role;
  readonly id: string;
  /** UTC to the second, as the signer's clock says. */
  readonly claimedTime: string;
  readonly comment?: string;
}

/**
 * Adds one signature to a bundle, in place. The bundle is verified first: what does not hold is never signed (exit code 1),
 * except that keys need not be known and approvals may be missing. Throws `Refusal` for files, passphrase and order.
 */
export async function approve(request: ApproveRequest): Promise<CommandOutcome> {
  const bundle = await readBundle(request.path);
  const report = await verifyBundle(bundle, undefined, nodeCrypto);
  const wrong = report.checks.filter(({ ok, code }) => !ok && !leftToReaders.has(code));
  if (wrong.length > 0) {
    const lines = wrong.map((check) => `${check.code ?? ''} ${checkText(check)}`);
    return { exitCode: 1, json: { signed: false, wrong: lines }, text: `Not signed:\n${lines.join('\n')}\n` };
  }
  if (report.demo) throw new Refusal('demo-signed', 'A demo is signed with the demo key and by nobody else.');
  const signer = await unlockKey(
    parseKeyFile(await readLocalFile(request.keyPath, largestKeyFile)),
    request.passphrase,
  );
  const { role, id, claimedTime, comment = '' } = request;
  const signed = await signBundle(bundle, { role, signer: id, claimedTime, comment }, signer, nodeCrypto);
  await writeAtomic(request.path, signed);
  const print = fingerprint(signer.publicKey, nodeCrypto);
  const digest = report.releaseDigest ?? '';
  return {
    exitCode: 0,
    json: { signed: true, signer: id, role, fingerprint: print, releaseDigest: digest },
    text: `${id} signed as ${role} with ${print}\nrelease digest ${digest.match(/.{8}/g)?.join(' ') ?? ''}\n`,
  };
}

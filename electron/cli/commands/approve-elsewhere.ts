import { toHex } from '../../../shared/base/hex.ts';
import { statementFor } from '../../../shared/bundle/approvals.ts';
import { attachExternalSignature, readStatementFile } from '../../../shared/bundle/external-signature.ts';
import { approvalNamespace } from '../../../shared/bundle/names.ts';
import { keyFingerprint } from '../../../shared/bundle/ssh-key.ts';
import { statementBytes } from '../../../shared/bundle/statement.ts';
import { inGroups } from '../../../shared/bundle/trust-root.ts';
import { writeAtomic } from '../../node/atomic-file.ts';
import { nodeCrypto } from '../../node/crypto.ts';
import { readLocalFile } from '../../node/local-file.ts';
import type { CommandOutcome } from '../outcome.ts';
import { type SaidByApprover, signableBundle, signedOutcome } from './approve.ts';

const smallFile = 1 << 16;

/** `approve --statement-out`: the exact bytes to sign, their digest, and the command that signs them. */
export async function writeStatement(
  request: SaidByApprover & { readonly out: string },
): Promise<CommandOutcome> {
  const signable = await signableBundle(request.path);
  if ('refused' in signable) return signable.refused;
  const { role, id, claimedTime, comment = '', out } = request;
  const statement = statementFor(signable.bundle, { role, signer: id, claimedTime, comment }, nodeCrypto);
  const bytes = statementBytes(statement);
  await writeAtomic(out, bytes);
  const sha256 = toHex(nodeCrypto.sha256(bytes));
  const command = `ssh-keygen -Y sign -f KEY -n ${approvalNamespace} ${out}`;
  return {
    exitCode: 0,
    json: { written: out, sha256, command, releaseDigest: signable.releaseDigest },
    text: `Sign ${out} where the key is (its SHA-256 is ${inGroups(sha256)}):\n  ${command}\nBring ${out}.sig back, then: approve ${request.path} --signature ${out}.sig\n`,
  };
}

/** `approve --signature`: adds a signature made elsewhere. Throws `Refusal` as `attachExternalSignature`. */
export async function approveWithSignature(paths: {
  readonly path: string;
  readonly signature: string;
  readonly statement: string;
}): Promise<CommandOutcome> {
  const signable = await signableBundle(paths.path);
  if ('refused' in signable) return signable.refused;
  const statement = readStatementFile(await readLocalFile(paths.statement, smallFile));
  const signature = await readLocalFile(paths.signature, smallFile);
  const signed = attachExternalSignature(signable.bundle, statement, signature, nodeCrypto);
  await writeAtomic(paths.path, signed.bundle);
  const { signer, role } = statement.predicate;
  return signedOutcome(signer, role, keyFingerprint(signed.key, nodeCrypto), signable.releaseDigest);
}

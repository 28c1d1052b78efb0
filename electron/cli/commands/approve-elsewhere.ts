import { toHex } from '../../../shared/base/hex.ts';
import { statementFor } from '../../../shared/bundle/approvals.ts';
import { attachExternalSignature, readStatementFile } from '../../../shared/bundle/external-signature.ts';
import { approvalNamespace } from '../../../shared/bundle/names.ts';
import { keyFingerprint } from '../../../shared/bundle/ssh-key.ts';
import { statementBytes } from '../../../shared/bundle/statement.ts';
import { inGroups } from '../../../shared/bundle/trust-root.ts';
import { withIntent } from '../../handlers/with-intent.ts';
import { writeAtomic } from '../../node/atomic-file.ts';
import { nodeCrypto } from '../../node/crypto.ts';
import { readLocalFile } from '../../node/local-file.ts';
import { auditIn } from '../audit-here.ts';
import type { CommandOutcome } from '../outcome.ts';
import { type SaidByApprover, signableBundle, signedOutcome, signingDetail, type ToSign } from './approve.ts';

const smallFile = 1 << 16;

/** `approve --statement-out`: the exact bytes to sign, their digest, and the command that signs them. */
export async function writeStatement(
  request: SaidByApprover & { readonly out: string },
): Promise<CommandOutcome> {
  const signable = await signableBundle(request);
  if ('refused' in signable) return signable.refused;
  const { role, id, claimedTime, comment = '', out } = request;
  signable.mayApprove({ signer: id, role });
  const journal = auditIn(request.ledger);
  const auditHead = await journal.head();
  const said = { role, signer: id, claimedTime, comment, auditHead };
  const bytes = statementBytes(statementFor(signable.bundle, said, nodeCrypto));
  const detail = signingDetail(signable.releaseDigest, request, 'elsewhere');
  await withIntent(journal, 'statement.write', detail, async () => {
    await writeAtomic(out, bytes);
    return bytes;
  });
  const sha256 = toHex(nodeCrypto.sha256(bytes));
  const command = `ssh-keygen -Y sign -f KEY -n ${approvalNamespace} ${out}`;
  return {
    exitCode: 0,
    json: { written: out, sha256, command, releaseDigest: signable.releaseDigest },
    text: `Sign ${out} where the key is (its SHA-256 is ${inGroups(sha256)}):\n  ${command}\nBring ${out}.sig back, then: approve ${request.path} --signature ${out}.sig\n`,
  };
}

/**
 * `approve --signature`: adds a signature made elsewhere. Throws `Refusal` as `attachExternalSignature`, and for whoever prepared
 * or approved the release already.
 */
export async function approveWithSignature(
  paths: ToSign & { readonly signature: string; readonly statement: string },
): Promise<CommandOutcome> {
  const signable = await signableBundle(paths);
  if ('refused' in signable) return signable.refused;
  const statement = readStatementFile(await readLocalFile(paths.statement, smallFile));
  const signature = await readLocalFile(paths.signature, smallFile);
  const signed = attachExternalSignature(signable.bundle, statement, signature, nodeCrypto);
  const { signer: id, role } = statement.predicate;
  const fingerprint = keyFingerprint(signed.key, nodeCrypto);
  signable.mayApprove({ signer: id, role, fingerprint });
  const detail = signingDetail(signable.releaseDigest, { role, id }, 'elsewhere');
  await withIntent(auditIn(paths.ledger), 'decision.sign', detail, async () => {
    await writeAtomic(paths.path, signed.bundle);
    return signed;
  });
  return signedOutcome(id, role, fingerprint, signable.releaseDigest);
}

import { Refusal } from '../../../shared/base/failure.ts';
import { trustNamespace } from '../../../shared/bundle/names.ts';
import { isSameKey, keyFingerprint, type SshKey } from '../../../shared/bundle/ssh-key.ts';
import { signWithSsh } from '../../../shared/bundle/ssh-signature.ts';
import { trustListFromDraft } from '../../../shared/bundle/trust-draft.ts';
import {
  maximumTrustListBytes,
  readTrustListFile,
  trustSignatureKey,
  withTrustSignature,
} from '../../../shared/bundle/trust-list-file.ts';
import { listedKey, type TrustList, trustListBytes } from '../../../shared/bundle/trust-list.ts';
import { inGroups, rootFingerprint, rootSignatures } from '../../../shared/bundle/trust-root.ts';
import { writeAtomic } from '../../node/atomic-file.ts';
import { nodeCrypto } from '../../node/crypto.ts';
import { parseKeyFile, unlockKey } from '../../node/key-file.ts';
import { readLocalFile } from '../../node/local-file.ts';
import type { CommandOutcome } from '../outcome.ts';

const smallFile = 1 << 16;

/** Where a key is and its passphrase. */
export interface RootKeyFile {
  readonly path: string;
  readonly passphrase: string;
}

/** `trust init`: a draft as a list that is ready to be signed. An existing file is never replaced by one that nobody signed. */
export async function initTrustList(draft: string, out: string): Promise<CommandOutcome> {
  const list = trustListFromDraft(await readLocalFile(draft, maximumTrustListBytes), nodeCrypto);
  const isThere = await readLocalFile(out, maximumTrustListBytes).then(
    () => true,
    () => false,
  );
  if (isThere)
    throw new Refusal('file-exists', `${out} is there already. Choose another name.`, { path: out });
  await writeAtomic(out, trustListBytes(list));
  return told(list, [], `Written: ${out}. Have it signed by ${list.rootThreshold} root keys: trust sign.`);
}

/** `trust sign --key`: signs with a key file of this application. */
export async function signTrustList(path: string, key: RootKeyFile): Promise<CommandOutcome> {
  const { bytes } = readTrustListFile(await readLocalFile(path, maximumTrustListBytes), nodeCrypto);
  const file = parseKeyFile(await readLocalFile(key.path, smallFile));
  const signer = await unlockKey(file, key.passphrase);
  return addSignature(path, await signWithSsh(trustNamespace, bytes, signer, nodeCrypto));
}

/** `trust sign --signature`: adds a signature that `ssh-keygen -Y sign` made. */
export async function attachTrustSignature(path: string, signaturePath: string): Promise<CommandOutcome> {
  return addSignature(path, await readLocalFile(signaturePath, smallFile));
}

/** `trust sign --bytes-out`: the exact bytes a root key held elsewhere signs, and the command that does it. */
export async function trustListToSign(path: string, out: string): Promise<CommandOutcome> {
  const { list, bytes, signedBy } = readTrustListFile(
    await readLocalFile(path, maximumTrustListBytes),
    nodeCrypto,
  );
  await writeAtomic(out, bytes);
  const command = `ssh-keygen -Y sign -f KEY -n ${trustNamespace} ${out}`;
  const text = `Sign ${out} where the root key is, bring ${out}.sig back, then: trust sign ${path} --signature ${out}.sig\n  ${command}`;
  return told(list, signedBy, text, { command, written: out });
}

async function addSignature(path: string, signature: Uint8Array): Promise<CommandOutcome> {
  const before = await readLocalFile(path, maximumTrustListBytes);
  const after = withTrustSignature(before, signature, nodeCrypto);
  const { list, bytes, signedBy } = readTrustListFile(after, nodeCrypto);
  const key = trustSignatureKey(bytes, signature, nodeCrypto);
  await writeAtomic(path, after);
  const isRoot = list.rootKeys.some((line) => isSameKey(listedKey(line, 'rootKeys'), key));
  const note = isRoot
    ? ''
    : ' It is no root key of this list: it counts only where a list is held that names it.';
  return told(list, signedBy, `Signed with ${keyFingerprint(key, nodeCrypto)}.${note}`);
}

function told(
  list: TrustList,
  signedBy: readonly SshKey[],
  first: string,
  more: Readonly<Record<string, string>> = {},
): CommandOutcome {
  const { origin, version, rootThreshold } = list;
  const fingerprint = rootFingerprint(list, nodeCrypto);
  const signed = rootSignatures(list, signedBy);
  return {
    exitCode: 0,
    json: { origin, version, rootThreshold, signed, fingerprint, ...more },
    text: `${first}\n${origin}, version ${version}: signed by ${signed} of ${rootThreshold} root keys\nfingerprint of the root keys ${inGroups(fingerprint)}\n`,
  };
}

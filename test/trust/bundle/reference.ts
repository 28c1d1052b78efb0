import { nodeCrypto } from '../../../electron/node/crypto.ts';
import type { Trust } from '../../../shared/bundle/trust.ts';
import { readZip } from '../../../shared/bundle/zip-read.ts';
import type { Crypto } from '../../../shared/ports/crypto.ts';
import { sealedAt, signedBy } from '../../support/listed-release.ts';
import { trustIn } from '../../support/policy-attacks/attack.ts';
import { smallRecipe } from '../../support/small-bundle.ts';

/**
 * The smallest bundle that has a file of every kind: one table, three signatures, a ledger. Most of its bytes are the two sealed reports,
 * the schemas and the texts, which every bundle carries.
 */
export function referenceBundle(): Promise<Uint8Array> {
  return signedBy(sealedAt(0, { recipe: { ...smallRecipe, products: ['frequency'] } }));
}

/** What its reader knows: signers, ledger key, two approvals. */
export const referenceTrust: Trust = trustIn();

/** For every byte of an archive, the name of the file whose data it is; `undefined` for the archive around the files. */
export function ownersOf(bytes: Uint8Array): readonly (string | undefined)[] {
  const owners: (string | undefined)[] = Array.from({ length: bytes.length });
  const zip = readZip(bytes);
  if (!zip.ok) throw new Error(zip.fault.what);
  for (const [name, data] of zip.files) owners.fill(name, data.byteOffset, data.byteOffset + data.length);
  return owners;
}

/** One of these codes must be among those of a change inside the data of `name`. */
export function codesInside(name: string | undefined): readonly string[] {
  if (name === undefined) return ['E_CONTAINER'];
  if (name.endsWith('.sig')) return ['E_SIGNATURE'];
  if (name.startsWith('approvals/')) return ['E_SIGNATURE', 'E_STATEMENT', 'E_SUBJECT'];
  if (name.startsWith('ledger/')) return ['E_LEDGER', 'E_LEDGER_KEY'];
  if (name === 'tagmanifest-sha256.txt') return ['E_SUBJECT'];
  return ['E_DIGEST'];
}

/**
 * The machine's crypto, which answers the same question about a signature from memory: of half a million changed bundles all but a few
 * bear signatures that did not change.
 */
export function rememberingCrypto(): Crypto {
  const answers = new Map<string, boolean>();
  const verify: Crypto['verify'] = (publicKey, message, signature) => {
    const question = Buffer.concat([publicKey, message, signature]).toString('latin1');
    const known = answers.get(question);
    if (known !== undefined) return known;
    if (answers.size >= 1000) answers.clear();
    const answer = nodeCrypto.verify(publicKey, message, signature);
    answers.set(question, answer);
    return answer;
  };
  return { ...nodeCrypto, verify };
}

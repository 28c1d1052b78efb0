import { Refusal } from '../../shared/base/failure.ts';
import { fingerprint } from '../../shared/bundle/ssh-key.ts';
import type { Keys } from '../handlers/ports/keys.ts';
import type { SigningKey } from '../handlers/sign-release.ts';
import { nodeCrypto } from '../node/crypto.ts';
import { createKeyFile, keyFileBytes, parseKeyFile, publicKeyOf, unlockKey } from '../node/key-file.ts';
import { readLocalFile } from '../node/local-file.ts';

const maximumBytes = 64 * 1024;

/** A key named on the command line with the passphrase that opens it; the demo key needs none. */
export interface KeyToSign {
  readonly key: SigningKey;
  readonly passphrase: string;
}

/** Key files in this process: by the time it signs, the process that saw raw rows has ended. */
export const keysHere: Keys = {
  describe: (bytes) => {
    const file = parseKeyFile(bytes);
    const publicKey = publicKeyOf(file);
    return { label: file.label, fingerprint: fingerprint(publicKey, nodeCrypto), publicKey };
  },
  create: async (label, passphrase) =>
    keyFileBytes(await createKeyFile(label, passphrase, new Date().toISOString().slice(0, 10))),
  unlock: async (bytes, passphrase) => ({
    ...(await unlockKey(parseKeyFile(bytes), passphrase)),
    close: () => undefined,
  }),
};

/** Reads `--key` and `--passphrase-file` and tries the passphrase at once, so that nothing is counted in vain. */
export async function keyToSign(
  keyPath: string | undefined,
  passphrasePath: string | undefined,
): Promise<KeyToSign> {
  if (keyPath === undefined || passphrasePath === undefined)
    throw new Refusal(
      'bad-option',
      'Signing needs --key FILE and --passphrase-file FILE; make a key with keygen.',
      {
        option: 'key',
      },
    );
  const keyFile = await readLocalFile(keyPath, maximumBytes);
  const text = new TextDecoder().decode(await readLocalFile(passphrasePath, maximumBytes));
  const passphrase = text.replace(/\r?\n$/, '');
  await keysHere.unlock(keyFile, passphrase);
  return { key: { kind: 'chosen', info: keysHere.describe(keyFile), keyFile }, passphrase };
}

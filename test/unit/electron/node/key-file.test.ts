import { beforeAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import {
  createKeyFile,
  type KeyFile,
  keyFileBytes,
  parseKeyFile,
  publicKeyOf,
  unlockKey,
} from '../../../../electron/node/key-file.ts';
import { utf8 } from '../../../../shared/base/bytes.ts';

const passphrase = 'correct horse battery';
let file: KeyFile;
beforeAll(async () => {
  file = await createKeyFile('Otto', passphrase, '2026-05-21');
});

describe('a key file', () => {
  it('opens with its passphrase and signs as the key it names', async () => {
    const signer = await unlockKey(parseKeyFile(keyFileBytes(file)), passphrase);
    expect(signer.publicKey).toEqual(publicKeyOf(file));
    const message = utf8('message');
    expect(nodeCrypto.verify(signer.publicKey, message, await signer.sign(message))).toBe(true);
    expect(nodeCrypto.verify(signer.publicKey, utf8('other'), await signer.sign(message))).toBe(false);
  });

  it.each<[string, Partial<KeyFile>]>([
    ['a wrong passphrase', {}],
    ['another label', { label: 'Petra' }],
    ['another day', { created: '2026-05-22' }],
    ['another public key', { pub: Buffer.alloc(32, 7).toString('base64') }],
    ['another ciphertext', { ct: Buffer.alloc(48, 7).toString('base64') }],
  ])('does not open with %s', async (name, change) => {
    const words = name === 'a wrong passphrase' ? `${passphrase}!` : passphrase;
    await expect(unlockKey({ ...file, ...change }, words)).rejects.toMatchObject({
      failure: { code: 'wrong-passphrase' },
    });
  });

  it.each([2 ** 16, 2 ** 17 + 1, 2 ** 21, 131_073.5])('refuses a cost of %d before it works', (N) => {
    const bytes = utf8(JSON.stringify({ ...file, kdf: { ...file.kdf, N } }));
    expect(() => parseKeyFile(bytes)).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'not-a-key-file' }) }),
    );
  });

  it('refuses text that is no key file', () => {
    expect(() => parseKeyFile(utf8('ssh-ed25519 AAAA'))).toThrow(/key file/);
    expect(() => parseKeyFile(utf8(`{"v":1,${JSON.stringify(file).slice(1)}`))).toThrow(/stands twice/);
  });

  it('takes no NUL at the end of a passphrase for the passphrase, though scrypt does', async () => {
    await expect(unlockKey(file, `${passphrase}\0`)).rejects.toMatchObject({
      failure: { code: 'wrong-passphrase' },
    });
    await expect(createKeyFile('x', `${passphrase}\0`, '2026-05-21')).rejects.toMatchObject({
      failure: { code: 'passphrase-nul' },
    });
  });

  it('is not made with a weak passphrase', async () => {
    await expect(createKeyFile('x', 'thirteen char', '2026-05-21')).rejects.toMatchObject({
      failure: { code: 'weak-passphrase' },
    });
  });
});

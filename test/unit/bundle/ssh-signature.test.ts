import { p256 } from '@noble/curves/nist.js';
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { concatBytes, utf8 } from '../../../shared/base/bytes.ts';
import { ed25519Key, keyLine, p256Key, readKeyBlob, readKeyLine } from '../../../shared/bundle/ssh-key.ts';
import { fitsMessage, readSshSignature, type SshSignature } from '../../../shared/bundle/ssh-signature.ts';
import { isSoundKey } from '../../../shared/bundle/ssh-sound-key.ts';
import { readPositive, readSshStrings, sshPositive, sshString } from '../../../shared/bundle/ssh-wire.ts';
import { withLargerS } from '../../support/forged-signatures.ts';
import { cardKey, fileKey, signatureBy, type SoftwareKey, tokenKey } from '../../support/software-keys.ts';

const message = utf8('a statement\n');
const keys: readonly SoftwareKey[] = [fileKey('kim'), tokenKey('kim'), cardKey('kim')];
const accepted = (bytes: Uint8Array): SshSignature | undefined => {
  const read = readSshSignature(bytes);
  return read !== undefined && fitsMessage(read, message, nodeCrypto) ? read : undefined;
};

const twice = (value: SshSignature): SshSignature => ({ ...value, signature: withLargerS(value.signature) });

describe('a signature file', () => {
  it.each(keys.map((made) => [made.key.type, made] as const))(
    'of %s bears no flipped bit',
    async (_type, made) => {
      const good = await signatureBy(made, message);
      expect(accepted(good)).toBeDefined();
      const wrong: number[] = [];
      for (let bit = 0; bit < 8 * good.length; bit += 1) {
        const flipped = good.with(bit >> 3, (good[bit >> 3] ?? 0) ^ (1 << (bit & 7)));
        if (accepted(flipped) !== undefined) wrong.push(bit);
      }
      expect(wrong).toEqual([]);
    },
  );

  it.each(keys.map((made) => [made.key.type, made] as const))('of %s is not cut', async (_type, made) => {
    const good = await signatureBy(made, message);
    for (let length = 0; length < good.length; length += 1)
      expect(readSshSignature(good.subarray(0, length))).toBeUndefined();
  });

  it('by a card may have either s, and says who signed in both', async () => {
    const { key, sign } = cardKey('kim');
    const halves = [0, 1].map((high) => ({
      key,
      sign: async (bytes: Uint8Array) => {
        const s = p256.Signature.fromBytes(await sign(bytes));
        const other = new p256.Signature(s.r, p256.Point.Fn.neg(s.s));
        return (s.hasHighS() ? [other, s] : [s, other])[high]?.toBytes() ?? new Uint8Array();
      },
    }));
    const [low, high] = await Promise.all(halves.map((half) => signatureBy(half, message)));
    expect(low).not.toEqual(high);
    for (const file of [low, high]) expect(accepted(file ?? message)?.key).toEqual(key);
  });

  it('has one form only where a library would accept two', async () => {
    for (const made of [fileKey('kim'), tokenKey('kim')])
      expect(readSshSignature(await signatureBy(made, message, { change: twice }))).toBeUndefined();
  });
});

describe('keys', () => {
  it.each(keys.map(({ key }) => [key.type, key] as const))(
    'of %s come back from their line',
    (_type, key) => {
      expect(readKeyLine(keyLine(key, 'kim@example.org'))).toEqual(key);
      expect(isSoundKey(key)).toBe(true);
      expect(readKeyBlob(concatBytes([key.blob, sshString('more')]))).toBeUndefined();
      for (let length = 0; length < key.blob.length; length += 1)
        expect(readKeyBlob(key.blob.subarray(0, length))).toBeUndefined();
    },
  );

  it('are not read under the name of another type', () => {
    const [, coded] = keyLine(fileKey('kim').key, '').split(' ');
    expect(readKeyLine(`ecdsa-sha2-nistp256 ${coded}`)).toBeUndefined();
    expect(readKeyBlob(tokenKey('kim', 'https://example.org').key.blob)).toBeUndefined();
  });

  it('on P-256 lie on the curve', () => {
    const { point } = cardKey('kim').key;
    expect(isSoundKey(p256Key(point.with(64, (point[64] ?? 0) ^ 1)))).toBe(false);
    expect(isSoundKey(p256Key(Uint8Array.of(4, ...new Uint8Array(64))))).toBe(false);
    const prime = Buffer.from('ffffffff00000001000000000000000000000000ffffffffffffffffffffffff', 'hex');
    expect(isSoundKey(p256Key(concatBytes([Uint8Array.of(4), prime, point.subarray(33)])))).toBe(false);
    expect(isSoundKey(ed25519Key(new Uint8Array(32)))).toBe(false);
  });
});

describe('SSH numbers', () => {
  it.each<[readonly number[], readonly number[]]>([
    [[0, 0], []],
    [[0, 1], [1]],
    [
      [0, 0x80],
      [0, 0x80],
    ],
    [
      [0x12, 0x34],
      [0x12, 0x34],
    ],
  ])('%j is written as %j', (number, written) => {
    const bytes = Uint8Array.from(number);
    expect(readSshStrings(sshPositive(bytes))?.map((one) => [...one])).toEqual([[...written]]);
    expect(readPositive(Uint8Array.from(written), 2)).toEqual(bytes);
    expect(readPositive(Uint8Array.of(1, 0, 0), 2)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { signerFromSeed } from '../../../electron/node/signer.ts';
import { fromBase64 } from '../../../shared/base/base64.ts';
import { fromUtf8, utf8 } from '../../../shared/base/bytes.ts';
import { toHex } from '../../../shared/base/hex.ts';
import { checkpointText, readCheckpoint, signCheckpoint } from '../../../shared/checkpoint/checkpoint.ts';
import { cosign, cosignaturesOf } from '../../../shared/checkpoint/cosignature.ts';
import { readLeaves, writeLeaves } from '../../../shared/checkpoint/leaves-file.ts';
import {
  isSignedBy,
  keyKinds,
  noteKeyId,
  readNote,
  writeNote,
} from '../../../shared/checkpoint/signed-note.ts';

/** The example of Go's package golang.org/x/mod/sumdb/note. */
const goNote = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;
const goKey = 'ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';

const signer = signerFromSeed(new Uint8Array(32).fill(9));
const other = signerFromSeed(new Uint8Array(32).fill(8));
const checkpoint = { origin: 'freigabe.0123456789abcdef', size: 3, root: new Uint8Array(32).fill(7) };

describe('a signed note', () => {
  it('is read and verified as Go documents it', () => {
    const key = fromBase64(goKey) ?? new Uint8Array();
    expect(key[0]).toBe(keyKinds.note);
    const publicKey = key.subarray(1);
    expect(toHex(noteKeyId('PeterNeumann', keyKinds.note, publicKey, nodeCrypto))).toBe('c74f20a3');
    const note = readNote(utf8(goNote));
    if (note === undefined) throw new Error('the example does not read');
    expect(isSignedBy(note, 'PeterNeumann', publicKey, nodeCrypto)).toBe(true);
    expect(isSignedBy({ ...note, text: `${note.text}x\n` }, 'PeterNeumann', publicKey, nodeCrypto)).toBe(
      false,
    );
    expect(fromUtf8(writeNote(note))).toBe(goNote);
  });

  it.each([
    ['no signature', 'text\n\n'],
    ['no text', '— a AAAAAAA=\n'],
    ['a carriage return', goNote.replace('problem,\n', 'problem,\r\n')],
    ['a tab', goNote.replace('problem,', 'problem\t,')],
    ['no last line feed', goNote.slice(0, -1)],
    ['two spaces', goNote.replace('— PeterNeumann ', '— PeterNeumann  ')],
    ['a hyphen for the dash', goNote.replace('—', '-')],
    ['a name with a plus', goNote.replace('PeterNeumann', 'Peter+Neumann')],
    ['base64 in another spelling', goNote.replace('nAM=', 'nAN=')],
    ['a signature of four bytes', goNote.replace(/x08.*\n/, 'x08gow==\n')],
    ['one line that is no signature', `${goNote}more\n`],
    ['seventeen signatures', goNote + (goNote.split('\n').at(-2) ?? '').concat('\n').repeat(16)],
  ])('with %s is none', (_what, text) => {
    expect(readNote(utf8(text))).toBeUndefined();
  });
});

describe('a checkpoint', () => {
  it('comes back from its note, and only its key verifies it', async () => {
    const bytes = await signCheckpoint(checkpoint, signer, nodeCrypto);
    const read = readCheckpoint(bytes);
    expect(read?.checkpoint).toEqual(checkpoint);
    if (read === undefined) return;
    expect(isSignedBy(read.note, checkpoint.origin, signer.publicKey, nodeCrypto)).toBe(true);
    expect(isSignedBy(read.note, checkpoint.origin, other.publicKey, nodeCrypto)).toBe(false);
    expect(isSignedBy(read.note, 'freigabe.other', signer.publicKey, nodeCrypto)).toBe(false);
  });

  it.each([
    ['a size with a zero before it', (text: string) => text.replace('\n3\n', '\n03\n')],
    ['a negative size', (text: string) => text.replace('\n3\n', '\n-3\n')],
    ['a size beyond whole numbers', (text: string) => text.replace('\n3\n', '\n9007199254740993\n')],
    ['an extension line', (text: string) => `${text}more\n`],
    ['a short root', (text: string) => text.replace('BwcH', '')],
    ['capitals in its origin', (text: string) => text.replace('freigabe', 'Freigabe')],
  ])('with %s is none', (_what, change) => {
    const changed = change(checkpointText(checkpoint));
    expect(changed).not.toBe(checkpointText(checkpoint));
    const signatures = [{ name: 'a', keyId: new Uint8Array(4), signature: new Uint8Array(64) }];
    expect(readCheckpoint(writeNote({ text: changed, signatures }))).toBeUndefined();
  });
});

describe('a receipt', () => {
  it('proves that the witness saw this checkpoint at this time', async () => {
    const read = readCheckpoint(await signCheckpoint(checkpoint, signer, nodeCrypto));
    if (read === undefined) throw new Error('the checkpoint does not read');
    const time = 1_795_600_000;
    const receipt = await cosign(checkpoint, { name: 'regulator.example', signer: other }, time, nodeCrypto);
    expect(receipt.signature.length).toBe(72);
    const back = readCheckpoint(writeNote({ ...read.note, signatures: [...read.note.signatures, receipt] }));
    if (back === undefined) throw new Error('the note does not read');
    const seenBy = (name: string, key: Uint8Array, at = back) =>
      cosignaturesOf(at, name, key, nodeCrypto).map((one) => one.time);
    expect(seenBy('regulator.example', other.publicKey)).toEqual([time]);
    expect(seenBy('regulator.example', signer.publicKey)).toEqual([]);
    expect(seenBy('another.example', other.publicKey)).toEqual([]);
    const grown = { ...back, checkpoint: { ...checkpoint, size: 4 } };
    expect(seenBy('regulator.example', other.publicKey, grown)).toEqual([]);
    expect(isSignedBy(back.note, checkpoint.origin, signer.publicKey, nodeCrypto)).toBe(true);
  });

  it('signs exactly the bytes that C2SP names', async () => {
    const seen: string[] = [];
    const recording = {
      publicKey: other.publicKey,
      sign: (bytes: Uint8Array) => (seen.push(fromUtf8(bytes) ?? ''), Promise.resolve(new Uint8Array(64))),
    };
    const receipt = await cosign(checkpoint, { name: 'w', signer: recording }, 258, nodeCrypto);
    expect(seen).toEqual([`cosignature/v1\ntime 258\n${checkpointText(checkpoint)}`]);
    expect([...receipt.signature.subarray(0, 8)]).toEqual([0, 0, 0, 0, 0, 0, 1, 2]);
  });
});

describe('a list of leaves', () => {
  const leaves = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(0xab)];
  const text = fromUtf8(writeLeaves(leaves)) ?? '';

  it('comes back from its file', () => {
    expect(readLeaves(writeLeaves(leaves))).toEqual(leaves);
    expect(readLeaves(new Uint8Array())).toEqual([]);
  });

  it.each([
    text.slice(0, -1),
    text.toUpperCase(),
    `${text}\n`,
    text.replaceAll('\n', '\r\n'),
    text.replace('01', '0g'),
  ])('is refused in any other form (%#)', (changed) => {
    expect(readLeaves(utf8(changed))).toBeUndefined();
  });
});

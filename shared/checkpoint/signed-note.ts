import { fromBase64, toBase64 } from '../base/base64.ts';
import { concatBytes, fromUtf8, utf8 } from '../base/bytes.ts';
import type { Crypto } from '../ports/crypto.ts';

/** One signature line of a note: who, by which key, and the bytes behind the key id. */
export interface NoteSignature {
  readonly name: string;
  /** 4 bytes. */
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

/** A signed note (C2SP signed-note): text that ends in a line feed, and at least one signature. */
export interface SignedNote {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** What a key signs: a whole note, or, as a witness, that it saw a checkpoint (C2SP tlog-cosignature). */
export const keyKinds = { note: 0x01, cosignature: 0x04 } as const;

const keyName = /^[^\s+\p{Cc}]{1,200}$/u;
const signatureLine = /^— ([^ ]+) ([A-Za-z0-9+/]+={0,2})$/;
/** Most signature lines a note may bear. */
const mostSignatures = 16;
const longestNote = 1_000_000;

/** Key id: the first 4 bytes of SHA-256 over the name, a line feed, the kind of key and the public key. A hint and no proof. */
export function noteKeyId(
  name: string,
  kind: number,
  publicKey: Uint8Array,
  crypto: Pick<Crypto, 'sha256'>,
): Uint8Array {
  const digest = crypto.sha256(concatBytes([utf8(`${name}\n`), Uint8Array.of(kind), publicKey]));
  return Uint8Array.from(digest.subarray(0, 4));
}

/** The one way to write a note. Throws where the text does not end in a line feed or a name is no key name. */
export function writeNote({ text, signatures }: SignedNote): Uint8Array {
  if (!isNoteText(text) || signatures.length === 0) throw new Error('this cannot be signed as a note');
  const lines = signatures.map(({ name, keyId, signature }) => {
    if (!keyName.test(name)) throw new Error('this is no name of a note key');
    return `— ${name} ${toBase64(concatBytes([keyId, signature]))}\n`;
  });
  return utf8(`${text}\n${lines.join('')}`);
}

/** Reads a note in its one canonical form; `undefined` for any other bytes. No signature is checked. */
export function readNote(bytes: Uint8Array): SignedNote | undefined {
  const whole = bytes.length > longestNote ? undefined : fromUtf8(bytes);
  const split = whole?.lastIndexOf('\n\n') ?? -1;
  if (whole === undefined || split < 0 || !whole.endsWith('\n')) return undefined;
  const text = whole.slice(0, split + 1);
  const lines = whole.slice(split + 2, -1).split('\n');
  const signatures = lines.flatMap(signatureIn);
  if (!isNoteText(text) || signatures.length !== lines.length || lines.length > mostSignatures)
    return undefined;
  return { text, signatures };
}

/** Whether one of the note's signatures of `name` is by `publicKey` (Ed25519, 32 bytes). */
export function isSignedBy(note: SignedNote, name: string, publicKey: Uint8Array, crypto: Crypto): boolean {
  const id = noteKeyId(name, keyKinds.note, publicKey, crypto).join();
  return note.signatures.some(
    (one) =>
      one.name === name &&
      one.keyId.join() === id &&
      crypto.verify(publicKey, utf8(note.text), one.signature),
  );
}

function isNoteText(text: string): boolean {
  return text.endsWith('\n') && !/[\p{Surrogate}]|[^\P{Cc}\n]/u.test(text);
}

function signatureIn(line: string): readonly NoteSignature[] {
  const [, name = '', coded = ''] = signatureLine.exec(line) ?? [];
  const bytes = fromBase64(coded);
  if (!keyName.test(name) || bytes === undefined || bytes.length < 5 || toBase64(bytes) !== coded) return [];
  return [{ name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) }];
}

import { fromBase64, toBase64 } from '../base/base64.ts';
import { utf8 } from '../base/bytes.ts';
import type { Crypto, Signer } from '../ports/crypto.ts';
import { keyKinds, noteKeyId, readNote, type SignedNote, writeNote } from './signed-note.ts';

/** What a ledger says of itself at one moment (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Name of the ledger; its keys sign under it. */
  readonly origin: string;
  /** Number of leaves. */
  readonly size: number;
  /** Merkle root over them, 32 bytes. */
  readonly root: Uint8Array;
}

const body = /^([a-z0-9][a-z0-9./-]{0,99})\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n$/;

/** Origin, size and base64 of the root, one a line. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Reads what `checkpointText` writes; `undefined` for anything else, extension lines among it. */
export function readCheckpointText(text: string): Checkpoint | undefined {
  const [, origin = '', size = '', coded = ''] = body.exec(text) ?? [];
  const root = fromBase64(coded);
  if (root?.length !== 32 || toBase64(root) !== coded) return undefined;
  return { origin, size: Number(size), root };
}

/** A checkpoint as a note, signed under its origin by the key of the ledger. */
export async function signCheckpoint(
  checkpoint: Checkpoint,
  signer: Signer,
  crypto: Crypto,
): Promise<Uint8Array> {
  const text = checkpointText(checkpoint);
  const { origin } = checkpoint;
  const keyId = noteKeyId(origin, keyKinds.note, signer.publicKey, crypto);
  const signature = await signer.sign(utf8(text));
  return writeNote({ text, signatures: [{ name: origin, keyId, signature }] });
}

/** Reads a checkpoint in its one canonical form; `undefined` for other bytes. No signature is checked. */
export function readCheckpoint(
  bytes: Uint8Array,
): { readonly checkpoint: Checkpoint; readonly note: SignedNote } | undefined {
  const note = readNote(bytes);
  const checkpoint = note && readCheckpointText(note.text);
  return note && checkpoint && { checkpoint, note };
}

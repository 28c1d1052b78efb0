import { concatBytes, utf8 } from '../base/bytes.ts';
import type { Crypto, Signer } from '../ports/crypto.ts';
import { checkpointText, type Checkpoint } from './checkpoint.ts';
import { keyKinds, noteKeyId, type NoteSignature, type SignedNote } from './signed-note.ts';

/** A witness's word that it saw a checkpoint, and when by its clock. */
export interface Cosignature {
  /** Seconds since 1970 UTC. */
  readonly time: number;
  readonly signature: NoteSignature;
}

/** The witness: the name it signs under and its key. */
export interface Witness {
  readonly name: string;
  readonly signer: Signer;
}

/**
 * A receipt (C2SP tlog-cosignature, `cosignature/v1`): what is signed is the line `cosignature/v1`, the line `time N` and the text of the
 * checkpoint; what is written is the time as 8 bytes, highest first, and the signature. `time` is a whole number of seconds.
 */
export async function cosign(
  checkpoint: Checkpoint,
  { name, signer }: Witness,
  time: number,
  crypto: Crypto,
): Promise<NoteSignature> {
  const keyId = noteKeyId(name, keyKinds.cosignature, signer.publicKey, crypto);
  const signature = await signer.sign(cosignedBytes(checkpoint, time));
  return { name, keyId, signature: concatBytes([timeBytes(time), signature]) };
}

/** The receipts of `name` on a note that `publicKey` made for this checkpoint. */
export function cosignaturesOf(
  { note, checkpoint }: { readonly note: SignedNote; readonly checkpoint: Checkpoint },
  name: string,
  publicKey: Uint8Array,
  crypto: Crypto,
): readonly Cosignature[] {
  const id = noteKeyId(name, keyKinds.cosignature, publicKey, crypto).join();
  return note.signatures
    .filter((one) => one.name === name && one.keyId.join() === id && one.signature.length === 72)
    .map((signature) => ({ time: timeOf(signature.signature), signature }))
    .filter(({ time, signature }) =>
      crypto.verify(publicKey, cosignedBytes(checkpoint, time), signature.signature.subarray(8)),
    );
}

function cosignedBytes(checkpoint: Checkpoint, time: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${time}\n${checkpointText(checkpoint)}`);
}

function timeBytes(time: number): Uint8Array {
  if (!Number.isSafeInteger(time) || time < 0) throw new Error('a receipt needs a whole number of seconds');
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(time));
  return bytes;
}

function timeOf(bytes: Uint8Array): number {
  return Number(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0));
}

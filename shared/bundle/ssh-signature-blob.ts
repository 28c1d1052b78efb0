import { concatBytes, fromUtf8 } from '../base/bytes.ts';
import { toHex } from '../base/hex.ts';
import type { KeyType } from './ssh-key.ts';
import { readPositive, readSshStrings, sshNumber, sshPositive, sshString } from './ssh-wire.ts';

/** What a security key signs besides the message: whether somebody touched it (bit 0) and proved who they are (bit 2), and a count. */
export interface Touch {
  readonly flags: number;
  readonly counter: number;
}

/** The numbers of a signature. */
export interface SignatureValue {
  /** 64 bytes: R and S of Ed25519 (RFC 8032), or r and s of ECDSA, big-endian. */
  readonly signature: Uint8Array;
  /** There for security keys, and for no others. */
  readonly touch?: Touch;
}

/** Order of Ed25519's prime group and of P-256's, big-endian: the numbers of a signature lie below it. */
const ed25519Order = '1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed';
const p256Order = 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551';
const zero = '0'.repeat(64);

/** The innermost part of an SSHSIG for a key of `type`. */
export function writeSignatureBlob(type: KeyType, { signature, touch }: SignatureValue): Uint8Array {
  if (type === 'ecdsa-sha2-nistp256') {
    const numbers = [sshPositive(signature.subarray(0, 32)), sshPositive(signature.subarray(32))];
    return concatBytes([sshString(type), sshString(concatBytes(numbers))]);
  }
  const plain = [sshString(type), sshString(signature)];
  if (type === 'ssh-ed25519') return concatBytes(plain);
  return concatBytes([...plain, Uint8Array.of(touch?.flags ?? 0), sshNumber(touch?.counter ?? 0)]);
}

/**
 * The numbers of a signature by a key of `type`, `undefined` where they are out of range: S of Ed25519 at or above the order
 * (a second form of the same signature), r or s of ECDSA zero or at or above it. An ECDSA signature's s may lie in the upper
 * half: ssh-keygen and security tokens write it as it comes.
 */
export function readSignatureBlob(type: KeyType, blob: Uint8Array): SignatureValue | undefined {
  if (type === 'sk-ssh-ed25519@openssh.com') return readTouched(type, blob);
  const value = readNamed(type, blob);
  if (value === undefined) return undefined;
  return type === 'ecdsa-sha2-nistp256' ? readEcdsa(value) : readEd25519(value);
}

/** Signature, flags in one byte and counter in four. */
function readTouched(type: KeyType, blob: Uint8Array): SignatureValue | undefined {
  const end = Math.max(0, blob.length - 5);
  const value = readNamed(type, blob.subarray(0, end));
  const read = value === undefined ? undefined : readEd25519(value);
  if (read === undefined) return undefined;
  const said = new DataView(blob.buffer, blob.byteOffset + end, 5);
  return { ...read, touch: { flags: said.getUint8(0), counter: said.getUint32(1) } };
}

function readNamed(type: KeyType, blob: Uint8Array): Uint8Array | undefined {
  const [name, value] = readSshStrings(blob) ?? [];
  return name !== undefined && fromUtf8(name) === type ? value : undefined;
}

function readEd25519(value: Uint8Array): SignatureValue | undefined {
  const fits = value.length === 64 && toHex(value.subarray(32).toReversed()) < ed25519Order;
  return fits ? { signature: value } : undefined;
}

function readEcdsa(value: Uint8Array): SignatureValue | undefined {
  const numbers = (readSshStrings(value) ?? []).map((number) => readPositive(number, 32));
  const [r, s] = numbers;
  if (r === undefined || s === undefined || numbers.length > 2) return undefined;
  const fit = [toHex(r), toHex(s)].every((number) => number > zero && number < p256Order);
  return fit ? { signature: concatBytes([r, s]) } : undefined;
}

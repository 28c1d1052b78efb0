import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { toBase64 } from '../base/base64.ts';
import { equalBytes } from '../base/bytes.ts';
import type { SshKey } from './ssh-key.ts';

/** What was found of the keys asked about before: the same few sign bundle after bundle, and finding out takes a millisecond. */
const judged = new Map<string, boolean>();
const mostJudged = 1000;

/** Whether a key can identify anybody: see `isSoundPublicKey` for Ed25519; a P-256 key must be a point of its curve. */
export function isSoundKey(key: SshKey): boolean {
  const name = toBase64(key.blob);
  const before = judged.get(name);
  if (before !== undefined) return before;
  const sound = key.type === 'ecdsa-sha2-nistp256' ? isOnP256(key.point) : isSoundPublicKey(key.point);
  if (judged.size >= mostJudged) judged.clear();
  judged.set(name, sound);
  return sound;
}

/**
 * Whether an Ed25519 key of 32 bytes can identify anybody: a canonical point of the prime-order group. Libraries accept
 * trivial signatures under the small-order keys, so those never count.
 */
export function isSoundPublicKey(publicKey: Uint8Array): boolean {
  try {
    const point = ed25519.Point.fromBytes(publicKey, false);
    return equalBytes(point.toBytes(), publicKey) && !point.isSmallOrder() && point.isTorsionFree();
  } catch {
    return false;
  }
}

function isOnP256(point: Uint8Array): boolean {
  try {
    const read = p256.Point.fromBytes(point);
    read.assertValidity();
    return equalBytes(read.toBytes(false), point);
  } catch {
    return false;
  }
}

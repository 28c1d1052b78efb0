import { ed25519 } from '@noble/curves/ed25519.js';
import { equalBytes, utf8 } from '../base/bytes.ts';
import type { Signer } from '../ports/crypto.ts';
import type { SshKey } from './ssh-key.ts';

/** The secret half of the demo key. It is public on purpose: whoever reads this can sign demos, and nothing else. */
const demoSeed = utf8('Freigabe demo key proves nothing');
/** Who signs demos. */
export const demoSignerId = 'demo@freigabe.example';

/** Public half of the demo key, 32 bytes. No trust list may hold it. */
export const demoPublicKey: Uint8Array = ed25519.getPublicKey(demoSeed);

/** Signs with the demo key; what it signs verifies as DEMO and never as a release. */
export const demoSigner: Signer = {
  publicKey: demoPublicKey,
  sign: (message) => Promise.resolve(ed25519.sign(message, demoSeed)),
};

/** Whether `key` is the demo key, of whatever type. */
export function isDemoKey(key: SshKey): boolean {
  return equalBytes(key.point, demoPublicKey);
}

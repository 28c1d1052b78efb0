import { randomBytes } from 'node:crypto';
import { chmod, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { fromBase64, toBase64 } from '../../shared/base/base64.ts';
import { canonicalJsonFile, parseCanonicalJsonFile } from '../../shared/base/canonical-json.ts';
import { Refusal } from '../../shared/base/failure.ts';
import { toHex } from '../../shared/base/hex.ts';
import type { Signer } from '../../shared/ports/crypto.ts';
import { writeAtomic } from './atomic-file.ts';
import { nodeCrypto } from './crypto.ts';
import { codeOf } from './error-code.ts';
import { signerFromSeed } from './signer.ts';

const KeyFile = z.strictObject({
  v: z.literal(1),
  /** `freigabe.` and the first 16 hexadecimal digits of the SHA-256 of the first public key; keeps when the key is changed. */
  origin: z.string().regex(/^freigabe\.[0-9a-f]{16}$/),
  /** Base64 of the 32-byte Ed25519 seed. */
  seed: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  /** Public keys this ledger had before, hexadecimal, oldest first. */
  before: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
});
type KeyFile = z.infer<typeof KeyFile>;

/** The key that signs checkpoints, the ledger's name, and the public keys it had before. */
export interface LedgerKey {
  readonly origin: string;
  readonly signer: Signer;
  readonly before: readonly string[];
}

/** Reads the key in `file`, `undefined` where there is none. Refuses `ledger-key` for anything else than a key. */
export async function readLedgerKey(file: string): Promise<LedgerKey | undefined> {
  const key = await readKeyFile(file);
  return key && { origin: key.origin, signer: signerOf(key), before: key.before };
}

/** Makes a key with a new origin in `file`, readable by its owner only. */
export async function createLedgerKey(file: string): Promise<LedgerKey> {
  const seed = new Uint8Array(randomBytes(32));
  const { publicKey } = signerFromSeed(seed);
  const origin = `freigabe.${toHex(nodeCrypto.sha256(publicKey)).slice(0, 16)}`;
  return writeKey(file, { v: 1, origin, seed: toBase64(seed), before: [] });
}

/** Puts a new key in the place of the old one; the origin stays and the old public key is kept. */
export async function rotateLedgerKey(file: string): Promise<LedgerKey> {
  const key = await readKeyFile(file);
  if (key === undefined) throw unfit(file, 'ENOENT');
  const old = toHex(signerOf(key).publicKey);
  const seed = toBase64(new Uint8Array(randomBytes(32)));
  return writeKey(file, { ...key, seed, before: [...key.before, old] });
}

/** What is said of a ledger that has entries and no key. */
export function missingKey(file: string): Refusal {
  return unfit(file, 'ENOENT');
}

async function writeKey(file: string, key: KeyFile): Promise<LedgerKey> {
  await writeAtomic(file, canonicalJsonFile(key));
  const back = await readLedgerKey(file);
  if (back === undefined) throw unfit(file, 'ENOENT');
  return back;
}

async function readKeyFile(file: string): Promise<KeyFile | undefined> {
  const bytes = await readFile(file).catch((error: unknown) => {
    const code = codeOf(error);
    if (code === 'ENOENT') return undefined;
    throw unfit(file, code);
  });
  if (bytes === undefined) return undefined;
  const json = parseCanonicalJsonFile(new Uint8Array(bytes));
  const key = KeyFile.safeParse(json.ok ? json.value : undefined).data;
  if (key === undefined) throw unfit(file, 'form');
  if (process.platform !== 'win32') await chmod(file, 0o600);
  return key;
}

function signerOf({ seed }: KeyFile): Signer {
  return signerFromSeed(fromBase64(seed) ?? new Uint8Array(32));
}

function unfit(file: string, reason: string): Refusal {
  return new Refusal(
    'ledger-key',
    `The key of the ledger, ${file}, is missing or cannot be read (${reason}). Put it back from a copy of the folder; nothing can be released without it.`,
    { file, reason },
  );
}

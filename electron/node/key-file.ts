import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { fromBase64, toBase64 } from '../../shared/base/base64.ts';
import { concatBytes, equalBytes, fromUtf8, utf8 } from '../../shared/base/bytes.ts';
import { canonicalJson, canonicalJsonFile } from '../../shared/base/canonical-json.ts';
import { Refusal } from '../../shared/base/failure.ts';
import { parseStrictJson } from '../../shared/base/strict-json.ts';
import type { Signer } from '../../shared/ports/crypto.ts';
import { hasNul, refuseWeakPassphrase } from './passphrase.ts';
import { signerFromSeed } from './signer.ts';

const scryptAsync = promisify<string, Uint8Array, number, object, Buffer>(scrypt);
const lowestCost = 2 ** 17;
const highestCost = 2 ** 20;
const tagLength = 16;

function isPowerOfTwo(value: number): boolean {
  return (value & (value - 1)) === 0;
}

function base64Of(length: number): z.ZodType<string> {
  return z
    .string()
    .refine((text) => fromBase64(text)?.length === length, { error: `not ${length} bytes in base64` });
}

/**
 * A locked Ed25519 key: the seed under AES-256-GCM with a key made by scrypt from the passphrase. Everything but `ct` is
 * authenticated with it, so that no parameter can be changed. `N` is a power of two from 2^17 to 2^20: less is too cheap to guess,
 * more lets a file stop the machine, and of other numbers scrypt knows nothing.
 */
export const KeyFile = z.strictObject({
  v: z.literal(1),
  type: z.literal('freigabe-key'),
  alg: z.literal('ed25519'),
  pub: base64Of(32),
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    N: z.int().min(lowestCost).max(highestCost).refine(isPowerOfTwo, { error: 'not a power of two' }),
    r: z.literal(8),
    p: z.literal(1),
    salt: base64Of(16),
  }),
  aead: z.literal('aes-256-gcm'),
  nonce: base64Of(12),
  ct: base64Of(32 + tagLength),
  label: z.string().min(1).max(200),
  created: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
});
export type KeyFile = z.infer<typeof KeyFile>;

/**
 * A new key, locked with `passphrase`. `created` is a day, `YYYY-MM-DD`. Throws `Refusal` `weak-passphrase` and `passphrase-nul`. Takes about half
 * a second and 128 MiB.
 */
export async function createKeyFile(label: string, passphrase: string, created: string): Promise<KeyFile> {
  refuseWeakPassphrase(passphrase);
  const seed = randomBytes(32);
  const open: Omit<KeyFile, 'ct'> = {
    v: 1,
    type: 'freigabe-key',
    alg: 'ed25519',
    pub: toBase64(signerFromSeed(seed).publicKey),
    kdf: { name: 'scrypt', N: lowestCost, r: 8, p: 1, salt: toBase64(randomBytes(16)) },
    aead: 'aes-256-gcm',
    nonce: toBase64(randomBytes(12)),
    label,
    created,
  };
  const key = await derive(passphrase, open.kdf);
  const cipher = createCipheriv('aes-256-gcm', key, bytesOf(open.nonce)).setAAD(utf8(canonicalJson(open)));
  const ct = toBase64(concatBytes([cipher.update(seed), cipher.final(), cipher.getAuthTag()]));
  seed.fill(0);
  key.fill(0);
  return { ...open, ct };
}

/** The bytes of a key file. */
export function keyFileBytes(file: KeyFile): Uint8Array {
  return canonicalJsonFile(file);
}

/** Reads a key file; throws `Refusal` `not-a-key-file` with the first thing that is wrong. */
export function parseKeyFile(bytes: Uint8Array): KeyFile {
  const json = parseStrictJson(fromUtf8(bytes) ?? '');
  if (!json.ok) throw notAKeyFile(json.reason);
  const file = KeyFile.safeParse(json.value);
  if (file.success) return file.data;
  const [issue] = file.error.issues;
  throw notAKeyFile(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

/** Opens a key file. Throws `Refusal` `wrong-passphrase`, also when the file was changed: the two cannot be told apart. */
export async function unlockKey(file: KeyFile, passphrase: string): Promise<Signer> {
  const { ct, ...open } = file;
  const sealed = bytesOf(ct);
  if (hasNul(passphrase)) throw wrongPassphrase(file);
  const key = await derive(passphrase, file.kdf);
  const decipher = createDecipheriv('aes-256-gcm', key, bytesOf(file.nonce), { authTagLength: tagLength })
    .setAAD(utf8(canonicalJson(open)))
    .setAuthTag(sealed.subarray(-tagLength));
  key.fill(0);
  let seed: Buffer;
  try {
    seed = Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()]);
  } catch {
    throw wrongPassphrase(file);
  }
  const signer = signerFromSeed(seed);
  seed.fill(0);
  if (!equalBytes(signer.publicKey, bytesOf(file.pub)))
    throw notAKeyFile('its public half belongs to another key');
  return signer;
}

/** The public half of a locked key, 32 bytes. */
export function publicKeyOf(file: KeyFile): Uint8Array {
  return bytesOf(file.pub);
}

function derive(passphrase: string, { N, r, p, salt }: KeyFile['kdf']): Promise<Buffer> {
  return scryptAsync(passphrase.normalize('NFC'), bytesOf(salt), 32, { N, r, p, maxmem: 256 * N * r });
}

function wrongPassphrase({ label }: KeyFile): Refusal {
  return new Refusal(
    'wrong-passphrase',
    `The key "${label}" did not open: the passphrase is wrong, or the key file was changed.`,
    { label },
  );
}

function bytesOf(base64: string): Uint8Array {
  return fromBase64(base64) ?? new Uint8Array();
}

function notAKeyFile(reason: string): Refusal {
  return new Refusal(
    'not-a-key-file',
    `This is not a key file: ${reason}. Choose the .key.json file that "keygen" wrote.`,
    {
      reason,
    },
  );
}

import {
  createCipheriv,
  createHash,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  getCiphers,
  scryptSync,
  sign,
  verify,
} from 'node:crypto';

/** Tells, as JSON on the standard output, what the crypto library of the running Node or Electron can do. */
const probes: Readonly<Record<string, () => unknown>> = {
  sha256: () => createHash('sha256').update('').digest(),
  sha512: () => createHash('sha512').update('').digest(),
  blake2b512: () => createHash('blake2b512').update('').digest(),
  'sha3-256': () => createHash('sha3-256').update('').digest(),
  ed25519: () => roundTrip(null, generateKeyPairSync('ed25519')),
  'ecdsa-p256': () => roundTrip('sha256', generateKeyPairSync('ec', { namedCurve: 'prime256v1' })),
  'ecdsa-brainpool': () => roundTrip('sha256', generateKeyPairSync('ec', { namedCurve: 'brainpoolP256r1' })),
  x25519: () => {
    const { publicKey, privateKey } = generateKeyPairSync('x25519');
    return diffieHellman({ publicKey, privateKey });
  },
  'scrypt-2^17': () => scryptSync('passphrase', 'salt', 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 }),
  'aes-256-gcm': () => createCipheriv('aes-256-gcm', new Uint8Array(32), new Uint8Array(12)).final(),
  'chacha20-poly1305-listed': () => must(getCiphers().includes('chacha20-poly1305')),
  'accepts-a-trivial-signature-of-the-identity-key': () =>
    must(verifies(identityKey, Buffer.concat([identityKey, Buffer.alloc(32)]))),
  'accepts-s-plus-order': () => must(acceptsSecondForm()),
};

/** The neutral point of edwards25519: x = 0, y = 1. */
const identityKey = Buffer.concat([Buffer.of(1), Buffer.alloc(31)]);
const order = 2n ** 252n + 27742317777372353535851937790883648493n;

function must(holds: boolean): void {
  if (!holds) throw new Error('it does not');
}

function roundTrip(hash: string | null, keys: ReturnType<typeof generateKeyPairSync>): void {
  const { publicKey, privateKey } = keys as unknown as {
    readonly publicKey: Parameters<typeof verify>[2];
    readonly privateKey: Parameters<typeof sign>[2];
  };
  const message = Buffer.from('message');
  must(verify(hash, message, publicKey, sign(hash, message, privateKey)));
}

function verifies(key: Buffer, signature: Buffer, message = Buffer.from('message')): boolean {
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key]);
  return verify(null, message, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
}

/** Whether a signature with the group order added to S, which says the same, is taken too. */
function acceptsSecondForm(): boolean {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const signature = sign(null, Buffer.from('message'), privateKey);
  const s = BigInt(`0x${Buffer.from(signature.subarray(32).toReversed()).toString('hex')}`) + order;
  const second = Buffer.from(s.toString(16).padStart(64, '0'), 'hex').toReversed();
  signature.set(second, 32);
  return verify(null, Buffer.from('message'), publicKey, signature);
}

const found = Object.entries(probes).map(([name, probe]) => {
  try {
    probe();
    return [name, true] as const;
  } catch {
    return [name, false] as const;
  }
});
const { node, electron = '', openssl } = process.versions as Record<string, string | undefined>;
process.stdout.write(JSON.stringify({ node, electron, openssl, found: Object.fromEntries(found) }));

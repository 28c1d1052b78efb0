/** Digests and signatures, by the machine's own library. All arguments and results are raw bytes. */
export interface Crypto {
  readonly sha256: (bytes: Uint8Array) => Uint8Array;
  readonly sha512: (bytes: Uint8Array) => Uint8Array;
  /** Ed25519 as RFC 8032, `publicKey` 32 bytes, `signature` 64. Never throws: a malformed key or signature is false. */
  readonly verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
  /**
   * ECDSA over P-256 with SHA-256 (FIPS 186-5): `point` uncompressed, 65 bytes, `signature` r and s of 32 bytes each,
   * big-endian. Never throws: a malformed point or signature is false.
   */
  readonly verifyP256: (point: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
}

/** Signs with one unlocked Ed25519 key. */
export interface Signer {
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
}

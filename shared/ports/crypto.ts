/** Digests and signatures, by the machine's own library. All arguments and results are raw bytes. */
export interface Crypto {
  readonly sha256: (bytes: Uint8Array) => Uint8Array;
  readonly sha512: (bytes: Uint8Array) => Uint8Array;
  /** Ed25519 as RFC 8032, `publicKey` 32 bytes, `signature` 64. Never throws: a malformed key or signature is false. */
  readonly verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
}

/** Signs with one unlocked Ed25519 key. */
export interface Signer {
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
}

import { concatBytes, utf8 } from '../base/bytes.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import type { Crypto } from '../ports/crypto.ts';
import { leafHash } from './merkle-tree.ts';

const context = utf8('freigabe-leaf-v1\n');

/** One entry of a ledger as others see it: what happened to which release. `sequence` is its own place, from 0. */
export interface LedgerLeaf {
  readonly kind: 'release' | 'withdrawal';
  /** 64 hexadecimal digits. */
  readonly releaseDigest: string;
  readonly releaseId: string;
  readonly sequence: number;
}

/** SHA-256 of a zero byte, `freigabe-leaf-v1`, a line feed and the canonical JSON (RFC 8785) of exactly these four fields. */
export function ledgerLeafHash(leaf: LedgerLeaf, crypto: Pick<Crypto, 'sha256'>): Uint8Array {
  const { kind, releaseDigest, releaseId, sequence } = leaf;
  const json = canonicalJson({ kind, releaseDigest, releaseId, sequence });
  return leafHash(concatBytes([context, utf8(json)]), crypto);
}

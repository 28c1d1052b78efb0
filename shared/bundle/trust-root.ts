import { concatBytes, utf8 } from '../base/bytes.ts';
import { canonicalJsonFile } from '../base/canonical-json.ts';
import { toHex } from '../base/hex.ts';
import type { Crypto } from '../ports/crypto.ts';
import { isSameKey, type SshKey } from './ssh-key.ts';
import { listedKey, type TrustList } from './trust-list.ts';

/**
 * What people compare before they believe a publisher's first list: SHA-256 over the line `freigabe-root-v1` and the canonical
 * JSON of `rootKeys`, sorted, and `rootThreshold`, in 64 hexadecimal digits. Everything else in a list may change without it.
 */
export function rootFingerprint({ rootKeys, rootThreshold }: TrustList, crypto: Crypto): string {
  const root = canonicalJsonFile({ rootKeys: rootKeys.toSorted(), rootThreshold });
  return toHex(crypto.sha256(concatBytes([utf8('freigabe-root-v1\n'), root])));
}

/** 64 hexadecimal digits as they are printed: 8 groups of 8. */
export function inGroups(digest: string): string {
  return digest.match(/.{8}/g)?.join(' ') ?? '';
}

/** The digits somebody typed, however they grouped them. */
export function withoutGroups(typed: string): string {
  return typed.replaceAll(/\s/g, '').toLowerCase();
}

/** How many distinct root keys of `list` are among `signedBy`. */
export function rootSignatures({ rootKeys }: TrustList, signedBy: readonly SshKey[]): number {
  return rootKeys.filter((line) => signedBy.some((key) => isSameKey(key, listedKey(line, 'rootKeys'))))
    .length;
}

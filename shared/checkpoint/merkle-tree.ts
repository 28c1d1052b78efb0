import { concatBytes } from '../base/bytes.ts';
import type { Crypto } from '../ports/crypto.ts';

type Digests = Pick<Crypto, 'sha256'>;
const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

/** The hash of a leaf: SHA-256 of a zero byte and `data` (RFC 9162, section 2.1.1). */
export function leafHash(data: Uint8Array, crypto: Digests): Uint8Array {
  return crypto.sha256(concatBytes([leafMark, data]));
}

/**
 * The root over leaf hashes, oldest first (RFC 9162, section 2.1.1; the same as RFC 6962): SHA-256 of nothing for none, else of a one byte and
 * the roots of the largest power of two of them and of the rest. Takes one step a leaf and memory for one hash a level.
 */
export function treeRoot(leaves: readonly Uint8Array[], crypto: Digests): Uint8Array {
  const whole: { readonly size: number; readonly root: Uint8Array }[] = [];
  const join = (): void => {
    const right = whole.pop();
    const left = whole.pop();
    if (left === undefined || right === undefined) throw new Error('a tree was joined without two halves');
    const root = crypto.sha256(concatBytes([nodeMark, left.root, right.root]));
    whole.push({ size: left.size + right.size, root });
  };
  for (const root of leaves) {
    whole.push({ size: 1, root });
    while (whole.at(-1)?.size === whole.at(-2)?.size) join();
  }
  while (whole.length > 1) join();
  return whole[0]?.root ?? crypto.sha256(new Uint8Array());
}

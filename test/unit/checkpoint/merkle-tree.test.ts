import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { concatBytes } from '../../../shared/base/bytes.ts';
import { fromHex, toHex } from '../../../shared/base/hex.ts';
import { leafHash, treeRoot } from '../../../shared/checkpoint/merkle-tree.ts';

/** The leaves of the test vectors of Certificate Transparency (RFC 6962), and the roots over the first 0 to 8 of them. */
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((data) => leafHash(fromHex(data) ?? new Uint8Array(), nodeCrypto));
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** Section 2.1 of RFC 6962 word for word, slowly. */
function slowRoot(hashes: readonly Uint8Array[]): Uint8Array {
  const [only] = hashes;
  if (only === undefined) return nodeCrypto.sha256(new Uint8Array());
  if (hashes.length === 1) return only;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  const halves = [slowRoot(hashes.slice(0, split)), slowRoot(hashes.slice(split))];
  return nodeCrypto.sha256(concatBytes([Uint8Array.of(1), ...halves]));
}

describe('the root over leaves', () => {
  it.each(roots.map((root, size) => ({ root, size })))(
    'is the known one over $size leaves',
    ({ root, size }) => {
      expect(toHex(treeRoot(leaves.slice(0, size), nodeCrypto))).toBe(root);
    },
  );

  it('is what the definition gives, for any number of leaves', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 70 }), (hashes) => {
        expect(toHex(treeRoot(hashes, nodeCrypto))).toBe(toHex(slowRoot(hashes)));
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});

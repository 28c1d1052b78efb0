import { fromUtf8, utf8 } from '../base/bytes.ts';
import { fromHex, toHex } from '../base/hex.ts';

/** Most leaves a file may list: beyond that a ledger needs proofs, and not its leaves (`README.md`). */
export const mostLeaves = 100_000;

/** `leaves.txt`: one leaf hash a line, 64 hexadecimal digits and a line feed, oldest first. */
export function writeLeaves(leaves: readonly Uint8Array[]): Uint8Array {
  return utf8(leaves.map((leaf) => `${toHex(leaf)}\n`).join(''));
}

/** Reads what `writeLeaves` writes and nothing else; `undefined` for any other bytes. */
export function readLeaves(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  if (bytes.length % 65 !== 0 || bytes.length > 65 * mostLeaves) return undefined;
  const text = fromUtf8(bytes);
  if (text === undefined || !/^(?:[0-9a-f]{64}\n)*$/.test(text)) return undefined;
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => fromHex(line) ?? new Uint8Array());
}

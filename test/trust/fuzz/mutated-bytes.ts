import { concatBytes, utf8 } from '../../../shared/base/bytes.ts';

type Draw = (below: number) => number;

const tokens = [
  '{',
  '}',
  '[',
  ']',
  '"',
  '\\',
  '\\u0000',
  '\\ud800',
  ':',
  ',',
  '\n',
  '\r\n',
  '\0',
  '=',
  '-',
  '—',
  ' ',
  '  ',
  '/',
  '..',
  '__proto__',
  '1e999',
  '9007199254740993',
  '-0',
  'null',
  'PK\u0001\u0002',
  'PK\u0003\u0004',
  'PK\u0005\u0006',
  'SSHSIG',
  '\uFEFF',
  '-----BEGIN SSH SIGNATURE-----',
  '-----END SSH SIGNATURE-----',
  'ssh-ed25519',
  'AAAA',
  '['.repeat(300),
  '"a":'.repeat(50),
].map(utf8);

type Step = (bytes: Uint8Array, draw: Draw, other: Uint8Array) => Uint8Array;

const steps: readonly Step[] = [
  (bytes, draw) => replaced(bytes, draw(bytes.length + 1), 0, Uint8Array.of(draw(256))),
  (bytes, draw) => replaced(bytes, draw(bytes.length + 1), 1, Uint8Array.of(draw(256))),
  (bytes, draw) =>
    replaced(
      bytes,
      draw(bytes.length + 1),
      1,
      Uint8Array.of((bytes[draw(bytes.length + 1)] ?? 0) ^ (1 << draw(8))),
    ),
  (bytes, draw) => replaced(bytes, draw(bytes.length + 1), draw(8), new Uint8Array()),
  (bytes, draw) =>
    replaced(bytes, draw(bytes.length + 1), draw(4), tokens[draw(tokens.length)] ?? new Uint8Array()),
  (bytes, draw) =>
    replaced(
      bytes,
      draw(bytes.length + 1),
      4,
      Uint8Array.of(...[0, 1, 2, 3].map(() => (draw(2) === 0 ? 0xff : draw(3)))),
    ),
  (bytes, draw) => bytes.subarray(0, draw(bytes.length + 1)),
  (bytes, draw) => {
    const from = draw(bytes.length + 1);
    return replaced(bytes, draw(bytes.length + 1), 0, bytes.subarray(from, from + draw(100)));
  },
  (bytes, draw, other) => {
    const from = draw(other.length + 1);
    return replaced(bytes, draw(bytes.length + 1), draw(100), other.subarray(from, from + draw(100)));
  },
  (_bytes, draw) => Uint8Array.from({ length: draw(300) }, () => draw(256)),
];

/** `bytes` after one to four random changes; parts of `other` may get into it. */
export function mutatedBytes(bytes: Uint8Array, other: Uint8Array, draw: Draw): Uint8Array {
  let changed = bytes;
  for (let left = 1 + draw(4); left > 0; left -= 1)
    changed = (steps[draw(steps.length)] ?? ((same: Uint8Array) => same))(changed, draw, other);
  return changed;
}

function replaced(bytes: Uint8Array, at: number, count: number, by: Uint8Array): Uint8Array {
  return concatBytes([bytes.subarray(0, at), by, bytes.subarray(at + count)]);
}

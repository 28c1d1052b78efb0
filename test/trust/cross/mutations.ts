import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { equalBytes, fromUtf8, utf8 } from '../../../shared/base/bytes.ts';
import { toHex } from '../../../shared/base/hex.ts';
import { writeManifest } from '../../../shared/bundle/manifest.ts';
import { approvalPath, ledgerPaths, paths, tagPaths } from '../../../shared/bundle/names.ts';
import { writeZip } from '../../../shared/bundle/zip-write.ts';
import { filesOf } from '../../support/tampered-bundle.ts';
import { drawn } from '../bundle/drawn.ts';

type Files = Map<string, Uint8Array>;
type Draw = (below: number) => number;

/** What was done, and the whole archive again, its container and checksums mended. */
export interface Mutation {
  readonly what: string;
  readonly bytes: Uint8Array;
}

/**
 * Changes that no holder of a key made, of what all five verifiers look at. Left out, because the commands of VERIFY.txt say that they do
 * not look there: the ledger, the order of the signatures, how many there are, and the parts of a signature file around its numbers.
 */
export function mutated(bytes: Uint8Array, other: Uint8Array, seed: number): Mutation {
  const next = drawn(seed);
  const draw: Draw = (below) => next() % below;
  const files = filesOf(bytes);
  const kind = kinds[seed % kinds.length];
  if (kind === undefined) throw new Error('there is no such kind');
  const what = kind(files, draw, filesOf(other));
  const changed = writeZip(files);
  if (equalBytes(changed, bytes)) throw new Error(`${what}: nothing was changed`);
  return { what, bytes: changed };
}

type Kind = (files: Files, draw: Draw, other: Files) => string;

const kinds: readonly Kind[] = [
  changedByte,
  changedByte,
  changedSignature,
  (files, draw) => {
    const change = changedByteBut(files, draw, [paths.manifest]);
    return `${remade(files, paths.manifest)} after ${change}`;
  },
  (files, draw) => {
    const change = changedByteBut(files, draw, [paths.manifest, paths.tagManifest]);
    remade(files, paths.manifest);
    return `${remade(files, paths.tagManifest)} after ${change}`;
  },
  (files, draw) => {
    const path = oneOf(sealedIn(files), draw);
    files.delete(path);
    return `without ${path}`;
  },
  (files, draw) => {
    const path =
      ['data/more.csv', 'notes.txt', 'data/tables/x.parquet', 'approvals/notes.txt'][draw(4)] ?? '';
    files.set(path, utf8('x'));
    return `with ${path}`;
  },
  (files, draw, other) => {
    const path = oneOf(statementsIn(files), draw);
    for (const name of [path, `${path}.sig`]) {
      const theirs = other.get(name) ?? other.get(name.replace(/\d\d-.*\.json/, '01-preparer.json'));
      files.set(name, theirs ?? utf8(''));
    }
    return `${path} of another release`;
  },
  (files, draw) => {
    const path = oneOf(statementsIn(files), draw);
    const text = fromUtf8(files.get(path) ?? utf8('')) ?? '';
    files.set(path, utf8(text.replace(/T1(\d):/, (_, hour) => `T0${hour}:`)));
    return `the time in ${path}`;
  },
  (files, draw) => {
    const [path, size] = [oneOf(sealedIn(files), draw), 1 + draw(20)];
    const data = files.get(path) ?? utf8('');
    files.set(path, data.subarray(0, Math.max(0, data.length - size)));
    return `the end of ${path} cut off`;
  },
];

/** Another byte somewhere in a sealed file or a statement. */
function changedByte(files: Files, draw: Draw, _other: Files): string {
  return changedByteBut(files, draw, []);
}

/** The same, but not in the lists of digests that are made again after it, which would undo it. */
function changedByteBut(files: Files, draw: Draw, remadeLater: readonly string[]): string {
  const places = [...sealedIn(files), ...statementsIn(files)];
  const path = oneOf(
    places.filter((name) => !remadeLater.includes(name)),
    draw,
  );
  const data = Uint8Array.from(files.get(path) ?? []);
  const at = draw(data.length);
  data[at] = ((data[at] ?? 0) + 1 + draw(255)) & 255;
  files.set(path, data);
  return `byte ${at} of ${path}`;
}

/** Another letter in the 64 bytes of a signature's numbers; the last letters hold bits that say nothing. */
function changedSignature(files: Files, draw: Draw, _other: Files): string {
  const path = `${oneOf(statementsIn(files), draw)}.sig`;
  const lines = (fromUtf8(files.get(path) ?? utf8('')) ?? '').split('\n');
  const [last = '', line = ''] = [lines.at(-3), lines.at(-4)];
  const letter = line.charAt(line.length - 1) === 'A' ? 'B' : 'A';
  lines[lines.length - 4] = last.length > 60 ? line : `${line.slice(0, -1)}${letter}`;
  if (last.length > 60) lines[lines.length - 3] = `${last.startsWith('A') ? 'B' : 'A'}${last.slice(1)}`;
  files.set(path, utf8(lines.join('\n')));
  return `a letter of ${path}`;
}

/** Makes a list of digests again, so that it fits its files. */
function remade(files: Files, path: typeof paths.manifest | typeof paths.tagManifest): string {
  const covers =
    path === paths.tagManifest ? tagPaths : [...files.keys()].filter((name) => name.startsWith('data/'));
  const digest = (name: string): string => toHex(nodeCrypto.sha256(files.get(name) ?? utf8('')));
  files.set(path, writeManifest(new Map(covers.map((name) => [name, digest(name)]))));
  return path;
}

function sealedIn(files: Files): readonly string[] {
  const ledger: readonly string[] = Object.values(ledgerPaths);
  return [...files.keys()].filter((name) => !approvalPath.test(name) && !ledger.includes(name));
}

function statementsIn(files: Files): readonly string[] {
  return [...files.keys()].filter(
    (name) => approvalPath.exec(name)?.[3] === undefined && approvalPath.test(name),
  );
}

function oneOf(names: readonly string[], draw: Draw): string {
  return names[draw(names.length)] ?? '';
}

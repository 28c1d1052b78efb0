import { Refusal } from '../base/failure.ts';
import { firstLook, type FirstLook } from '../extract/first-look.ts';
import { joinLooks, type PartLook } from '../extract/join-looks.ts';
import type { Dialect } from '../extract/profile.ts';
import { singleSources, type FileKind, type SingleSource, type Source } from '../extract/source.ts';
import type { SourceReader } from '../ports/source-reader.ts';
import { nameOf } from './loading/name-of.ts';

const lookBytes = 512 * 1024;
const leastLookBytes = 16 * 1024;
const lineFeed = 10;

/** What a look at a source needs; `dialect` is the one the officer chose, where they did. */
export interface LookOrder {
  readonly reader: SourceReader;
  readonly kind: FileKind;
  readonly dialect: Dialect | undefined;
  readonly signal: AbortSignal;
}

/** A first look, and whether it reached the end. */
export interface LookedSource {
  readonly look: FirstLook;
  readonly whole: boolean;
}

/**
 * Looks at the beginning of a source: the first 512 KB of a file, or as much in all of several, each of which must be written
 * like the first (`part-differs`). Files of several that have no byte are passed over.
 */
export async function lookAtSource(source: Source, order: LookOrder): Promise<LookedSource> {
  const singles = singleSources(source);
  const budget = Math.max(leastLookBytes, Math.floor(lookBytes / singles.length));
  let alike: Dialect | undefined;
  let bytesLookedAt = 0;
  const parts: PartLook[] = [];
  for (const single of singles) {
    order.signal.throwIfAborted();
    if (singles.length > 1 && isEmpty(single)) continue;
    // oxlint-disable-next-line no-await-in-loop -- one file is open at a time
    const part = await lookAtOne(single, order, budget, alike);
    alike ??= part.look.dialect;
    bytesLookedAt = part.bytes;
    parts.push(part);
  }
  if (parts.length === 0) throw empty(nameOf(source));
  const look = joinLooks(parts);
  return { look, whole: singles.length === 1 && isWhole(look, bytesLookedAt) };
}

const isEmpty = (source: SingleSource): boolean => source.kind === 'file' && source.sizeBytes === 0;

const isWhole = ({ rows, ragged }: FirstLook, bytes: number): boolean =>
  bytes < lookBytes && rows.length + ragged < 4999;

async function lookAtOne(
  source: SingleSource,
  { reader, kind, signal, dialect: chosen }: LookOrder,
  budget: number,
  alike: Dialect | undefined,
): Promise<PartLook & { readonly bytes: number }> {
  const opened = await reader.open(source, kind, signal);
  const { bytes, ended } = await firstBytes(opened.chunks, budget);
  const name = nameOf(source);
  const known =
    opened.dialect ?? (chosen || alike === undefined ? chosen : { ...alike, encoding: undefined });
  const look = firstLook(bytes, opened.gzip, name, known);
  const all = ended && bytes.at(-1) === lineFeed;
  return { name, look, plain: bytes.every((byte) => byte < 128), bytes: all ? bytes.length : Infinity };
}

interface FirstBytes {
  readonly bytes: Uint8Array;
  readonly ended: boolean;
}

async function firstBytes(chunks: AsyncIterable<Uint8Array>, budget: number): Promise<FirstBytes> {
  const bytes = new Uint8Array(budget + 1);
  let filled = 0;
  for await (const piece of chunks) {
    const part = piece.subarray(0, budget - filled);
    bytes.set(part, filled);
    filled += part.length;
    if (filled === budget) return { bytes: bytes.subarray(0, budget), ended: false };
  }
  return { bytes: withLineEnd(bytes, filled), ended: true };
}

/** All of a file, its last line ended, so that it is not taken for one that was cut; UTF-16 is left as it is. */
function withLineEnd(bytes: Uint8Array, filled: number): Uint8Array {
  const first = bytes[0] ?? 0;
  if (filled === 0 || first >= 0xfe || bytes[filled - 1] === lineFeed) return bytes.subarray(0, filled);
  bytes[filled] = lineFeed;
  return bytes.subarray(0, filled + 1);
}

function empty(file: string): Refusal {
  return new Refusal('empty-file', `${file} is empty: choose a file with rows in it.`, { file });
}

import { Refusal } from '../base/failure.ts';
import { firstLook, type FirstLook, type KnownDialect } from '../extract/first-look.ts';
import { joinLooks, type PartLook } from '../extract/join-looks.ts';
import { parquetDialect } from '../extract/parquet/parquet-lines.ts';
import type { Dialect } from '../extract/profile.ts';
import { singleSources, type FileKind, type SingleSource, type Source } from '../extract/source.ts';
import type { FileScan } from '../ports/file-scan.ts';
import type { OpenedSource, SourceReader } from '../ports/source-reader.ts';
import { nameOf } from './loading/name-of.ts';
import { isTextEverywhere } from './scanning/text-everywhere.ts';

const lookBytes = 512 * 1024;
const leastLookBytes = 16 * 1024;
const lineFeed = 10;

/** What a look at a source needs; `dialect` is the one the officer chose, where they did. */
export interface LookOrder {
  readonly reader: SourceReader;
  readonly kind: FileKind;
  readonly dialect: Dialect | undefined;
  readonly signal: AbortSignal;
  /** An engine that reads whole files, which can look into more of them. */
  readonly scan: FileScan | undefined;
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
  { reader, kind, signal, scan, dialect: chosen }: LookOrder,
  budget: number,
  alike: Dialect | undefined,
): Promise<PartLook & { readonly bytes: number }> {
  const opened = await openedOrSeen(source, { reader, kind, signal, scan });
  if ('look' in opened) return { ...opened, name: nameOf(source), plain: true };
  const { bytes, ended } = await firstBytes(opened.chunks, budget);
  const name = nameOf(source);
  const known = opened.dialect ?? chosen ?? (alike && asText(alike));
  const look = firstLook(bytes, opened.gzip, name, known);
  const all = ended && bytes.at(-1) === lineFeed;
  return { name, look, plain: bytes.every((byte) => byte < 128), bytes: all ? bytes.length : Infinity };
}

/** How the first of several files is written, for one that is text: its encoding is its own. */
function asText({ delimiter, header, gzip }: Dialect): KnownDialect {
  return { delimiter, header, gzip, encoding: undefined };
}

/** What only an engine that reads whole files can look into. */
const forEngines: ReadonlySet<string> = new Set(['format-duckdb', 'parquet-codec', 'parquet-nested']);
const rowsSeen = 4000;

interface Seen {
  readonly look: FirstLook;
  readonly bytes: number;
}

/**
 * The file opened as text, or seen by the engine where it is none and the engine can read it. Of a Parquet file the engine takes out the first rows, where
 * others have to unpack the whole first group of rows.
 */
async function openedOrSeen(
  source: SingleSource,
  order: Omit<LookOrder, 'dialect'>,
): Promise<OpenedSource | Seen> {
  try {
    const opened = await order.reader.open(source, order.kind, order.signal);
    if (opened.dialect?.container !== 'parquet') return opened;
    return (await seenByEngine(source, order, isAlike).catch(() => undefined)) ?? opened;
  } catch (error) {
    const code = error instanceof Refusal ? error.failure.code : '';
    const seen = forEngines.has(code) ? await seenByEngine(source, order, () => true) : undefined;
    if (!seen) throw error;
    return seen;
  }
}

const isAlike = (type: string): boolean => isTextEverywhere(type) || type === 'TIMESTAMP WITH TIME ZONE';

/** The first rows of a file that says its columns, if all are of types that are wanted. */
async function seenByEngine(
  source: SingleSource,
  { kind, scan }: Omit<LookOrder, 'dialect'>,
  isWanted: (type: string) => boolean,
): Promise<Seen | undefined> {
  const file = await scan?.open(source, kind);
  if (!file) return undefined;
  try {
    if (file.kind === 'text' || !file.columns.every(({ type }) => isWanted(type))) return undefined;
    const rows = await file.firstRows(rowsSeen);
    const dialect = { ...parquetDialect, container: file.kind };
    const look = { dialect, names: file.columns.map(({ name }) => name), rows, ragged: 0 };
    return { look, bytes: rows.length < rowsSeen ? 0 : Infinity };
  } finally {
    file.close();
  }
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

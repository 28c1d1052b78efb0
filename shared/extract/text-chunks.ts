import { Refusal } from '../base/failure.ts';
import type { Encoding } from './profile.ts';

const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const quote = 34;
/** How far before the end of a chunk a line end outside quotes is looked for, bytes. */
const lookBack = 64 * 1024;

/** Whole lines of a file as UTF-8: the bytes, how many lines they hold that are not blank, and how many lines came before. */
export interface LineChunk {
  readonly bytes: Uint8Array;
  readonly lines: number;
  /** Numbers of the blank lines, from 1 within the chunk. */
  readonly blankLines: Int32Array;
  readonly linesBefore: number;
}

/** How long a line may be, bytes, and how the file is called where one is longer. */
interface LineLimits {
  readonly file?: string;
  readonly longest?: number;
}

/**
 * Cuts a stream into chunks of about `sizeBytes` that end at a line end, re-encoded as UTF-8 without a byte order mark.
 * A last line without a line end gets one. Line ends become a line feed alone, because DuckDB gives up on a file that mixes
 * both kinds; a carriage return elsewhere becomes a space. A chunk ends outside quotes where it can, so that a row over several
 * lines stays whole. A chunk grows where a line is longer; one longer than `longest` is a `Refusal`
 * (`line-too-long`), in which the file is called `file`.
 */
export async function* lineChunks(
  source: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  sizeBytes: number,
  { file = 'The file', longest = sizeBytes }: LineLimits = {},
): AsyncGenerator<LineChunk> {
  let linesBefore = 0;
  let buffer = new Uint8Array(sizeBytes);
  let filled = 0;
  for await (const piece of withoutMark(asUtf8(source, encoding))) {
    let at = 0;
    while (at < piece.length) {
      const room = Math.min(piece.length - at, buffer.length - filled);
      buffer.set(piece.subarray(at, at + room), filled);
      at += room;
      filled += room;
      if (filled < buffer.length) continue;
      const end = cutOf(buffer);
      if (end === 0 && buffer.length >= longest) throw tooLong(file, linesBefore + 1, longest);
      if (end === 0) {
        buffer = wider(buffer, Math.min(longest, 2 * buffer.length));
        continue;
      }
      const rest = buffer.slice(end, filled);
      const chunk = finish(buffer.subarray(0, end), linesBefore);
      linesBefore += chunk.allLines;
      yield chunk;
      buffer = wider(rest, Math.max(sizeBytes, rest.length + 1));
      filled = rest.length;
    }
  }
  yield* lastChunk(buffer.subarray(0, filled), linesBefore);
}

function* lastChunk(rest: Uint8Array, linesBefore: number): Generator<LineChunk> {
  if (rest.length > 0) yield finish(endLine(rest), linesBefore);
}

function wider(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}

function tooLong(file: string, line: number, sizeBytes: number): Refusal {
  return new Refusal(
    'line-too-long',
    `${file}: line ${line} is longer than ${sizeBytes} bytes. Is this a text file with lines? Export it again.`,
    { file, line },
  );
}

/** Where to end a chunk: behind the last line end outside quotes, or the last of all where none near the end is outside. */
function cutOf(bytes: Uint8Array): number {
  const last = bytes.lastIndexOf(lineFeed) + 1;
  let isInside = isOdd(bytes.subarray(0, last));
  for (let end = last; isInside && end > 0 && end > last - lookBack;) {
    const before = bytes.lastIndexOf(lineFeed, end - 2) + 1;
    if (end < 2 || before === 0) return last;
    isInside = isOdd(bytes.subarray(before, end)) !== isInside;
    if (!isInside) return before;
    end = before;
  }
  return last;
}

/** Whether an odd number of quotes stands in a text. */
function isOdd(bytes: Uint8Array): boolean {
  let at = bytes.indexOf(quote);
  if (at === -1) return false;
  let odd = 0;
  for (; at < bytes.length; at++) if (bytes[at] === quote) odd ^= 1;
  return odd === 1;
}

function endLine(bytes: Uint8Array): Uint8Array {
  if (bytes[bytes.length - 1] === lineFeed) return bytes;
  const ended = new Uint8Array(bytes.length + 1);
  ended.set(bytes);
  ended[bytes.length] = lineFeed;
  return ended;
}

function finish(raw: Uint8Array, linesBefore: number): LineChunk & { readonly allLines: number } {
  const bytes = withoutCarriageReturns(raw);
  let allLines = 0;
  let blank = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== lineFeed) continue;
    allLines++;
    if (i === 0 || bytes[i - 1] === lineFeed) blank++;
  }
  const blankLines = blank === 0 ? new Int32Array() : blankLinesOf(bytes, blank);
  return { bytes, lines: allLines - blank, blankLines, linesBefore, allLines };
}

function blankLinesOf(bytes: Uint8Array, count: number): Int32Array {
  const numbers = new Int32Array(count);
  let line = 0;
  let at = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== lineFeed) continue;
    line++;
    if (i === 0 || bytes[i - 1] === lineFeed) numbers[at++] = line;
  }
  return numbers;
}

function withoutCarriageReturns(bytes: Uint8Array): Uint8Array {
  let to = bytes.indexOf(carriageReturn);
  if (to === -1) return bytes;
  for (let from = to; from < bytes.length; from++) {
    const byte = bytes[from] ?? 0;
    if (byte !== carriageReturn) bytes[to++] = byte;
    else if (bytes[from + 1] !== lineFeed) bytes[to++] = space;
  }
  return bytes.subarray(0, to);
}

async function* asUtf8(source: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8') return yield* source;
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const piece of source) yield encoder.encode(decoder.decode(piece, { stream: true }));
  yield encoder.encode(decoder.decode());
}

async function* withoutMark(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array(0);
  for await (const piece of source) {
    if (!head) {
      yield piece;
      continue;
    }
    head = joined(head, piece);
    if (head.length < 3) continue;
    yield head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head;
    head = undefined;
  }
  if (head) yield head;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

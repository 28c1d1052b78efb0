import { Refusal } from '../base/failure.ts';
import type { Encoding } from './profile.ts';

const lineFeed = 10;
const carriageReturn = 13;
const space = 32;

/** Whole lines of a file as UTF-8: the bytes, how many lines they hold that are not blank, and how many lines came before. */
export interface LineChunk {
  readonly bytes: Uint8Array;
  readonly lines: number;
  /** Numbers of the blank lines, from 1 within the chunk. */
  readonly blankLines: readonly number[];
  readonly linesBefore: number;
}

/**
 * Cuts a stream into chunks of about `sizeBytes` that end at a line end, re-encoded as UTF-8 without a byte order mark.
 * A last line without a line end gets one. Line ends become a line feed alone, because DuckDB gives up on a file that mixes
 * both kinds; a carriage return elsewhere becomes a space. A line longer than `sizeBytes` is a `Refusal` (`line-too-long`).
 */
export async function* lineChunks(
  source: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  sizeBytes: number,
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
      const end = buffer.lastIndexOf(lineFeed) + 1;
      if (end === 0)
        throw new Refusal(
          'line-too-long',
          `A line is longer than ${sizeBytes} bytes: is this a text file with lines?`,
          {
            line: linesBefore + 1,
          },
        );
      const rest = buffer.slice(end, filled);
      const chunk = finish(buffer.subarray(0, end), linesBefore);
      linesBefore += chunk.allLines;
      yield chunk;
      buffer = new Uint8Array(sizeBytes);
      buffer.set(rest);
      filled = rest.length;
    }
  }
  if (filled > 0) yield finish(endLine(buffer.subarray(0, filled)), linesBefore);
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
  const blankLines: number[] = [];
  let start = 0;
  for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, start)) {
    allLines++;
    if (end === start) blankLines.push(allLines);
    start = end + 1;
  }
  return { bytes, lines: allLines - blankLines.length, blankLines, linesBefore, allLines };
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

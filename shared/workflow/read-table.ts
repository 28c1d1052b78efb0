import { Refusal } from '../base/failure.ts';
import type { Mapping } from '../extract/profile.ts';
import type { FileKind, SingleSource } from '../extract/source.ts';
import { lineChunks, type LineChunk } from '../extract/text-chunks.ts';
import { forgetRejects, rejectedLines, rejectsListed } from '../plan/csv-columns.ts';
import type { RowsFrom } from '../plan/rows-from.ts';
import { lineOfRow } from './line-of-row.ts';
import type { Columns } from '../ports/columns.ts';
import type { Engine } from '../ports/engine.ts';
import type { OpenedSource, SourceReader } from '../ports/source-reader.ts';
import type { Sql } from '../sql/fragment.ts';
import { nameOf } from './loading/name-of.ts';

/**
 * Bytes of text that are read at once: DuckDB-WASM takes about 50 ms for them, and cannot be called off within. Larger ones are not
 * read faster by the byte, smaller than half of it are read more slowly.
 */
export const chunkBytes = 1024 * 1024;
/** Longest line that is read, bytes. */
const longestLine = 3 * 1024 * 1024;

/**
 * One chunk's rows, and where they stood: `lineOf(row)` is the line of a row in the file, from 1; `undefined` behind more lines set aside than DuckDB
 * lists.
 */
export interface TableChunk {
  readonly rows: Columns;
  /** Lines that are no row. A row over several lines, in quotes, is one row. */
  readonly ragged: number;
  /** Lines set aside, as far as DuckDB listed them. */
  readonly raggedLines: readonly number[];
  readonly lineOf: (row: number) => number | undefined;
  readonly bytesRead: number;
}

/** What reading a table needs: the machine's ports, the file and its mapping, and the statement for a chunk. */
export interface TableReading {
  readonly engine: Engine;
  readonly reader: SourceReader;
  readonly source: SingleSource;
  readonly kind: FileKind;
  readonly mapping: Mapping;
  /** The statement over a chunk, or a whole file; `as` is how to read it, which types of columns may say better than the mapping. */
  readonly statement: (from: RowsFrom, as: Mapping) => Sql;
  readonly signal: AbortSignal;
}

/**
 * Reads a delimited file, or the text that the used columns of a container become, chunk by chunk, so that memory stays bounded by two
 * chunks: while the caller works on one, the engine reads the next. Stops when the signal is aborted.
 */
export async function* readTable(reading: TableReading): AsyncGenerator<TableChunk> {
  const { mapping, source, signal } = reading;
  const { text, opened } = await openText(reading);
  const limits = { file: nameOf(source), longest: longestLine };
  let { header } = mapping.dialect;
  let ahead: Promise<TableChunk> | undefined;
  try {
    for await (const lines of lineChunks(text, mapping.dialect.encoding, chunkBytes, limits)) {
      signal.throwIfAborted();
      const chunk = header ? withoutFirstLine(lines) : lines;
      header = false;
      if (chunk.lines === 0) continue;
      const before = ahead;
      ahead = readAfter(before, reading, chunk, opened.bytesRead());
      if (before) yield await before;
    }
    if (ahead) yield await ahead;
  } finally {
    await ahead?.catch(() => undefined);
  }
}

async function openText({
  mapping,
  reader,
  source,
  kind,
  signal,
}: TableReading): Promise<{ readonly opened: OpenedSource; readonly text: AsyncIterable<Uint8Array> }> {
  const opened = await reader.open(source, kind, signal);
  if (opened.dialect?.container !== mapping.dialect.container) throw isAnother(nameOf(source));
  const used = mapping.roles.flatMap((role, column) => (role === 'ignored' ? [] : [column]));
  return { opened, text: opened.columns?.(used) ?? opened.chunks };
}

function isAnother(file: string): Refusal {
  return new Refusal(
    'file-changed',
    `${file} is another kind of file than when it was looked at: open it again.`,
    {
      file,
    },
  );
}

async function readAfter(
  before: Promise<TableChunk> | undefined,
  reading: TableReading,
  chunk: LineChunk,
  bytesRead: number,
): Promise<TableChunk> {
  await before;
  reading.signal.throwIfAborted();
  return { ...(await readChunkRows(reading, chunk)), bytesRead };
}

function withoutFirstLine(chunk: LineChunk): LineChunk {
  const bytes = chunk.bytes.subarray(chunk.bytes.indexOf(10) + 1);
  return {
    bytes,
    lines: chunk.lines - 1,
    linesBefore: chunk.linesBefore + 1,
    blankLines: chunk.blankLines.map((n) => n - 1),
  };
}

async function readChunkRows(
  reading: TableReading,
  chunk: LineChunk,
): Promise<Omit<TableChunk, 'bytesRead'>> {
  const first = await runOnce(reading, chunk, true);
  const result = first.openQuote ? await runOnce(reading, chunk, false) : first;
  let skipped: Int32Array | undefined;
  return {
    rows: result.rows,
    ragged: result.allListed ? result.lines.length : Math.max(0, chunk.lines - result.rows.length),
    raggedLines: result.lines.map((line) => line + chunk.linesBefore),
    lineOf: (row) => {
      skipped ??= inOrder(result.lines, chunk.blankLines);
      const line = lineOfRow(skipped, row);
      if (!result.allListed && line > (result.lines.at(-1) ?? 0)) return undefined;
      return line + chunk.linesBefore;
    },
  };
}

/** Numbers of two lists, ascending and each once; a chunk of nothing but line ends has millions. */
function inOrder(one: readonly number[], other: Int32Array): Int32Array {
  const all = new Int32Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  const sorted = all.toSorted();
  return sorted.filter((line, i) => i === 0 || line !== sorted[i - 1]);
}

interface ChunkResult {
  readonly rows: Columns;
  readonly lines: readonly number[];
  readonly allListed: boolean;
  readonly openQuote: boolean;
}

async function runOnce(
  { engine, mapping, statement }: TableReading,
  chunk: LineChunk,
  quoted: boolean,
): Promise<ChunkResult> {
  const file = 'chunk.csv';
  await engine.put(file, chunk.bytes.slice());
  try {
    const { delimiter } = mapping.dialect;
    const rows = await engine.rows(
      statement({ file, delimiter, columns: mapping.roles.length, quoted }, mapping),
    );
    if (rows.length === chunk.lines) return { rows, lines: [], allListed: true, openQuote: false };
    const rejected = await engine.rows(rejectedLines());
    await engine.rows(forgetRejects());
    return {
      rows,
      lines: [...rejected.int32('line')],
      allListed: rejected.int32('faults').reduce((sum, faults) => sum + faults, 0) < rejectsListed,
      openQuote: quoted && rejected.int32('open_quote').includes(1),
    };
  } finally {
    await engine.drop(file);
  }
}

import { Refusal } from '../../base/failure.ts';
import type { FileAtEngine } from '../../ports/file-scan.ts';
import type { Mapping } from '../../extract/profile.ts';
import { readTable, type TableChunk, type TableReading } from '../read-table.ts';
import { scanTable } from './scan-table.ts';
import { textDialect } from './text-dialect.ts';

/** A table whose first rows an engine reads before anybody asks for them. */
export interface BegunTable {
  /** All pieces of rows, in the order of the file; asked for once. */
  readonly chunks: AsyncIterable<TableChunk>;
  /** Lets go of the file. Never rejects; what went wrong is told by `chunks`. */
  readonly close: () => Promise<void>;
}

/**
 * Reads a table in the fastest way there is: as a whole by the engine, where it can, else in chunks. Files named in `inChunks`, by token,
 * are read in chunks in any case.
 * @yields the next piece of rows, in the order of the file
 */
export async function* tableChunks(
  reading: TableReading,
  inChunks: ReadonlySet<string>,
): AsyncGenerator<TableChunk> {
  const begun = beginTable(reading, inChunks);
  if (!begun) return yield* readTable(reading);
  try {
    yield* begun.chunks;
  } finally {
    await begun.close();
  }
}

/** Begins to read a table as a whole; undefined where that cannot be, so that nothing is done before rows are asked for. */
export function beginTable(reading: TableReading, inChunks: ReadonlySet<string>): BegunTable | undefined {
  const { engine, source } = reading;
  if (!engine.scan || source.kind !== 'file' || inChunks.has(source.token)) return undefined;
  const opened = openWhole(reading);
  const pieces = opened.then((file) => file && scanTable(reading, file));
  const first = pieces.then((rest) => rest?.next());
  void quietly(first);
  return {
    chunks: { [Symbol.asyncIterator]: () => chunksFrom(reading, pieces, first) },
    close: async () => {
      await quietly(first);
      await quietly(pieces.then(async (rest) => rest?.return(undefined)));
      await quietly(opened.then((file) => file?.close()));
    },
  };
}

/** The file at the engine, undefined where that cannot read it as a whole. What it holds to be a damaged Parquet file, the reader in chunks has to judge. */
async function openWhole({ engine, source, kind, mapping }: TableReading): Promise<FileAtEngine | undefined> {
  const file = await engine.scan?.open(source, kind).catch((error: unknown) => {
    if (error instanceof Refusal && error.failure.code === 'parquet-damaged') return undefined;
    throw error;
  });
  if (!file || (isOfKind(file, mapping) && (file.kind !== 'text' || textDialect(mapping)))) return file;
  file.close();
  return undefined;
}

/** Whether a file is what it was when it was looked at; the reader in chunks refuses one that is not. */
function isOfKind({ kind }: FileAtEngine, { dialect }: Mapping): boolean {
  return (kind === 'text' ? undefined : kind) === dialect.container;
}

async function* chunksFrom(
  reading: TableReading,
  pieces: Promise<AsyncGenerator<TableChunk> | undefined>,
  first: Promise<IteratorResult<TableChunk, unknown> | undefined>,
): AsyncGenerator<TableChunk> {
  const rest = await pieces;
  if (!rest) return yield* readTable(reading);
  const begun = await first;
  if (begun?.done !== false) return;
  yield begun.value;
  yield* rest;
}

const ignored = (): void => undefined;

/** Waits for work and says nothing of how it ends. */
async function quietly(work: Promise<unknown>): Promise<void> {
  return work.then(ignored, ignored);
}

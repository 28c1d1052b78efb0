import { formatOf, refuseFormat } from '../extract/file-format.ts';
import { openParquet, type OpenedParquet, type RandomAccess } from '../extract/parquet/open-parquet.ts';
import { parquetDialect, parquetHeader, parquetLines } from '../extract/parquet/parquet-lines.ts';
import type { FileKind } from '../extract/source.ts';
import type { OpenedSource } from '../ports/source-reader.ts';
import { type Decompression, gunzipped } from './gunzipped.ts';

/** A file as a host hands it over: from its beginning on, and any part of it. */
export interface FileContent extends RandomAccess {
  readonly kind: FileKind;
  /** Each is good until the next is asked for. */
  readonly pieces: AsyncGenerator<Uint8Array>;
  readonly newGunzip: () => Decompression;
}

const tables: ReadonlySet<FileKind> = new Set(['events', 'cells', 'persons', 'objections']);

/**
 * Opens a file by what its first bytes say it is: text, text packed with gzip, or Parquet, whose rows become text of one dialect. Refuses
 * what is none of these (`refuseFormat`).
 */
export async function openContent(content: FileContent): Promise<OpenedSource> {
  const { pieces, kind, name } = content;
  const first = await pieces.next();
  const head = first.done ? new Uint8Array(0) : first.value;
  if (formatOf(head) === 'parquet' && tables.has(kind)) {
    await pieces.return(undefined);
    return openedParquet(await openParquet(content));
  }
  try {
    refuseFormat(head, name, kind);
  } catch (error) {
    await pieces.return(undefined);
    throw error;
  }
  const opened = await gunzipped(again(head, pieces), content.newGunzip);
  return opened.gzip ? { ...opened, chunks: checked(opened.chunks, content) } : opened;
}

async function* again(head: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

async function* checked(
  chunks: AsyncIterable<Uint8Array>,
  { name, kind }: FileContent,
): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const chunk of chunks) {
    if (first) refuseFormat(chunk, name, kind);
    first = false;
    yield chunk;
  }
}

function openedParquet(parquet: OpenedParquet): OpenedSource {
  const { sizeBytes } = parquet.file;
  let read = 0;
  const onRows = (rows: number): void => {
    read = Math.floor((rows / parquet.rows) * sizeBytes);
  };
  const columns = async function* (used: readonly number[]): AsyncGenerator<Uint8Array> {
    yield parquetHeader(parquet);
    yield* parquetLines(parquet, used, onRows);
  };
  return {
    gzip: false,
    dialect: parquetDialect,
    chunks: columns(parquet.columns.map((_, column) => column)),
    columns,
    bytesRead: () => read,
  };
}

import { Refusal } from '../../../shared/base/failure.ts';
import { databaseDamaged } from '../../../shared/extract/database-damaged.ts';
import { damaged } from '../../../shared/extract/parquet/open-parquet.ts';
import type { FileKind } from '../../../shared/extract/source.ts';
import type { FileAtEngine, FileScan } from '../../../shared/ports/file-scan.ts';
import { literal, sql, type Sql } from '../../../shared/sql/fragment.ts';
import { openOrdinaryFile } from '../ordinary-file.ts';
import { chosenTable } from './chosen-table.ts';
import { partsOfParquet } from './parts-of-parquet.ts';
import { openNativeDatabase, type NativeDatabase } from './native-database.ts';
import { columnsOf, firstRows, numberOf, rowsOf } from './native-rows.ts';

/** The files a process may read, by token, and where it may put what does not fit into memory. */
export interface NativeFiles {
  readonly paths: ReadonlyMap<string, string>;
  /** An empty private folder; without one nothing is written. */
  readonly spill?: string | undefined;
  readonly threads?: number | undefined;
}

type Kind = FileAtEngine['kind'];

/** Reads whole files by native DuckDB: a database of its own for each, which can open this one file. Rejects where the library does not run. */
export async function nativeScan(files: NativeFiles): Promise<FileScan> {
  const probe = await openNativeDatabase({ paths: [] });
  probe.close();
  return {
    open: async (source, kind) => {
      if (source.kind !== 'file') return undefined;
      const path = files.paths.get(source.token);
      const content = path === undefined ? undefined : await kindOf(path);
      if (path === undefined || content === undefined)
        throw new Refusal('file-gone', `${source.name} can no longer be read: open it again.`, {
          file: source.name,
        });
      if (/[*?[\]{}]/.test(path)) return undefined;
      const database = await openNativeDatabase({ ...files, paths: [path] });
      try {
        return await opened(database, { path, content, name: source.name, kind });
      } catch (error) {
        database.close();
        throw asRefusal(error, content, source.name);
      }
    },
  };
}

interface FileToOpen {
  readonly path: string;
  readonly content: Kind;
  readonly name: string;
  readonly kind: FileKind;
}

async function opened(database: NativeDatabase, file: FileToOpen): Promise<FileAtEngine> {
  const { path, content } = file;
  const { connection } = database;
  const rowsFrom =
    (whole: Sql, parts?: readonly Sql[]): FileAtEngine['rows'] =>
    (statementOf, signal) => {
      const statements = parts ? { parts: parts.map(statementOf) } : { whole: statementOf(whole) };
      return rowsOf(connection, statements, signal);
    };
  const common = { kind: content, close: database.close };
  if (content === 'text')
    return {
      ...common,
      rows: rowsFrom(literal(path)),
      columns: [],
      rowCount: -1,
      firstRows: async () => [],
    };
  const from =
    content === 'parquet' ? sql`read_parquet(${literal(path)})` : await chosenTable(connection, file);
  const columns = await columnsOf(connection, from);
  const names = columns.map(({ name }) => name);
  const parts = content === 'parquet' ? await partsOfParquet(connection, path, names) : undefined;
  return {
    ...common,
    rows: rowsFrom(from, parts),
    columns,
    rowCount: await numberOf(connection, sql`SELECT count(*) FROM ${from}`),
    firstRows: async (limit) =>
      firstRows(connection, { from, columns }, limit).catch((error: unknown) => {
        throw asRefusal(error, content, file.name);
      }),
  };
}

/** What DuckDB says against a file that it should be able to read shows that the file is damaged. */
function asRefusal(error: unknown, content: Kind, name: string): unknown {
  if (error instanceof Refusal || content === 'text') return error;
  return content === 'duckdb' ? databaseDamaged(name) : damaged(name);
}

/** What a file is by its first bytes; undefined when it cannot be read. */
async function kindOf(path: string): Promise<Kind | undefined> {
  const file = await openOrdinaryFile(path);
  if (!file) return undefined;
  try {
    const { buffer } = await file.read(Buffer.alloc(12), 0, 12, 0);
    if (buffer.toString('latin1', 0, 4) === 'PAR1') return 'parquet';
    return buffer.toString('latin1', 8, 12) === 'DUCK' ? 'duckdb' : 'text';
  } finally {
    await file.close();
  }
}

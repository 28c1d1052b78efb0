import type { DuckDBConnection } from '@duckdb/node-api';
import type { Columns } from '../../../shared/ports/columns.ts';
import type { FileColumn } from '../../../shared/ports/file-scan.ts';
import { commaList, ident, literal, sql, type Sql } from '../../../shared/sql/fragment.ts';
import { piecesAsRead, piecesOfParts } from './pieces-of-result.ts';

/** What a file is read by: one statement whose rows come as they are read, or one for each of its parts. */
export type Statements = { readonly whole: Sql } | { readonly parts: readonly Sql[] };

/**
 * Rows of a file as they come. An abort interrupts DuckDB, between two vectors of rows, and rejects with the signal's reason.
 * @yields the next piece
 */
export async function* rowsOf(
  connection: DuckDBConnection,
  statements: Statements,
  signal: AbortSignal,
): AsyncGenerator<Columns> {
  const stop = (): void => connection.interrupt();
  signal.throwIfAborted();
  signal.addEventListener('abort', stop);
  let ended = false;
  try {
    const pieces =
      'whole' in statements
        ? piecesAsRead(connection, statements.whole)
        : piecesOfParts(connection, statements.parts);
    for await (const piece of pieces) {
      signal.throwIfAborted();
      yield piece;
    }
    ended = true;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    if (!ended) connection.interrupt();
  }
}

/** Columns of what a FROM clause names. */
export async function columnsOf(connection: DuckDBConnection, from: Sql): Promise<readonly FileColumn[]> {
  const result = await connection.runAndReadAll(sql`DESCRIBE SELECT * FROM ${from}`);
  return result.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }));
}

/** The one number a statement gives. */
export async function numberOf(connection: DuckDBConnection, statement: Sql): Promise<number> {
  return Number((await connection.runAndReadAll(statement)).getRows()[0]?.[0] ?? -1);
}

/** First rows as text, empty where there is no value. */
export async function firstRows(
  connection: DuckDBConnection,
  { from, columns }: { readonly from: Sql; readonly columns: readonly FileColumn[] },
  limit: number,
): Promise<readonly (readonly string[])[]> {
  const texts = columns.map(({ name }) => sql`coalesce(CAST(${ident(name)} AS VARCHAR), '')`);
  const statement = sql`SELECT ${commaList(texts)} FROM ${from} LIMIT ${literal(limit)}`;
  const result = await connection.runAndReadAll(statement);
  return result.getRows().map((row) => row.map(String));
}

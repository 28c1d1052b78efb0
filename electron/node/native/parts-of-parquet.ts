import type { DuckDBConnection } from '@duckdb/node-api';
import { literal, sql, type Sql } from '../../../shared/sql/fragment.ts';

/** Rows of a part: few enough that several lie in memory beside each other, enough for all threads. */
const rowsOfPart = 1 << 20;

/** A group of more rows than this is not taken over at once. */
const mostOfGroup = 1 << 22;

/** The number of a row as DuckDB adds it, which a file may hold as a column of its own. */
const rowNumber = 'file_row_number';

/**
 * A Parquet file in parts of whole row groups, in its order, each ready for a FROM clause; the first is a single group, so that its rows come
 * soon. Undefined where a group is too large, or where rows cannot be told apart by number.
 */
export async function partsOfParquet(
  connection: DuckDBConnection,
  path: string,
  names: readonly string[],
): Promise<readonly Sql[] | undefined> {
  if (names.some((name) => name.toLowerCase() === rowNumber)) return undefined;
  const groups = await rowsOfGroups(connection, path);
  if (groups.length === 0 || groups.some((rows) => rows > mostOfGroup)) return undefined;
  const parts: Sql[] = [];
  let [from, until] = [0, 0];
  for (const [index, rows] of groups.entries()) {
    until += rows;
    const isLast = index === groups.length - 1;
    if (index > 0 && !isLast && until - from < rowsOfPart) continue;
    parts.push(rowsFrom(path, from, until));
    from = until;
  }
  return parts;
}

function rowsFrom(path: string, from: number, until: number): Sql {
  const between = sql`file_row_number >= ${literal(from)} AND file_row_number < ${literal(until)}`;
  return sql`(SELECT * FROM read_parquet(${literal(path)}, file_row_number = true) WHERE ${between})`;
}

async function rowsOfGroups(connection: DuckDBConnection, path: string): Promise<readonly number[]> {
  const result = await connection.runAndReadAll(
    sql`SELECT any_value(row_group_num_rows) FROM parquet_metadata(${literal(path)})
      GROUP BY row_group_id ORDER BY row_group_id`,
  );
  return result.getRows().map(([rows]) => Number(rows));
}

import type { DuckDBConnection } from '@duckdb/node-api';
import { Refusal } from '../../../shared/base/failure.ts';
import { guessRoles } from '../../../shared/extract/guess-roles.ts';
import type { ColumnRole } from '../../../shared/extract/profile.ts';
import type { FileKind } from '../../../shared/extract/source.ts';
import { ident, literal, sql, type Sql } from '../../../shared/sql/fragment.ts';

/** A file that holds a database. */
interface DatabaseFile {
  readonly path: string;
  readonly name: string;
  readonly kind: FileKind;
}

interface Table {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
}

/** Roles of which a table must have one of each line to be the one that is meant. */
const wanted: Partial<Record<FileKind, readonly (readonly ColumnRole[])[]>> = {
  events: [['person'], ['time'], ['cell', 'latitude']],
  cells: [['cell'], ['latitude'], ['longitude']],
  persons: [['person'], ['age', 'birthYear', 'gender', 'consent', 'samePerson', 'holder']],
  objections: [['person']],
};

/**
 * Attaches a DuckDB file, for reading only, and finds the table that is meant: the only one, or the only one whose columns have the
 * names this kind of file needs. Refuses where there is none (`table-missing`), or several (`table-unclear`).
 */
export async function chosenTable(connection: DuckDBConnection, file: DatabaseFile): Promise<Sql> {
  await connection.run(`ATTACH ${literal(file.path)} AS opened (READ_ONLY)`);
  const tables = await tablesOf(connection);
  const fitting = tables.filter((table) => fits(table, file.kind));
  const chosen = tables.length === 1 ? tables[0] : fitting.length === 1 ? fitting[0] : undefined;
  if (!chosen) throw unclear(file, tables);
  return sql`opened.${ident(chosen.schema)}.${ident(chosen.name)}`;
}

async function tablesOf(connection: DuckDBConnection): Promise<readonly Table[]> {
  const result = await connection.runAndReadAll(
    `SELECT t.schema_name, t.table_name, c.column_name FROM duckdb_tables() t JOIN duckdb_columns() c USING (table_oid, database_name)
     WHERE t.database_name = 'opened' AND NOT t.internal ORDER BY t.schema_name, t.table_name, c.column_index`,
  );
  const tables = new Map<string, { schema: string; name: string; columns: string[] }>();
  for (const [schema, name, column] of result.getRows().map((row) => row.map(String))) {
    const key = JSON.stringify([schema, name]);
    const table = tables.get(key) ?? { schema: schema ?? '', name: name ?? '', columns: [] };
    table.columns.push(column ?? '');
    tables.set(key, table);
  }
  return [...tables.values()];
}

function fits({ columns }: Table, kind: FileKind): boolean {
  const roles = new Set(guessRoles(kind, columns, [], true).map(({ role }) => role));
  return wanted[kind]?.every((any) => any.some((role) => roles.has(role))) ?? false;
}

function unclear({ name, kind }: DatabaseFile, tables: readonly Table[]): Refusal {
  if (tables.length === 0)
    return new Refusal(
      'table-missing',
      `${name} holds no table; views are not read: choose another file, or export what the view shows.`,
      { file: name, kind },
    );
  const names = tables.map((table) => table.name).join(', ');
  const message = `${name} holds several tables (${names}), and none or several of them could be the ${kind}: export the one that is meant.`;
  return new Refusal('table-unclear', message, { file: name, kind, tables: names });
}

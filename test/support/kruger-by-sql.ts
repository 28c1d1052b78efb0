import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { latLngToCell } from 'h3-js';
import { nativeDuckDb, type NativeDuckDb } from './native-duckdb.ts';

/** The 81,379 real posts, in the folder of data beside the repository. */
export const krugerPath = fileURLToPath(new URL('../../../shared/data/kruger_posts.csv.gz', import.meta.url));

/** What native DuckDB counts of the posts. */
export interface KrugerBySql {
  /** Distinct persons by `h3|start`, `start` in seconds since 1970; only groups of at least `minimumPersons`. */
  readonly groups: ReadonlyMap<string, number>;
  readonly rows: number;
  readonly badTimes: number;
  /** Rows with a time, a person and a position on Earth; `distinct` of them without repetitions. */
  readonly usable: number;
  readonly distinct: number;
  readonly persons: number;
}

/** Rows of the file by native DuckDB, each with its H3 cell (by h3-js, row by row) and its day at UTC+2. */
const independently = `
  CREATE TABLE posts AS SELECT subscriber_id AS person, TRY_CAST(timestamp_utc AS TIMESTAMP) AS seen, lat, lon,
      row_number() OVER () AS row
    FROM read_csv('FILE', header = true, delim = ',', columns = {subscriber_id: 'VARCHAR', timestamp_utc: 'VARCHAR',
      lat: 'DOUBLE', lon: 'DOUBLE', cell_id: 'VARCHAR', event_type: 'VARCHAR'})`;
const good = `seen IS NOT NULL AND person <> '' AND lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180`;

/** Counts the posts by day (Africa/Johannesburg, which is UTC+2 all year) and H3 cell of resolution 6, in SQL over the CSV. */
export async function krugerBySql(minimumPersons: number): Promise<KrugerBySql> {
  const folder = mkdtempSync(join(tmpdir(), 'freigabe-kruger-'));
  const plain = join(folder, 'posts.csv');
  writeFileSync(plain, gunzipSync(readFileSync(krugerPath)));
  const sql = await nativeDuckDb();
  try {
    await sql.rows(independently.replace('FILE', plain));
    await placeRows(sql);
    return await counted(sql, minimumPersons);
  } finally {
    sql.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function placeRows(sql: NativeDuckDb): Promise<void> {
  const places = await sql.rows(`SELECT row::INTEGER, lat, lon FROM posts WHERE ${good}`);
  await sql.rows('CREATE TABLE cells (row INTEGER, h3 VARCHAR)');
  for (let from = 0; from < places.length; from += 5000) {
    const values = places
      .slice(from, from + 5000)
      .map(([row, lat, lon]) => `(${String(row)}, '${latLngToCell(Number(lat), Number(lon), 6)}')`);
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await sql.rows(`INSERT INTO cells VALUES ${values.join(', ')}`);
  }
}

async function counted(sql: NativeDuckDb, minimumPersons: number): Promise<KrugerBySql> {
  const groups = await sql.rows(`
    SELECT h3, (epoch(date_trunc('day', seen + INTERVAL 2 HOUR)) - 7200)::INTEGER AS start,
      count(DISTINCT person)::INTEGER AS persons
    FROM posts JOIN cells USING (row) GROUP BY ALL HAVING count(DISTINCT person) >= ${minimumPersons}`);
  const counts = await sql.rows(`
    SELECT count(*)::INTEGER, count(*) FILTER (seen IS NULL)::INTEGER,
      count(*) FILTER (${good})::INTEGER,
      (SELECT count(*) FROM (SELECT DISTINCT person, seen, lat, lon FROM posts WHERE ${good}))::INTEGER,
      count(DISTINCT person) FILTER (${good})::INTEGER
    FROM posts`);
  const [rows = 0, badTimes = 0, usable = 0, distinct = 0, persons = 0] = (counts[0] ?? []).map(Number);
  return {
    groups: new Map(groups.map(([h3, start, each]) => [`${String(h3)}|${String(start)}`, Number(each)])),
    rows,
    badTimes,
    usable,
    distinct,
    persons,
  };
}

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { latLngToCell } from 'h3-js';
import { expect, it } from 'vitest';
import { startEngine } from '../../electron/cli/vault/start-engine.ts';
import { builtInPolicies } from '../../shared/policy/policy.ts';
import { presets } from '../../shared/recipe/presets.ts';
import { publishedGroups } from '../support/candidate-groups.ts';
import { nativeDuckDb } from '../support/native-duckdb.ts';
import { openReview } from '../support/open-review.ts';

const path = fileURLToPath(new URL('../../../shared/data/kruger_posts.csv.gz', import.meta.url));
const timeLimit = 30_000;

/** Rows of the file by native DuckDB, each with its H3 cell (by h3-js, row by row) and its day at UTC+2. */
const independently = `
  CREATE TABLE posts AS SELECT subscriber_id AS person, TRY_CAST(timestamp_utc AS TIMESTAMP) AS seen, lat, lon,
      row_number() OVER () AS row
    FROM read_csv('FILE', header = true, delim = ',', columns = {subscriber_id: 'VARCHAR', timestamp_utc: 'VARCHAR',
      lat: 'DOUBLE', lon: 'DOUBLE', cell_id: 'VARCHAR', event_type: 'VARCHAR'})`;

it(
  'publishes of 81,379 real posts what SQL counts, group for group',
  async (test) => {
    if (!existsSync(path)) {
      if (process.env['CI'] !== undefined) throw new Error(`${path} is needed in CI and absent`);
      return test.skip('the data beside the repository is absent');
    }
    const open = openReview(await startEngine());
    const understanding = await open.load(
      { events: readFileSync(path) },
      { timeZone: 'Africa/Johannesburg' },
    );
    const candidate = open.review.candidate({
      recipe: {
        ...presets.conservative,
        timeZone: 'Africa/Johannesburg',
        zones: { kind: 'h3', resolution: 6 },
        timeBin: 'day',
        minimumPersons: 5,
        roundingBase: 1,
      },
      policy: builtInPolicies.default,
    });
    const sql = await nativeDuckDb();
    const plain = open.put({ events: gunzipSync(readFileSync(path)) });
    await sql.rows(independently.replace('FILE', plain.pathOf('events')));
    const good = `seen IS NOT NULL AND person <> '' AND lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180`;
    const places = await sql.rows(`SELECT row::INTEGER, lat, lon FROM posts WHERE ${good}`);
    await sql.rows('CREATE TABLE cells (row INTEGER, h3 VARCHAR)');
    for (let from = 0; from < places.length; from += 5000) {
      const values = places
        .slice(from, from + 5000)
        .map(([row, lat, lon]) => `(${String(row)}, '${latLngToCell(Number(lat), Number(lon), 6)}')`);
      // oxlint-disable-next-line no-await-in-loop -- one connection
      await sql.rows(`INSERT INTO cells VALUES ${values.join(', ')}`);
    }
    const expected = await sql.rows(`
      SELECT h3, (epoch(date_trunc('day', seen + INTERVAL 2 HOUR)) - 7200)::INTEGER AS start,
        count(DISTINCT person)::INTEGER AS persons
      FROM posts JOIN cells USING (row) GROUP BY ALL HAVING count(DISTINCT person) >= 5`);
    const counts = await sql.rows(`
      SELECT count(*)::INTEGER, count(*) FILTER (seen IS NULL)::INTEGER,
        count(*) FILTER (${good})::INTEGER,
        (SELECT count(*) FROM (SELECT DISTINCT person, seen, lat, lon FROM posts WHERE ${good}))::INTEGER,
        count(DISTINCT person) FILTER (${good})::INTEGER
      FROM posts`);
    sql.close();
    open.close();

    expect(expected.length).toBeGreaterThan(100);
    expect(publishedGroups(candidate)).toEqual(
      new Map(expected.map(([h3, start, persons]) => [`${String(h3)}|${String(start)}||`, persons])),
    );
    expect(candidate.groupsPublished).toBe(expected.length);
    const [rows = 0, badTimes = 0, usable = 0, distinct = 0, persons = 0] = (counts[0] ?? []).map(Number);
    expect(badTimes).toBeGreaterThan(0);
    expect(understanding).toMatchObject({
      rowsRead: rows,
      rowsKept: distinct,
      persons,
      dropped: {
        ragged: 0,
        badTime: badTimes,
        missingPerson: 0,
        unknownCell: 0,
        badPosition: rows - badTimes - usable,
        objection: 0,
        outsideZones: 0,
        duplicate: usable - distinct,
      },
    });
  },
  timeLimit,
);

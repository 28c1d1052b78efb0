import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { compareFiveProducts } from '../support/five-products.ts';
import { nativeDuckDb } from '../support/native-duckdb.ts';

const timeLimit = 120_000;
/** Real data-session events, in the folder of data beside the repository. */
const path = fileURLToPath(new URL('../../../shared/data/china_isp_events.csv.gz', import.meta.url));

it(
  'counts of 287,510 real events the five products that SQL counts, cells as zones',
  async (test) => {
    if (!existsSync(path)) {
      if (process.env['CI'] !== undefined) throw new Error(`${path} is needed in CI and absent`);
      return test.skip('the data beside the repository is absent');
    }
    const folder = mkdtempSync(join(tmpdir(), 'freigabe-china-'));
    const sql = await nativeDuckDb();
    try {
      const file = join(folder, 'events.csv');
      writeFileSync(file, gunzipSync(readFileSync(path)));
      await sql.rows(`CREATE TABLE events AS
        SELECT dense_rank() OVER (ORDER BY subscriber_id) - 1 AS person, epoch(timestamp_utc)::BIGINT AS second,
          dense_rank() OVER (ORDER BY cell_id) - 1 AS cell, cell AS zone
        FROM read_csv('${file}', header = true, columns = {subscriber_id: 'VARCHAR', timestamp_utc: 'TIMESTAMP',
          lat: 'DOUBLE', lon: 'DOUBLE', cell_id: 'VARCHAR', event_type: 'VARCHAR'})`);
      expect(
        await sql.rows(
          'SELECT count(*)::INTEGER, max(person)::INTEGER + 1, max(zone)::INTEGER + 1 FROM events',
        ),
      ).toEqual([[287_510, 5042, 13_552]]);
      await sql.rows(`-- The file states no attributes: ages, genders and holders come from a hash of the person.
        CREATE TABLE people AS
        SELECT person, hash(person, 1) % 3 AS age, hash(person, 2) % 2 AS gender,
          if(hash(person, 3) % 4 = 0, (hash(person, 4) % 400)::INTEGER, -1) AS holder
        FROM (SELECT DISTINCT person FROM events) WHERE hash(person, 5) % 17 > 0`);
      await compareFiveProducts(sql, {
        from: Date.parse('2015-08-03T10:00:00Z') / 1000,
        to: Date.parse('2015-08-27T04:00:00Z') / 1000,
        offset: 8 * 3600,
        timeZone: 'Asia/Shanghai',
        zones: 13_552,
        ages: 3,
        genders: 2,
        minimumNights: 3,
        fewest: 10_000,
      });
    } finally {
      sql.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  timeLimit,
);

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { demoEvents } from '../../shared/demo/events.ts';
import { demoCellsCsv, demoPersonsCsv, demoZonesGeoJson } from '../../shared/demo/files.ts';
import type { DemoSettings } from '../../shared/demo/settings.ts';
import { assignPolygons } from '../../shared/geo/assign-polygons.ts';
import { parseZones } from '../../shared/geo/parse-zones.ts';
import { compareFiveProducts } from '../support/five-products.ts';
import { nativeDuckDb, type NativeDuckDb } from '../support/native-duckdb.ts';

const timeLimit = 120_000;
const settings: DemoSettings = { preset: 'town', persons: 1500, days: 7, seed: 3 };

function written(): Uint8Array {
  const pieces: Uint8Array[] = [];
  const events = demoEvents(settings);
  for (let next = events.next(); next.done !== true; next = events.next()) pieces.push(next.value);
  return Buffer.concat(pieces);
}

/** Makes the table `cells (id, cell, zone)`; cells outside the districts have zone -1. Returns how many zones there are. */
async function placeCells(sql: NativeDuckDb): Promise<number> {
  const [, ...lines] = demoCellsCsv(settings).trim().split('\n');
  const cells = lines.map((line) => line.split(','));
  const shapes = parseZones(demoZonesGeoJson(settings), 'zones');
  const { zoneOfCell } = assignPolygons(
    shapes,
    Float64Array.from(cells, ([, latitude]) => Number(latitude)),
    Float64Array.from(cells, ([, , longitude]) => Number(longitude)),
  );
  const values = cells.map(([id = ''], cell) => `('${id}', ${cell}, ${zoneOfCell[cell] ?? -1})`);
  await sql.rows(`CREATE TABLE cells AS FROM (VALUES ${values.join(', ')}) AS v(id, cell, zone)`);
  return shapes.length;
}

it(
  'counts of a generated town the five products that SQL counts, by age and gender',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'freigabe-town-'));
    const sql = await nativeDuckDb();
    try {
      const [events, persons] = [join(folder, 'events.csv'), join(folder, 'persons.csv')];
      writeFileSync(events, written());
      writeFileSync(persons, demoPersonsCsv(settings));
      const zones = await placeCells(sql);
      await sql.rows(`CREATE TABLE events AS
        SELECT dense_rank() OVER (ORDER BY subscriber_id) - 1 AS person, subscriber_id, epoch(at_utc)::BIGINT AS second, cell, zone
        FROM (SELECT subscriber_id, TRY_CAST(event_ts AS TIMESTAMP) AS at_utc, cell_id AS id
          FROM read_csv('${events}', header = true, ignore_errors = true, columns = {event_ts: 'VARCHAR',
            subscriber_id: 'VARCHAR', cell_id: 'VARCHAR', event_type: 'VARCHAR'}))
        JOIN cells USING (id) WHERE at_utc IS NOT NULL AND subscriber_id <> ''`);
      const outside = await sql.rows('SELECT count(*)::INTEGER FROM events WHERE zone = -1');
      expect(Number(outside[0]?.[0])).toBeGreaterThan(1000);
      await sql.rows(`-- Which persons have one holder comes from a hash of the person.
        CREATE TABLE people AS
        SELECT person, if(years IS NULL, 5, len(list_filter([18, 30, 45, 60], low -> years >= low))) AS age,
          coalesce(list_position(['female', 'male', 'diverse'], sex) - 1, 3) AS gender,
          if(hash(person, 1) % 3 = 0, (hash(person, 2) % 100)::INTEGER, -1) AS holder
        FROM (SELECT DISTINCT person, subscriber_id FROM events)
        LEFT JOIN (SELECT subscriber_id, 2026 - TRY_CAST(birth_year AS INTEGER) AS years, gender AS sex
          FROM read_csv('${persons}', header = true, all_varchar = true)) USING (subscriber_id)`);
      await compareFiveProducts(sql, {
        from: Date.parse('2026-05-03T22:00:00Z') / 1000,
        to: Date.parse('2026-05-10T22:00:00Z') / 1000,
        offset: 2 * 3600,
        timeZone: 'Europe/Berlin',
        zones,
        ages: 6,
        genders: 4,
        minimumNights: 3,
        fewest: 1000,
      });
    } finally {
      sql.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  timeLimit,
);

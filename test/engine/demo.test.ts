import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWasmEngine as startEngine } from '../../electron/node/wasm-engine.ts';
import { demoEvents } from '../../shared/demo/events.ts';
import type { DemoFaults } from '../../shared/demo/faults.ts';
import {
  demoCellsCsv,
  demoObjectionsCsv,
  demoPersonsCsv,
  demoZonesGeoJson,
} from '../../shared/demo/files.ts';
import { type DemoSettings } from '../../shared/demo/settings.ts';
import type { Understanding } from '../../shared/extract/understanding.ts';
import { presets } from '../../shared/recipe/presets.ts';
import type { TimeBin } from '../../shared/recipe/recipe.ts';
import { publishedGroups } from '../support/candidate-groups.ts';
import { nativeDuckDb, type NativeDuckDb } from '../support/native-duckdb.ts';
import { openReview, type OpenReview } from '../support/open-review.ts';

const timeLimit = 30_000;
const settings: DemoSettings = { preset: 'town', persons: 2000, days: 3, seed: 7 };
const demo = { kind: 'demo', ...settings } as const;
const sources = { events: demo, cells: demo, persons: demo, objections: demo, zones: demo, places: demo };
const ageBreaks = [18, 30, 45, 60];

let open: OpenReview;
let sql: NativeDuckDb;
let understanding: Understanding;
let faults: DemoFaults;

/** Events as a file, and what the generator says is wrong in it. */
function written(): { readonly csv: Uint8Array; readonly faults: DemoFaults } {
  const pieces: Uint8Array[] = [];
  const events = demoEvents(settings);
  for (;;) {
    const next = events.next();
    if (next.done === true) return { csv: Buffer.concat(pieces), faults: next.value };
    pieces.push(next.value);
  }
}

interface Feature {
  readonly properties: { readonly zone_id: string };
  readonly geometry: { readonly type: string; readonly coordinates: readonly unknown[] };
}
type Rings = readonly (readonly (readonly [number, number])[])[];

/** Whether a ray from a point to the east crosses the rings an odd number of times. */
function holds(rings: Rings, x: number, y: number): boolean {
  let crossings = 0;
  for (const ring of rings)
    ring.slice(1).forEach(([bx, by], i) => {
      const [ax, ay] = ring[i] ?? [0, 0];
      if (ay > y === by > y) return;
      if (ax + ((y - ay) * (bx - ax)) / (by - ay) > x) crossings++;
    });
  return crossings % 2 === 1;
}

function zoneOfCells(): readonly (readonly [string, string])[] {
  const { features } = JSON.parse(demoZonesGeoJson(settings)) as { readonly features: readonly Feature[] };
  const [, ...cells] = demoCellsCsv(settings).trim().split('\n');
  return cells.flatMap((line) => {
    const [id = '', lat, lon] = line.split(',');
    const zone = features.find(({ geometry: { type, coordinates } }) =>
      (type === 'Polygon' ? [coordinates as unknown as Rings] : (coordinates as readonly Rings[])).some(
        (rings) => holds(rings, Number(lon), Number(lat)),
      ),
    );
    return zone ? [[id, zone.properties.zone_id] as const] : [];
  });
}

async function loadSql(csv: Uint8Array): Promise<void> {
  const { pathOf } = open.put({
    events: csv,
    persons: demoPersonsCsv(settings),
    objections: demoObjectionsCsv(settings),
  });
  const zones = zoneOfCells().map(([cell, zone]) => `('${cell}', '${zone}')`);
  await sql.rows(`CREATE TABLE zones AS SELECT * FROM (VALUES ${zones.join(', ')}) AS v(cell, zone)`);
  await sql.rows(`CREATE TABLE sims AS SELECT subscriber_id AS sim,
      coalesce(nullif(same_person, ''), subscriber_id) AS person, 2026 - TRY_CAST(birth_year AS INTEGER) AS age, gender, consent
    FROM read_csv('${pathOf('persons')}', header = true, all_varchar = true)`);
  await sql.rows(`CREATE TABLE persons AS SELECT DISTINCT person, age, gender FROM sims`);
  await sql.rows(`CREATE TABLE removed AS SELECT DISTINCT person FROM sims
    JOIN read_csv('${pathOf('objections')}', header = true, all_varchar = true) AS o
      ON o.subscriber_id = sim OR o.subscriber_id = person`);
  await sql.rows(`CREATE TABLE told AS SELECT DISTINCT sim, person, consent
    FROM (SELECT subscriber_id AS sim, TRY_CAST(event_ts AS TIMESTAMP) AS at_utc, cell_id AS cell
      FROM read_csv('${pathOf('events')}', header = true, ignore_errors = true, columns = {event_ts: 'VARCHAR',
        subscriber_id: 'VARCHAR', cell_id: 'VARCHAR', event_type: 'VARCHAR'}))
    JOIN sims USING (sim)
    WHERE at_utc IS NOT NULL AND cell <> '001-01-99999-9' AND person NOT IN (SELECT person FROM removed)`);
  await sql.rows(`CREATE TABLE seen AS SELECT person, at_utc + INTERVAL 2 HOUR AS local, zone
    FROM (SELECT subscriber_id AS sim, TRY_CAST(event_ts AS TIMESTAMP) AS at_utc, cell_id AS cell
      FROM read_csv('${pathOf('events')}', header = true, ignore_errors = true, columns = {event_ts: 'VARCHAR',
        subscriber_id: 'VARCHAR', cell_id: 'VARCHAR', event_type: 'VARCHAR'}))
    JOIN zones USING (cell) JOIN sims USING (sim)
    WHERE at_utc IS NOT NULL AND person NOT IN (SELECT person FROM removed)`);
}

const startOf: Readonly<Record<TimeBin, string>> = {
  quarterHour: `time_bucket(INTERVAL 15 MINUTE, local)`,
  hour: `date_trunc('hour', local)`,
  day: `date_trunc('day', local)`,
  daypart: `CASE
    WHEN hour(local) >= 22 THEN date_trunc('day', local) + INTERVAL 22 HOUR
    WHEN hour(local) < 6 THEN date_trunc('day', local) - INTERVAL 2 HOUR
    WHEN hour(local) < 10 THEN date_trunc('day', local) + INTERVAL 6 HOUR
    WHEN hour(local) < 16 THEN date_trunc('day', local) + INTERVAL 10 HOUR
    ELSE date_trunc('day', local) + INTERVAL 16 HOUR END`,
};

const ageBand = `CASE WHEN age IS NULL THEN 'unknown' WHEN age < 18 THEN '0-17' WHEN age < 30 THEN '18-29'
  WHEN age < 45 THEN '30-44' WHEN age < 60 THEN '45-59' ELSE '60+' END`;

describe('the demo of 2,000 people and three days', () => {
  beforeAll(async () => {
    open = openReview(await startEngine());
    sql = await nativeDuckDb();
    const file = written();
    faults = file.faults;
    understanding = await open.loadSources(sources, {
      timeZone: 'Europe/Berlin',
      zones: { kind: 'polygons' },
    });
    await loadSql(file.csv);
  }, timeLimit);
  afterAll(() => {
    sql.close();
    open.close();
  });

  it('is understood to have exactly the faults that were put in', () => {
    expect(understanding.rowsRead).toBe(faults.rows);
    expect(understanding.dropped).toEqual({
      ragged: faults.raggedRows,
      badTime: faults.brokenTimes,
      missingPerson: faults.missingPersons,
      unknownCell: faults.unknownCells,
      badPosition: 0,
      objection: faults.objectorRows,
      outsideZones: faults.outsideRows,
      duplicate: faults.duplicates,
    });
    const dropped = Object.values(understanding.dropped).reduce((sum, count) => sum + count, 0);
    expect(understanding.rowsKept + dropped).toBe(faults.rows);
    expect(understanding.places).toMatchObject({ hospital: 2, worship: 3, prison: 1 });
  });

  it('has as many people, people with two SIMs and people who consented as SQL counts', async () => {
    const [[people, several, removed] = []] = await sql.rows(`SELECT
      (SELECT count(DISTINCT person) FROM told)::INTEGER,
      (SELECT count(*) FROM (SELECT person FROM told GROUP BY person HAVING count(DISTINCT sim) > 1))::INTEGER,
      (SELECT count(*) FROM removed)::INTEGER`);
    expect(understanding.persons).toBe(people);
    expect(understanding.severalPseudonyms).toBe(several);
    expect(several).toBeGreaterThan(10);
    expect(removed).toBeGreaterThan(10);
    const [[yes] = []] = await sql.rows(
      `SELECT count(DISTINCT person)::INTEGER FROM told WHERE consent = 'yes'`,
    );
    expect(understanding.personsWithConsent).toBe(yes);
  });

  it.each(['quarterHour', 'hour', 'daypart', 'day'] as const)(
    'has the footfall per %s, age and gender that SQL counts',
    async (timeBin) => {
      const candidate = await open.candidate({
        ...presets.conservative,
        machineLike: 'count',
        timeBin,
        ageBreaks,
        byGender: true,
        minimumPersons: 1,
        roundingBase: 1,
      });
      const expected = await sql.rows(`
        SELECT zone, (epoch(${startOf[timeBin]}) - 7200)::INTEGER AS start, ${ageBand} AS band,
          coalesce(nullif(gender, ''), 'unknown') AS sex, count(DISTINCT person)::INTEGER
        FROM seen LEFT JOIN persons USING (person) GROUP BY ALL`);
      expect(expected.length).toBeGreaterThan(1000);
      expect(publishedGroups(candidate)).toEqual(
        new Map(
          expected.map(([zone, start, band, sex, persons]) => [
            [zone, '', start, '', band, sex].join('|'),
            persons,
          ]),
        ),
      );
    },
    timeLimit,
  );
});

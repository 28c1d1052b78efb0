import { createWriteStream, existsSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { demoEvents } from '../../shared/demo/events.ts';
import { DuckDBInstance } from '@duckdb/node-api';
import { demoCellsCsv, demoZonesGeoJson } from '../../shared/demo/files.ts';
import { copiedEvents } from './load/copied-events.ts';

/** Files of a generated extract of at least so many events. */
export interface BenchExtract {
  readonly events: string;
  /** The same events as native DuckDB writes them to Parquet: instants with a zone, all else as text; times that are none are null. */
  readonly parquet: string;
  readonly cells: string;
  readonly zones: string;
  readonly bytes: number;
}

/** Events of more than this are copies of so many, each of other persons: generating takes longer than reading. */
const mostGenerated = 10;

/** Writes (or finds) an extract of about `millions` million events: the city, 60 zones, two weeks. */
export async function benchExtract(folder: string, millions: number): Promise<BenchExtract> {
  mkdirSync(folder, { recursive: true });
  const settings = {
    preset: 'city',
    persons: Math.round(87_500 * millions * 0.1),
    days: 14,
    seed: 7,
  } as const;
  const events = join(folder, `events-${millions}m.csv`);
  const cells = join(folder, 'cells.csv');
  const zones = join(folder, 'zones.geojson');
  writeFileSync(cells, demoCellsCsv(settings));
  writeFileSync(zones, demoZonesGeoJson(settings));
  if (!existsSync(events)) {
    const begun = `${events}.begun`;
    if (millions > mostGenerated && millions % mostGenerated === 0) {
      const part = await benchExtract(folder, mostGenerated);
      await copiedEvents(part.events, begun, millions / mostGenerated);
    } else await generate(begun, settings);
    renameSync(begun, events);
  }
  const parquet = join(folder, `events-${millions}m.parquet`);
  if (!existsSync(parquet)) await writeParquet(events, parquet);
  return { events, parquet, cells, zones, bytes: statSync(events).size };
}

async function generate(path: string, settings: Parameters<typeof demoEvents>[0]): Promise<void> {
  const out = createWriteStream(path);
  for (const piece of demoEvents(settings)) if (!out.write(piece)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
}

async function writeParquet(csv: string, path: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  await connection.run(
    `COPY (SELECT TRY_CAST(event_ts AS TIMESTAMPTZ) AS event_ts, subscriber_id, cell_id, event_type
     FROM read_csv('${csv}', header = true, delim = ',', ignore_errors = true, auto_detect = false,
     columns = {'event_ts': 'VARCHAR', 'subscriber_id': 'VARCHAR', 'cell_id': 'VARCHAR', 'event_type': 'VARCHAR'}))
     TO '${path}.begun' (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  renameSync(`${path}.begun`, path);
}

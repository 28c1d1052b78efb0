import { createWriteStream, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { demoEvents } from '../../shared/demo/events.ts';
import { demoCellsCsv, demoZonesGeoJson } from '../../shared/demo/files.ts';

/** Files of a generated extract of at least so many events. */
export interface BenchExtract {
  readonly events: string;
  readonly cells: string;
  readonly zones: string;
  readonly bytes: number;
}

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
    const out = createWriteStream(events);
    for (const piece of demoEvents(settings)) if (!out.write(piece)) await once(out, 'drain');
    out.end();
    await once(out, 'finish');
  }
  return { events, cells, zones, bytes: statSync(events).size };
}

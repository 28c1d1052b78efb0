import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoEvents } from '../../../shared/demo/events.ts';
import {
  demoCellsCsv,
  demoObjectionsCsv,
  demoPersonsCsv,
  demoZonesGeoJson,
} from '../../../shared/demo/files.ts';

/** Paths of the files of an extract, by kind. */
export interface ExtractPaths {
  readonly events: string;
  readonly cells: string;
  readonly persons: string;
  readonly objections: string;
  readonly zones: string;
}

/** Writes a small generated extract into a folder; `extra` lines are appended to the events. */
export function writeExtract(folder: string, persons: number, extra: readonly string[] = []): ExtractPaths {
  mkdirSync(folder, { recursive: true });
  const settings = { preset: 'town', persons, days: 1, seed: 3 } as const;
  const path = (name: string): string => join(folder, name);
  writeFileSync(path('events.csv'), Buffer.concat([...demoEvents(settings)]));
  if (extra.length > 0) appendFileSync(path('events.csv'), `${extra.join('\n')}\n`);
  writeFileSync(path('cells.csv'), demoCellsCsv(settings));
  writeFileSync(path('persons.csv'), demoPersonsCsv(settings));
  writeFileSync(path('objections.csv'), demoObjectionsCsv(settings));
  writeFileSync(path('zones.geojson'), demoZonesGeoJson(settings));
  return {
    events: path('events.csv'),
    cells: path('cells.csv'),
    persons: path('persons.csv'),
    objections: path('objections.csv'),
    zones: path('zones.geojson'),
  };
}

import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '../../../shared/base/failure.ts';
import { demoEvents } from '../../../shared/demo/events.ts';
import type { DemoFaults } from '../../../shared/demo/faults.ts';
import {
  demoBasemapGeoJson,
  demoCellsCsv,
  demoObjectionsCsv,
  demoPersonsCsv,
  demoPlacesGeoJson,
  demoTruth,
  demoZonesGeoJson,
} from '../../../shared/demo/files.ts';
import { demoPresets, type DemoSettings } from '../../../shared/demo/settings.ts';
import type { CommandOutcome } from '../outcome.ts';

const help = `Write an invented town with people, events and known faults into a new folder.

  generate --out DIR [--preset town|city] [--persons N] [--days D] [--seed S]

  --preset   town: 20,000 people, 7 days; city: 100,000 people, 14 days (default: town)
  --persons  number of people, 1 to 5,000,000
  --days     number of days from Monday, 4 May 2026, 1 to 62
  --seed     0 to 4294967295; another seed gives other people in the same place (default: 1)
  --out      folder to write; it must not exist or be empty

The same options give the same bytes on every machine.
`;

/**
 * Writes the eight files of a demo extract. They appear under their names together: until then they lie in a folder
 * beside, which is removed when anything fails.
 * @param args the words after `generate`
 * @param progress receives short lines for people
 * @throws {Refusal} `bad-option`, `output-not-empty`, `write-failed`
 */
export async function generate(
  args: readonly string[],
  progress: (line: string) => void,
): Promise<CommandOutcome> {
  const options = optionsOf(args);
  if (options.help === true) return { exitCode: 0, json: { help }, text: help };
  const settings = settingsOf(options);
  if (options.out === undefined) throw refusedOption('out', 'is missing; name a folder to write');
  const out = resolve(options.out);
  await refuseNonEmpty(out);
  const draft = `${out}.part-${process.pid}`;
  try {
    await mkdir(dirname(out), { recursive: true });
    await mkdir(draft);
    const faults = await writeAll(settings, draft, progress);
    await rmdir(out).catch(() => undefined);
    await rename(draft, out);
    const text = `${faults.rows} events of ${settings.persons} people over ${settings.days} days written to ${out}\n`;
    return {
      exitCode: 0,
      json: { settings: { ...settings }, faults: { ...faults }, out, files: [...fileNames] },
      text,
    };
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw asRefusal(error, out);
  }
}

const fileNames = [
  'events.csv',
  'cells.csv',
  'persons.csv',
  'objections.csv',
  'zones.geojson',
  'places.geojson',
  'basemap.geojson',
  'truth.json',
] as const;

async function writeAll(
  settings: DemoSettings,
  folder: string,
  progress: (line: string) => void,
): Promise<DemoFaults> {
  const write = (name: (typeof fileNames)[number], pieces: Iterable<string | Uint8Array>) =>
    writeFile(join(folder, name), pieces);
  let faults: DemoFaults | undefined;
  let bytes = 0;
  function* events(): Generator<Uint8Array> {
    const source = demoEvents(settings);
    for (let next = source.next(); ; next = source.next()) {
      if (next.done === true) {
        faults = next.value;
        return;
      }
      bytes += next.value.length;
      if (bytes % (1 << 26) < next.value.length) progress(`events.csv: ${Math.floor(bytes / 1e6)} MB`);
      yield next.value;
    }
  }
  await write('events.csv', events());
  if (faults === undefined) throw new Error('the generator ended without its counts');
  await write('cells.csv', [demoCellsCsv(settings)]);
  await write('persons.csv', [demoPersonsCsv(settings)]);
  await write('objections.csv', [demoObjectionsCsv(settings)]);
  await write('zones.geojson', [demoZonesGeoJson(settings)]);
  await write('places.geojson', [demoPlacesGeoJson(settings)]);
  await write('basemap.geojson', [demoBasemapGeoJson(settings)]);
  await write('truth.json', demoTruth(settings, faults));
  progress(`${fileNames.length} files complete`);
  return faults;
}

async function writeFile(path: string, pieces: Iterable<string | Uint8Array>): Promise<void> {
  const file = await open(path, 'wx');
  try {
    for (const piece of pieces) {
      // oxlint-disable-next-line no-await-in-loop -- one chunk in memory at a time
      await file.writeFile(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

function optionsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        preset: { type: 'string' },
        persons: { type: 'string' },
        days: { type: 'string' },
        seed: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal('bad-option', `${reason} Use generate --help to see the options.`, { reason });
  }
}

function settingsOf(options: ReturnType<typeof optionsOf>): DemoSettings {
  const preset = options.preset ?? 'town';
  if (preset !== 'town' && preset !== 'city') throw refusedOption('preset', 'must be town or city');
  const base = demoPresets[preset];
  return {
    preset,
    persons: wholeNumber('persons', options.persons, base.persons, [1, 5_000_000]),
    days: wholeNumber('days', options.days, base.days, [1, 62]),
    seed: wholeNumber('seed', options.seed, base.seed, [0, 0xffff_ffff]),
  };
}

function wholeNumber(
  name: string,
  text: string | undefined,
  otherwise: number,
  [least, most]: readonly [number, number],
): number {
  if (text === undefined) return otherwise;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw refusedOption(name, `must be a whole number from ${least} to ${most}, not ${JSON.stringify(text)}`);
}

function refusedOption(option: string, problem: string): Refusal {
  return new Refusal('bad-option', `--${option} ${problem}.`, { option, problem });
}

async function refuseNonEmpty(out: string): Promise<void> {
  let found: readonly string[];
  try {
    found = await readdir(out);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') return;
    if (code !== 'ENOTDIR') throw error;
    found = [out];
  }
  if (found.length === 0) return;
  const message = `${out} is not a new or empty folder. Nothing was written; choose another --out or empty it first.`;
  throw new Refusal('output-not-empty', message, { path: out });
}

function asRefusal(error: unknown, out: string): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  const message = `${out} could not be written (${code}). Nothing was left behind; check free space and permissions.`;
  return new Refusal('write-failed', message, { path: out, code });
}

function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

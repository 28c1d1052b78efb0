import { Refusal } from '../base/failure.ts';
import { columnShape, failingValues, timeFormatOf, timesHaveOffset } from '../extract/column-shape.ts';
import { firstLook } from '../extract/first-look.ts';
import { guessRoles, type Guess } from '../extract/guess-roles.ts';
import type { Dialect, FileProfile, Mapping, Mappings } from '../extract/profile.ts';
import type { FileKind, Source, Sources } from '../extract/source.ts';
import type { OpenedSource, SourceReader } from '../ports/source-reader.ts';
import { nameOf } from './load-extract.ts';

const lookBytes = 512 * 1024;
/** Dialects the officer chose, by file. */
export type ChosenDialects = { readonly [K in FileKind]?: Dialect | undefined };

const tables = ['events', 'cells', 'persons', 'objections'] as const;

/** A first look at every table of an extract: how it is written and what its columns seem to be. Shows no value. */
export async function profileFiles(
  reader: SourceReader,
  sources: Sources,
  signal: AbortSignal,
  dialects: ChosenDialects = {},
): Promise<readonly FileProfile[]> {
  const profiles: FileProfile[] = [];
  for (const kind of tables) {
    const source = sources[kind];
    if (!source) continue;
    const opened = await reader.open(source, kind, signal);
    profiles.push(await profileFile(opened, source, kind, dialects[kind]));
  }
  return profiles;
}

/** The mappings that profiles suggest. */
export function suggestedMappings(profiles: readonly FileProfile[]): Mappings {
  const of = (kind: FileKind): Mapping | undefined => {
    const profile = profiles.find((one) => one.kind === kind);
    return (
      profile && {
        dialect: profile.dialect,
        hasOffset: profile.hasOffset,
        roles: profile.columns.map((column) => column.role),
        ...(profile.timeFormat === undefined ? {} : { timeFormat: profile.timeFormat }),
      }
    );
  };
  const events = of('events');
  if (!events)
    throw new Refusal('events-missing', 'There is no events file: choose one.', { kind: 'events' });
  const [cells, persons, objections] = [of('cells'), of('persons'), of('objections')];
  return { events, ...(cells && { cells }), ...(persons && { persons }), ...(objections && { objections }) };
}

async function profileFile(
  opened: OpenedSource,
  source: Source,
  kind: FileKind,
  dialect: Dialect | undefined,
): Promise<FileProfile> {
  const bytes = await firstBytes(opened.chunks);
  const look = firstLook(bytes, opened.gzip, nameOf(source), dialect);
  const guesses = preferOnePlace(guessRoles(kind, look.names, look.rows), look.rows);
  const columns = look.names.map((name, index) => {
    const values = look.rows.map((row) => row[index]?.trim() ?? '');
    const { role, reason } = guesses[index] ?? { role: 'ignored' as const, reason: 'none' as const };
    return {
      index,
      name,
      role,
      reason,
      shape: columnShape(values),
      distinct: new Set(values.filter((value) => value !== '')).size,
      empty: values.filter((value) => value === '').length,
      failing: failingValues(role, values),
    };
  });
  const timeColumn = guesses.findIndex(({ role }) => role === 'time' || role === 'asOf');
  const times = timeColumn === -1 ? [] : look.rows.map((row) => row[timeColumn]?.trim() ?? '');
  const timeFormat = timeFormatOf(times);
  return {
    kind,
    name: nameOf(source),
    sizeBytes: source.kind === 'file' ? source.sizeBytes : 0,
    dialect: look.dialect,
    ...(timeFormat === undefined ? {} : { timeFormat }),
    hasOffset: timesHaveOffset(timeFormat, times),
    rowsLookedAt: look.rows.length,
    columns,
  };
}

function preferOnePlace(guesses: readonly Guess[], rows: readonly (readonly string[])[]): readonly Guess[] {
  const latitude = guesses.findIndex(({ role }) => role === 'latitude');
  const cell = guesses.findIndex(({ role }) => role === 'cell');
  if (latitude === -1 || cell === -1) return guesses;
  const filled = (column: number): number => rows.filter((row) => (row[column]?.trim() ?? '') !== '').length;
  if (filled(cell) > filled(latitude))
    return guesses.map((guess) => withoutRole(guess, ['latitude', 'longitude']));
  if (filled(cell) === 0) return guesses.map((guess) => withoutRole(guess, ['cell']));
  return guesses;
}

function withoutRole(guess: Guess, roles: readonly Guess['role'][]): Guess {
  return roles.includes(guess.role) ? { role: 'ignored', reason: 'none' } : guess;
}

async function firstBytes(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const bytes = new Uint8Array(lookBytes);
  let filled = 0;
  for await (const piece of chunks) {
    const part = piece.subarray(0, lookBytes - filled);
    bytes.set(part, filled);
    filled += part.length;
    if (filled === lookBytes) break;
  }
  return bytes.subarray(0, filled);
}

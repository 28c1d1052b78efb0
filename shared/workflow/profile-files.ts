import { Refusal } from '../base/failure.ts';
import { finished, type Steps } from '../base/steps.ts';
import { areaAround, positionsOf, type Area } from '../extract/area.ts';
import { clocksHaveOffset } from '../extract/clock-format.ts';
import { findingsOf, type LookedAt } from '../extract/findings.ts';
import type { FirstLook } from '../extract/first-look.ts';
import type { Guess } from '../extract/guess.ts';
import { guessRoles } from '../extract/guess-roles.ts';
import { nameCells, type NamedCells } from '../extract/name-cells.ts';
import type { ColumnRole, Dialect, FileProfile, Mapping, Mappings } from '../extract/profile.ts';
import { refuseCounted } from '../extract/counted-already.ts';
import { refuseDateInFolder } from '../extract/date-in-folder.ts';
import { profileOfColumn } from '../extract/profile-of-column.ts';
import { readingOf } from '../extract/reading-of.ts';
import { sizeOf, type FileKind, type Source, type Sources } from '../extract/source.ts';
import { timeFormatOf, timesHaveOffset } from '../extract/time-format.ts';
import type { FileScan } from '../ports/file-scan.ts';
import type { SourceReader } from '../ports/source-reader.ts';
import { areaOfZones } from './area-of-zones.ts';
import { lookAtSource, type LookedSource } from './look-at-source.ts';
import { nameOf } from './loading/name-of.ts';

/** Dialects the officer chose, by file. */
export type ChosenDialects = { readonly [K in FileKind]?: Dialect | undefined };

/** How files are looked at: dialects the officer chose, and an engine that reads whole files where there is one. */
export interface LookHow {
  readonly dialects?: ChosenDialects | undefined;
  readonly scan?: FileScan | undefined;
  /** Drives long work, pausing so that a cancellation is heard, and stops it then; without it work is done in one go. */
  readonly inSteps?: <T>(work: Steps<T>) => Promise<T>;
}

const tables = ['events', 'cells', 'persons', 'objections'] as const;

/**
 * A first look at every table of an extract: how it is written, what its columns seem to be, and what should be known before
 * it is read. How events name their cells is found by looking for them in the cell reference. Shows no value.
 */
export async function profileFiles(
  reader: SourceReader,
  sources: Sources,
  signal: AbortSignal,
  { dialects = {}, scan, inSteps = async (work) => finished(work) }: LookHow = {},
): Promise<readonly FileProfile[]> {
  const files: LookedFile[] = [];
  for (const kind of tables) {
    const source = sources[kind];
    if (!source) continue;
    // oxlint-disable-next-line no-await-in-loop -- one file is open at a time
    const looked = await lookAtSource(source, { reader, kind, dialect: dialects[kind], signal, scan });
    refuseCounted(kind, looked.look.names, nameOf(source));
    // oxlint-disable-next-line no-await-in-loop -- the same
    files.push(await inSteps(guessing(source, kind, looked)));
  }
  const area = await areaOfZones(sources.zones, { reader, signal, inSteps });
  return inSteps(profiling(files, area));
}

/** The profiles of all files, with a step after each. */
function* profiling(files: readonly LookedFile[], area: Area | undefined): Steps<readonly FileProfile[]> {
  const events = files.find((file) => file.kind === 'events');
  const cells = files.find((file) => file.kind === 'cells');
  const named = nameCells(events, cells);
  const around = area ?? (cells && areaAround(positionsIn(cells)));
  const profiles: FileProfile[] = [];
  for (const [done, file] of files.entries()) {
    yield { done, total: files.length };
    profiles.push(
      file === events
        ? profileOf(file, named.events, around)
        : profileOf(file, file === cells ? named.cells : {}, area),
    );
  }
  return profiles;
}

const positionsIn = ({ guesses, look }: LookedFile) =>
  positionsOf(
    guesses.map(({ role }) => role),
    look.rows,
  );

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
        ...(profile.reading === undefined ? {} : { reading: profile.reading }),
      }
    );
  };
  const events = of('events');
  if (!events)
    throw new Refusal('events-missing', 'There is no events file: choose one.', { kind: 'events' });
  const [cells, persons, objections] = [of('cells'), of('persons'), of('objections')];
  return { events, ...(cells && { cells }), ...(persons && { persons }), ...(objections && { objections }) };
}

/** A table after the first look: its rows and the roles its columns seem to have. */
interface LookedFile {
  readonly kind: FileKind;
  readonly source: Source;
  readonly look: FirstLook;
  readonly guesses: readonly Guess[];
  /** Whether the look reached the end of the file. */
  readonly whole: boolean;
}

function* guessing(source: Source, kind: FileKind, { look, whole }: LookedSource): Steps<LookedFile> {
  yield { done: 0, total: 1 };
  const { names, rows, dialect } = look;
  const guesses = guessRoles(kind, names, rows, dialect.header);
  return { kind, source, look, whole, guesses: kind === 'events' ? preferOnePlace(guesses, rows) : guesses };
}

function profileOf(
  { kind, source, look, guesses: guessed }: LookedFile,
  named: NamedCells,
  area: Area | undefined,
): FileProfile {
  const guesses = named.guesses ?? guessed;
  const roles = look.names.map((_, index) => guesses[index]?.role ?? 'ignored');
  const timeColumn = roles.findIndex((role) => timeRoles.has(role));
  const valuesOf = (column: number) => look.rows.map((row) => row[column]?.trim() ?? '');
  const times = timeColumn === -1 ? [] : valuesOf(timeColumn);
  const clock = roles.indexOf('clock');
  const timeFormat = timeFormatOf(times);
  const reading = { ...readingOf({ ...look, roles }), ...named.reading };
  const lookedAt: LookedAt = { ...look, roles, timeFormat, area, degreesE7: reading.degreesE7 };
  const columns = look.names.map((name, index) =>
    profileOfColumn(
      { index, name, ...(guesses[index] ?? unguessed), cellForm: named.forms?.[index] },
      valuesOf(index),
      {
        timeFormat: index === timeColumn ? timeFormat : undefined,
        areDays: clock !== -1,
        degreesE7: reading.degreesE7 === true,
      },
    ),
  );
  if (kind === 'events' && timeFormat === undefined) refuseDateInFolder(source);
  const findings = [...findingsOf(lookedAt), ...(named.findings ?? [])];
  return {
    kind,
    name: nameOf(source),
    sizeBytes: sizeOf(source),
    dialect: look.dialect,
    ...(timeFormat === undefined ? {} : { timeFormat }),
    hasOffset: clock === -1 ? timesHaveOffset(timeFormat, times) : clocksHaveOffset(valuesOf(clock)),
    rowsLookedAt: look.rows.length + look.ragged,
    columns,
    ...(Object.keys(reading).length === 0 ? {} : { reading }),
    ...(findings.length === 0 ? {} : { findings }),
  };
}

const unguessed = { role: 'ignored', reason: 'none' } as const;

const timeRoles: ReadonlySet<ColumnRole> = new Set(['time', 'asOf', 'validFrom', 'validTo']);

function preferOnePlace(guesses: readonly Guess[], rows: readonly (readonly string[])[]): readonly Guess[] {
  const latitude = guesses.findIndex(({ role }) => role === 'latitude');
  const cell = guesses.findIndex(({ role }) => role === 'cell');
  if (latitude === -1 || cell === -1) return guesses;
  const filled = (column: number): number =>
    rows.filter((row) => !/^-?$/.test(row[column]?.trim() ?? '')).length;
  if (filled(cell) > filled(latitude))
    return guesses.map((guess) => withoutRole(guess, ['latitude', 'longitude']));
  if (filled(cell) === 0) return guesses.map((guess) => withoutRole(guess, ['cell', 'area']));
  return guesses;
}

function withoutRole(guess: Guess, roles: readonly Guess['role'][]): Guess {
  return roles.includes(guess.role) ? { role: 'ignored', reason: 'none' } : guess;
}

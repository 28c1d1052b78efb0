import type { Guess } from './guess.ts';
import { half, mostly, type Rows } from './mostly.ts';
import type { ColumnRole } from './profile.ts';
import { isOpenCelliD, openCelliDRoles } from './open-cell-id.ts';
import { isOtherParty, nameRank } from './role-names.ts';
import type { FileKind } from './source.ts';
import { rangeUnitOf } from './range-unit.ts';
import { withSectors } from './guess-sectors.ts';
import { splitTime } from './split-time.ts';
import { tellingTimes, tells, tellsWhole } from './telling-times.ts';

const attributes = ['age', 'birthYear', 'gender', 'consent', 'samePerson', 'holder'] as const;

/** Roles the columns of a file of a kind can have, in the order in which they are guessed. */
const rolesOfKind: Readonly<Record<FileKind, readonly ColumnRole[]>> = {
  events: ['person', 'time', 'cell', 'area', 'latitude', 'longitude', ...attributes],
  cells: ['cell', 'area', 'latitude', 'longitude', 'range', 'validFrom', 'validTo'],
  persons: ['person', ...attributes],
  objections: ['person', 'asOf'],
  zones: [],
  places: [],
  population: [],
};

const identifier = /^[0-9a-fA-F]{16,64}$|^\+?\d{9,15}(\.0)?$/;

/**
 * Guesses the role of each column of a file of a kind: by its name first, then by its values, then, where the file has no
 * names, by where it stands. Each role is given once. A column that is named like the other party of a call is left alone.
 */
export function guessRoles(
  kind: FileKind,
  names: readonly string[],
  rows: Rows,
  hasNames = true,
): readonly Guess[] {
  const guesses = new Guesses(names);
  const allowed = rolesOfKind[kind];
  guessSplitTime(kind, guesses, rows, hasNames);
  for (const role of allowed) guesses.give(role, bestName(kind, role, guesses, rows), 'name');
  if (allowed.includes('time')) guesses.give('time', timeColumn(guesses, rows), 'values');
  if (allowed.includes('person')) guesses.give('person', personColumn(guesses, rows), 'values');
  if (kind === 'objections' && names.length === 1) guesses.give('person', 0, 'position');
  if (!hasNames) guessByPlace(kind, guesses, rows);
  return kind === 'cells' && hasNames ? withSectors(names, guesses.all) : guesses.all;
}

/** A day and a time of day in columns of their own, where no one column tells both. */
function guessSplitTime(kind: FileKind, guesses: Guesses, rows: Rows, hasNames: boolean): void {
  const found = kind === 'events' ? splitTime({ names: guesses.names, rows, hasNames }) : undefined;
  if (!found) return;
  const reason = found.areNamed ? 'name' : 'values';
  guesses.give('time', found.day, reason);
  guesses.give('clock', found.clock, reason);
}

function personColumn(guesses: Guesses, rows: Rows): number | undefined {
  return guesses.free().find((column) => mostly(rows, column, (text) => identifier.test(text)));
}

/** In events without names the person stands first, and of three columns, or four with a time of day, the one left is the cell; a known list of cells is told by its form. */
function guessByPlace(kind: FileKind, guesses: Guesses, rows: Rows): void {
  if (kind === 'cells' && isOpenCelliD(rows))
    for (const [column, role] of Object.entries(openCelliDRoles))
      guesses.give(role, Number(column), 'position');
  if (rolesOfKind[kind].includes('latitude')) guessAxes(guesses, rows);
  if (kind !== 'events') return;
  if (guesses.has('time')) guesses.give('person', guesses.free()[0], 'position');
  if (guesses.names.length === (guesses.has('clock') ? 4 : 3) && !guesses.has('latitude'))
    guesses.give('cell', guesses.free()[0], 'position');
}

class Guesses {
  readonly all: Guess[];
  readonly names: readonly string[];

  constructor(names: readonly string[]) {
    this.names = names;
    this.all = names.map(() => ({ role: 'ignored', reason: 'none' }));
  }

  has(role: ColumnRole): boolean {
    return this.all.some((guess) => guess.role === role);
  }

  /** Columns without a role that may have one. */
  free(): readonly number[] {
    return this.all.flatMap(({ role }, i) =>
      role === 'ignored' && !isOtherParty(this.names[i] ?? '') ? [i] : [],
    );
  }

  give(role: ColumnRole, column: number | undefined, reason: Guess['reason']): void {
    if (column !== undefined && !this.has(role)) this.all[column] = { role, reason };
  }
}

function bestName(kind: FileKind, role: ColumnRole, guesses: Guesses, rows: Rows): number | undefined {
  const ranked = guesses
    .free()
    .map((column) => ({ column, rank: nameRank(kind, role, guesses.names[column] ?? '') }))
    .filter(({ rank, column }) => rank !== -1 && isSuch(role, column, guesses, rows));
  const likely = role === 'time' && ranked.length > 1 ? wholeTimes(ranked, rows) : ranked;
  return likely.toSorted((a, b) => a.rank - b.rank)[0]?.column;
}

/** Of several columns named like a time those that tell the day and the time of day, where some do. */
function wholeTimes<T extends { readonly column: number }>(named: readonly T[], rows: Rows): readonly T[] {
  const whole = named.filter(({ column }) => mostly(rows, column, tellsWhole, half));
  return whole.length > 0 ? whole : named;
}

/** A TAC is a tracking area or a type of handset; the latter has eight digits. A range in no known unit is left alone. */
function isSuch(role: ColumnRole, column: number, { names }: Guesses, rows: Rows): boolean {
  const plain = (names[column] ?? '').trim().toLowerCase();
  if (role === 'range') return rangeUnitOf(names, column, rows) !== undefined;
  if (role !== 'area' || plain !== 'tac') return true;
  return mostly(rows, column, (text) => /^\d{1,5}(\.0)?$|^[0-9a-fA-F]{1,6}$/.test(text) && text.length < 7);
}

function timeColumn(guesses: Guesses, rows: Rows): number | undefined {
  for (const format of tellingTimes) {
    const found = guesses
      .free()
      .find((column) =>
        mostly(rows, column, (text) => tells(format, text) && !/^\d{8}$|^\d{4}-\d\d-\d\d$/.test(text)),
      );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Two decimal columns side by side; the second is the latitude only where the first is beyond a latitude. */
function guessAxes(guesses: Guesses, rows: Rows): void {
  if (guesses.has('latitude') || guesses.has('longitude')) return;
  const free = guesses.free();
  const decimal = (column: number): boolean =>
    free.includes(column) && mostly(rows, column, (text) => /^-?\d{1,3}[.,]\d{3,}$/.test(text));
  const first = free.find((column) => decimal(column) && decimal(column + 1));
  if (first === undefined) return;
  const beyond = mostly(rows, first, (text) => Math.abs(Number(text.replace(',', '.'))) > 90);
  guesses.give('latitude', beyond ? first + 1 : first, 'values');
  guesses.give('longitude', beyond ? first : first + 1, 'values');
}

import { cellFormOfColumn } from './cell-form-of-column.ts';
import { movingCells, unknownCells, type LookedAt } from './findings.ts';
import type { FirstLook } from './first-look.ts';
import type { Guess } from './guess-roles.ts';
import { type CellCandidates, type CellNaming, keyOfRow, matchCells } from './match-cells.ts';
import type { CellForm, Finding, Reading } from './profile.ts';
import { nameRank } from './role-names.ts';

/** A file of which the columns have been guessed; `whole` says whether all of it was looked at. */
interface GuessedFile {
  readonly look: FirstLook;
  readonly guesses: readonly Guess[];
  readonly whole: boolean;
}

/** What naming the cells adds to a file: other roles, how its cells are written, and findings. */
export interface NamedCells {
  readonly guesses?: readonly Guess[];
  readonly reading?: Reading;
  readonly findings?: readonly Finding[];
  /** By column, the form in which it would name cells of the other file. */
  readonly forms?: readonly (CellForm | undefined)[];
}

/**
 * How events and cell reference name the same cells, found by looking for the cells of the events in the reference: which
 * columns, one or two, and in which form. Nothing is changed where none is found, or where the events state their position.
 */
export function nameCells(
  events: GuessedFile | undefined,
  cells: GuessedFile | undefined,
): { readonly events: NamedCells; readonly cells: NamedCells } {
  if (!events || !cells || events.guesses.some(({ role }) => role === 'latitude'))
    return { events: {}, cells: {} };
  return nameBoth(events, cells);
}

function nameBoth(events: GuessedFile, cells: GuessedFile): ReturnType<typeof nameCells> {
  const match = matchCells(candidates('events', events), candidates('cells', cells));
  const pair = [events, cells].every(({ guesses }) => guesses.some(({ role }) => role === 'area'));
  const known = withNaming(cells, match?.reference ?? guessedNaming(cells, pair));
  const seen = withNaming(events, match?.events ?? guessedNaming(events, pair));
  return {
    cells: {
      ...known.added,
      findings: known.naming ? movingCells(known.lookedAt, known.naming) : [],
      forms: formsOfColumns(known, keysOf(seen)),
    },
    events: {
      ...seen.added,
      findings: seen.naming && cells.whole ? unknownCells(seen.lookedAt, seen.naming, keysOf(known)) : [],
      forms: formsOfColumns(seen, keysOf(known)),
    },
  };
}

function formsOfColumns(
  { naming, lookedAt }: ReturnType<typeof withNaming>,
  known: ReadonlySet<string>,
): readonly (CellForm | undefined)[] {
  const beside = naming?.area === undefined ? {} : { area: naming.area };
  return lookedAt.names.map((_, cell) => cellFormOfColumn(lookedAt.rows, { cell, ...beside }, known));
}

function keysOf({ naming, lookedAt }: ReturnType<typeof withNaming>): ReadonlySet<string> {
  if (!naming) return new Set();
  return new Set(lookedAt.rows.map((row) => keyOfRow(naming, row)).filter((key) => key !== undefined));
}

function guessedNaming({ guesses }: GuessedFile, pair: boolean): CellNaming | undefined {
  const cell = guesses.findIndex(({ role }) => role === 'cell');
  const area = pair ? guesses.findIndex(({ role }) => role === 'area') : -1;
  if (cell === -1) return undefined;
  return { cell, form: 'asWritten', ...(area === -1 ? {} : { area }) };
}

/** The columns that may name a cell: those guessed or named so, and in a file without names any that has no other role. */
function candidates(kind: 'events' | 'cells', { look, guesses }: GuessedFile): CellCandidates {
  const { names, rows, dialect } = look;
  const open = (column: number): boolean => {
    const role = guesses[column]?.role;
    return role === 'cell' || role === 'area' || role === 'ignored';
  };
  const columns = names.map((_, column) => column).filter(open);
  const guessed = columns.filter((column) => guesses[column]?.role === 'cell');
  const area = columns.filter((column) => guesses[column]?.role === 'area');
  const named = columns.filter((column) => nameRank(kind, 'cell', names[column] ?? '') !== -1);
  const cells = [...new Set([...guessed, ...(dialect.header ? named : columns)])];
  const beside = dialect.header ? [] : columns.filter((column) => columns.includes(column + 1));
  return {
    rows,
    cells,
    pairs: [
      ...area.flatMap((first) =>
        cells.filter((cell) => cell !== first).map((cell) => [first, cell] as const),
      ),
      ...beside.map((column) => [column, column + 1] as const),
    ],
  };
}

function withNaming(
  { look, guesses }: GuessedFile,
  naming: CellNaming | undefined,
): { readonly naming: CellNaming | undefined; readonly lookedAt: LookedAt; readonly added: NamedCells } {
  const changed = guesses.map((guess, column): Guess => {
    const role = column === naming?.cell ? 'cell' : column === naming?.area ? 'area' : undefined;
    if (role !== undefined) return guess.role === role ? guess : { role, reason: 'values' };
    return guess.role === 'cell' || guess.role === 'area' ? { role: 'ignored', reason: 'none' } : guess;
  });
  const lookedAt = { ...look, roles: changed.map(({ role }) => role), timeFormat: undefined };
  const form = naming?.form ?? 'asWritten';
  return {
    naming,
    lookedAt,
    added: { guesses: changed, ...(form === 'asWritten' ? {} : { reading: { cellForm: form } }) },
  };
}

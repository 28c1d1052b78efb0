import { cellFormOfColumn } from './cell-form-of-column.ts';
import { movingCells, unknownCells, type LookedAt } from './findings.ts';
import type { FirstLook } from './first-look.ts';
import type { Guess } from './guess.ts';
import { cellCandidates, isCellNamed } from './cell-candidates.ts';
import { withSectors } from './guess-sectors.ts';
import { type CellMatch, type CellNaming, keyOfRow, keysOfRow, matchCells } from './match-cells.ts';
import type { CellForm, Finding, Reading } from './profile.ts';
import { columnsOfSectors } from './sectors.ts';

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
  const match = believed(
    matchCells(cellCandidates('events', events), cellCandidates('cells', cells)),
    events,
    cells,
  );
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
  return new Set(lookedAt.rows.flatMap((row) => keysOfRow(naming, row)));
}

/** A match by columns that nothing but their values speaks for is believed only where it finds most cells of the events. */
function believed(
  match: CellMatch | undefined,
  events: GuessedFile,
  cells: GuessedFile,
): CellMatch | undefined {
  if (!match || (isCellNamed('events', events) && isCellNamed('cells', cells))) return match;
  const seen = new Set(events.look.rows.slice(0, rowsSeen).map((row) => keyOfRow(match.events, row)));
  return match.found * 2 >= seen.size ? match : undefined;
}

/** As many rows of events as are held against the reference. */
const rowsSeen = 500;

const beside = (area: number | undefined): { readonly area?: number } => (area === undefined ? {} : { area });

function guessedNaming({ guesses }: GuessedFile, pair: boolean): CellNaming | undefined {
  const roles = guesses.map(({ role }) => role);
  const [cell, ...others] = columnsOfSectors(roles, 'cell');
  const [area, ...areas] = pair ? columnsOfSectors(roles, 'area') : [];
  if (cell === undefined || !roles.includes('cell')) return undefined;
  const further = others.map((one, i) => ({ cell: one, ...beside(areas[i] ?? area) }));
  return { cell, form: 'asWritten', ...beside(area), ...(further.length === 0 ? {} : { further }) };
}

function withNaming(
  { look, guesses }: GuessedFile,
  naming: CellNaming | undefined,
): { readonly naming: CellNaming | undefined; readonly lookedAt: LookedAt; readonly added: NamedCells } {
  const alone = guesses.map((guess, column): Guess => {
    const role = column === naming?.cell ? 'cell' : column === naming?.area ? 'area' : undefined;
    if (role !== undefined) return guess.role === role ? guess : { role, reason: 'values' };
    return guess.role === 'cell' || guess.role === 'area' ? { role: 'ignored', reason: 'none' } : guess;
  });
  const changed =
    alone.some(({ role }) => role === 'furtherCell') || naming?.further
      ? withSectors(look.names, alone)
      : alone;
  const lookedAt = { ...look, roles: changed.map(({ role }) => role), timeFormat: undefined };
  const form = naming?.form ?? 'asWritten';
  return {
    naming,
    lookedAt,
    added: { guesses: changed, ...(form === 'asWritten' ? {} : { reading: { cellForm: form } }) },
  };
}

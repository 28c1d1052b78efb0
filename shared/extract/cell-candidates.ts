import type { FirstLook } from './first-look.ts';
import type { Guess } from './guess.ts';
import type { CellCandidates, CellNaming } from './match-cells.ts';
import { isOtherParty, nameRank } from './role-names.ts';
import { furtherColumns } from './sector-columns.ts';

/** A file of which the columns have been guessed. */
interface Guessed {
  readonly look: FirstLook;
  readonly guesses: readonly Guess[];
}

/** Whether a file has a column that is named or known as a cell; else any that has no meaning may be one. True of files without names. */
export function isCellNamed(kind: 'events' | 'cells', { look, guesses }: Guessed): boolean {
  if (!look.dialect.header) return true;
  return look.names.some((name, i) => guesses[i]?.role === 'cell' || nameRank(kind, 'cell', name) !== -1);
}

/** The columns that may name a cell: those guessed or named so, and where there is none, any that has no other role. */
export function cellCandidates(kind: 'events' | 'cells', file: Guessed): CellCandidates {
  const { names, rows, dialect } = file.look;
  const columns = openColumns(file);
  const guessed = columns.filter((column) => file.guesses[column]?.role === 'cell');
  const areas = columns.filter((column) => file.guesses[column]?.role === 'area');
  const named = columns.filter((column) => nameRank(kind, 'cell', names[column] ?? '') !== -1);
  const told = dialect.header && isCellNamed(kind, file);
  const cells = [...new Set([...guessed, ...(told ? named : columns)])];
  const beside = dialect.header ? [] : columns.filter((column) => columns.includes(column + 1));
  const several = kind === 'cells' && dialect.header;
  return {
    rows,
    cells,
    ...(several ? { furtherOf: (cell, area) => furtherIn(names, cell, area) } : {}),
    pairs: [
      ...areas.flatMap((first) =>
        cells.filter((cell) => cell !== first).map((cell) => [first, cell] as const),
      ),
      ...beside.map((column) => [column, column + 1] as const),
    ],
  };
}

/** Columns that mean nothing else, but not those of the other party of a call. */
function openColumns({ look: { names }, guesses }: Guessed): readonly number[] {
  return names.flatMap((name, column) => {
    const role = guesses[column]?.role;
    const open = role === 'ignored' ? !isOtherParty(name) : /^(cell|area|furtherCell)$/.test(role ?? '');
    return open ? [column] : [];
  });
}

/** The columns of further cells in a row of a reference, each with its area, or that of the row. */
function furtherIn(
  names: readonly string[],
  cell: number,
  area: number | undefined,
): NonNullable<CellNaming['further']> {
  const areas = area === undefined ? [] : furtherColumns(names, area);
  return furtherColumns(names, cell).map((one, i) => {
    const beside = areas[i] ?? area;
    return beside === undefined ? { cell: one } : { cell: one, area: beside };
  });
}

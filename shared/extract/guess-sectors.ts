import type { ColumnRole } from './profile.ts';
import { furtherColumns } from './sector-columns.ts';
import { furtherRoles, plainRole, sectorRoles, type SectorRole } from './sectors.ts';
import type { Guess } from './guess.ts';

const unread: Guess = { role: 'ignored', reason: 'none' };

/**
 * Guesses with the columns of further sectors, where the column of the cell has others beside it that are named like it but for a number. Each
 * sector must have an area and a position of its own where any has, else only the first is read; ranges that do not fit are left unread.
 */
export function withSectors(names: readonly string[], guesses: readonly Guess[]): readonly Guess[] {
  const plain = guesses.map((guess) => (plainRole(guess.role) === undefined ? guess : unread));
  const roles = plain.map(({ role }) => role);
  const sets = sectorRoles.flatMap((role) => {
    const column = roles.indexOf(role);
    const further = column === -1 ? [] : furtherColumns(names, column);
    return further.length === 0 ? [] : [{ role, column, further }];
  });
  const cells = sets.find(({ role }) => role === 'cell')?.further.length;
  if (cells === undefined) return plain;
  const fits = ({ further }: SectorSet): boolean => further.length === cells && isFree(further, roles);
  const unfit = sets.filter((set) => !fits(set)).map(({ role }) => role);
  if (unfit.some((role) => role !== 'range')) return plain;
  const given = new Map<number, Guess>();
  for (const { role, column, further } of sets)
    if (unfit.includes(role)) given.set(column, unread);
    else for (const one of further) given.set(one, { role: furtherRoles[role], reason: 'name' });
  return plain.map((guess, column) => given.get(column) ?? guess);
}

/** The column of a role, and those of further sectors in the order of the sectors. */
interface SectorSet {
  readonly role: SectorRole;
  readonly column: number;
  readonly further: readonly number[];
}

/** Whether columns mean nothing else and stand in the order of their sectors, by which they are read. */
function isFree(columns: readonly number[], roles: readonly ColumnRole[]): boolean {
  return columns.every(
    (column, i) => roles[column] === 'ignored' && (i === 0 || column > (columns[i - 1] ?? 0)),
  );
}

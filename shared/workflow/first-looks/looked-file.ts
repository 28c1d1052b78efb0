import type { FirstLook } from '../../extract/first-look.ts';
import { guessRoles } from '../../extract/guess-roles.ts';
import type { Guess } from '../../extract/guess.ts';
import type { FileKind, Source } from '../../extract/source.ts';
import type { Steps } from '../../base/steps.ts';
import type { LookedSource } from '../look-at-source.ts';

/** A table after the first look: its rows and the roles its columns seem to have. */
export interface LookedFile {
  readonly kind: FileKind;
  readonly source: Source;
  readonly look: FirstLook;
  readonly guesses: readonly Guess[];
  /** Whether the look reached the end of the file. */
  readonly whole: boolean;
}

/** The file with the roles its columns seem to have by themselves, without a look at other files. */
export function* guessing(source: Source, kind: FileKind, { look, whole }: LookedSource): Steps<LookedFile> {
  yield { done: 0, total: 1 };
  const { names, rows, dialect } = look;
  const guesses = guessRoles(kind, names, rows, dialect.header);
  return { kind, source, look, whole, guesses: kind === 'events' ? preferOnePlace(guesses, rows) : guesses };
}

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

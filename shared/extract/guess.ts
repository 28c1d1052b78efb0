import type { ColumnRole } from './profile.ts';

/** A guessed role and what it rests on. */
export interface Guess {
  readonly role: ColumnRole;
  readonly reason: 'name' | 'values' | 'position' | 'none';
}

import { Refusal } from '../../shared/base/failure.ts';

/** Shortest passphrase in characters that is taken as it is. */
export const minimumCharacters = 14;
/** Fewest words that make a shorter passphrase good enough. */
export const minimumWords = 5;

/** Whether a passphrase holds the character NUL: scrypt takes one with NULs at its end for the same without them. */
export function hasNul(passphrase: string): boolean {
  return passphrase.includes('\0');
}

/** Throws `Refusal` `weak-passphrase` unless it has 14 characters or 5 words, and `passphrase-nul` where it holds a NUL. */
export function refuseWeakPassphrase(passphrase: string): void {
  if (hasNul(passphrase))
    throw new Refusal(
      'passphrase-nul',
      'The passphrase holds the character NUL, which does not count at its end: leave it out.',
    );
  const words = passphrase.split(/\s+/).filter((word) => word !== '').length;
  if (Array.from(passphrase).length >= minimumCharacters || words >= minimumWords) return;
  throw new Refusal(
    'weak-passphrase',
    `The passphrase is too short: use at least ${minimumCharacters} characters or ${minimumWords} words.`,
    { characters: minimumCharacters, words: minimumWords },
  );
}

import { Refusal } from '../../shared/base/failure.ts';

/** Shortest passphrase in characters that is taken as it is. */
export const minimumCharacters = 14;
/** Fewest words that make a shorter passphrase good enough. */
export const minimumWords = 5;

/** Throws `Refusal` `weak-passphrase` unless it has 14 characters or 5 words. */
export function refuseWeakPassphrase(passphrase: string): void {
  const words = passphrase.split(/\s+/).filter((word) => word !== '').length;
  if (Array.from(passphrase).length >= minimumCharacters || words >= minimumWords) return;
  throw new Refusal(
    'weak-passphrase',
    `The passphrase is too short: use at least ${minimumCharacters} characters or ${minimumWords} words.`,
    { characters: minimumCharacters, words: minimumWords },
  );
}

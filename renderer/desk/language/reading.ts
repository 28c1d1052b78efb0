import { limitText } from './limit-text.ts';
import type { TFunction } from 'i18next';
import type { formatsOf } from './format.ts';

/**
 * How one value of evidence is read. `unit` is the key of a text with a plural that takes `shown`; `words` gives the key for
 * each value it knows. A day is `YYYY-MM-DD`, a stamp an instant in UTC, a list names joined by a comma and a blank, a limit what
 * `limitText` reads, a decimal a number of 0 or more, also as text.
 */
export type Reading =
  | { readonly as: 'count'; readonly unit: string }
  | { readonly as: 'words' | 'list'; readonly words: Readonly<Record<string, string>> }
  | { readonly as: 'day' | 'stamp' | 'text' | 'decimal' | 'limit' };

/** One value with a name: the key of its name, and how it is read. */
export interface Told {
  readonly name: string;
  readonly reading: Reading;
}

export interface Speech {
  readonly t: TFunction;
  readonly format: ReturnType<typeof formatsOf>;
  /** Zone in which instants are written. */
  readonly timeZone: string;
}

const wordOf = (words: Readonly<Record<string, string>>, value: string): string | undefined =>
  Object.hasOwn(words, value) ? words[value] : undefined;
const itemsOf = (value: string): readonly string[] => (value === '' ? [] : value.split(', '));

/** Whether a value is of the kind its reading expects; one that is not must be shown as it stands. */
export function fits(reading: Reading, value: unknown): value is string | number {
  if (reading.as === 'count') return Number.isSafeInteger(value) && Number(value) >= 0;
  if (reading.as === 'decimal') return /^\d{1,12}(\.\d{1,12})?$/.test(String(value)) && !Array.isArray(value);
  if (typeof value !== 'string') return false;
  switch (reading.as) {
    case 'words':
      return wordOf(reading.words, value) !== undefined;
    case 'list':
      return itemsOf(value).every((item) => wordOf(reading.words, item) !== undefined);
    case 'day':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
    case 'stamp':
      return !Number.isNaN(Date.parse(value));
    case 'text':
    case 'limit':
      return true;
  }
}

/** A value that fits its reading, in the language and with the numbers and dates of `speech`. */
export function readingText(reading: Reading, value: string | number, speech: Speech): string {
  const { t, format, timeZone } = speech;
  const text = String(value);
  switch (reading.as) {
    case 'count':
      return t(reading.unit, { count: Number(value), shown: format.number(Number(value)) });
    case 'words':
      return t(wordOf(reading.words, text) ?? text);
    case 'list':
      return (
        itemsOf(text)
          .map((item) => t(wordOf(reading.words, item) ?? item))
          .join(', ') || t('approve.numbers.none')
      );
    case 'day':
      return format.day(text);
    case 'stamp':
      return format.stamp(text, timeZone);
    case 'decimal':
      return format.decimal(Number(text));
    case 'limit':
      return limitText(t, text);
    case 'text':
      return text || '–';
  }
}

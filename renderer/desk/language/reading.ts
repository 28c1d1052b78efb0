import { tenToMinus } from '../../../shared/base/ten-to-minus.ts';
import { limitText } from './limit-text.ts';
import type { TFunction } from 'i18next';
import type { formatsOf } from './format.ts';

/**
 * How one value of evidence is read. `unit` is the key of a text with a plural that takes `shown`; `words` gives the key for
 * each value it knows. A day is `YYYY-MM-DD`, a stamp an instant in UTC, a list names joined by a comma and a blank, a limit what
 * `limitText` reads, a decimal a number of 0 or more, also as text, and `tenToMinus` the exponent of a power of ten without its sign.
 */
export type Reading =
  | { readonly as: 'count'; readonly unit: string }
  | { readonly as: 'words' | 'list'; readonly words: Readonly<Record<string, string>> }
  | { readonly as: 'day' | 'stamp' | 'text' | 'decimal' | 'limit' | 'tenToMinus' };

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

type Kind = Reading['as'];
type Words = Readonly<Record<string, string>>;

const wordsOf = (reading: Reading): Words => ('words' in reading ? reading.words : {});
const anyText = () => true;

/** Whether a text is of the kind its reading expects. */
const textFits: Readonly<
  Record<Exclude<Kind, 'count' | 'decimal' | 'tenToMinus'>, (text: string, words: Words) => boolean>
> = {
  words: (text, words) => wordOf(words, text) !== undefined,
  list: (text, words) => itemsOf(text).every((item) => wordOf(words, item) !== undefined),
  day: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)),
  stamp: (text) => !Number.isNaN(Date.parse(text)),
  text: anyText,
  limit: anyText,
};

/** Whether a value is of the kind its reading expects; one that is not must be shown as it stands. */
export function fits(reading: Reading, value: unknown): value is string | number {
  if (reading.as === 'count' || reading.as === 'tenToMinus')
    return Number.isSafeInteger(value) && Number(value) >= 0;
  if (reading.as === 'decimal' && typeof value === 'number') return Number.isFinite(value) && value >= 0;
  if (typeof value !== 'string') return false;
  return reading.as === 'decimal'
    ? /^\d{1,12}(\.\d{1,12})?$/.test(value)
    : textFits[reading.as](value, wordsOf(reading));
}

type Say = (text: string, speech: Speech, reading: Reading) => string;

const says: Readonly<Record<Kind, Say>> = {
  count: (text, { t, format }, reading) => {
    const unit = reading.as === 'count' ? reading.unit : '';
    return t(unit, { count: Number(text), shown: format.number(Number(text)) });
  },
  words: (text, { t }, reading) => t(wordOf(wordsOf(reading), text) ?? text),
  list: (text, { t }, reading) =>
    itemsOf(text)
      .map((item) => t(wordOf(wordsOf(reading), item) ?? item))
      .join(', ') || t('approve.numbers.none'),
  day: (text, { format }) => format.day(text),
  stamp: (text, { format, timeZone }) => format.stamp(text, timeZone),
  decimal: (text, { format }) => format.decimal(Number(text)),
  limit: (text, { t }) => limitText(t, text),
  tenToMinus: (text) => tenToMinus(Number(text)),
  text: (text) => text || '–',
};

/** A value that fits its reading, in the language and with the numbers and dates of `speech`. */
export function readingText(reading: Reading, value: string | number, speech: Speech): string {
  return says[reading.as](String(value), speech, reading);
}

import type { TimeFormat } from './profile.ts';

/** Ways to write a time that are taken apart by one pattern and put together as ISO has them. */
export const formatsInParts = [
  'monthNames',
  'dayFirstMarks',
  'monthFirstMarks',
  'shortYearFirst',
  'shortDayFirst',
] as const satisfies readonly TimeFormat[];
export type FormatInParts = (typeof formatsInParts)[number];

/** A part of a time; `month` is a number or a name, `half` the first letter of AM or PM, and `shift` an offset from UTC. */
export type TimePart = 'day' | 'month' | 'year' | 'hour' | 'minute' | 'second' | 'half' | 'shift';

/** A pattern for JavaScript and for the engine alike, of which letters may be capitals, and what its groups hold. */
export interface PartsPattern {
  readonly pattern: string;
  readonly groups: readonly TimePart[];
}

/**
 * Numbers of months by the first three letters of their names in English, German and Spanish, of which one letter with dots may be written as two.
 */
export const numbersOfMonths =
  'jan01jän01jae01ene01feb02mar03mär03mae03mrz03apr04abr04may05mai05jun06jul07aug08ago08sep09oct10okt10nov11dec12dez12dic12';

const names = [
  'jan(?:uary|uar)?|jän(?:ner)?|jaen(?:ner)?|ene(?:ro)?|feb(?:ruary|ruar|rero)?|mar(?:ch|zo)?|märz?|maerz?|mrz|apr(?:il)?|abr(?:il)?',
  'mayo?|mai|june?|juni|junio|july?|juli|julio|aug(?:ust)?|ago(?:sto)?|sept?(?:ember|iembre)?|o[ck]t(?:ober)?|octubre',
  'nov(?:ember|iembre)?|de[cz](?:ember)?|dic(?:iembre)?',
].join('|');

const day = '(0?[1-9]|[12][0-9]|3[01])';
const month = '(0?[1-9]|1[0-2])';
const year = '((?:19|20)[0-9]{2}|[0-9]{2})';
const clock =
  '(?:[ T]+([01]?[0-9]|2[0-4])[:.]([0-5][0-9])(?:[:.]([0-5][0-9])(?:[.,:][0-9]{1,9})?)?(?: ?([AP])[.]?M[.]?)?)?';
const offset = '(?: ?(Z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?))?';
const ofClock = ['hour', 'minute', 'second', 'half'] as const;

/** Two figures of a year from 2000 to 2037: milliseconds since 1970 that begin so lie before 1990. */
const shortYear = '([0-2][0-9]|3[0-7])';
const twoOfMonth = '(0[1-9]|1[0-2])';
const twoOfDay = '(0[1-9]|[12][0-9]|3[01])';
const sixOfClock = '([01][0-9]|2[0-3])([0-5][0-9])([0-5][0-9])(?:[.,][0-9]{1,9})?';

const dayAndName = `${day}(?:[-/ ]|[.] ?)(${names})(?:[-/ ]|[.] ?)${year}`;
const nameAndDay = `(${names})[.]? +${day},? +${year}`;

/** Patterns by format; a value is written so where one of them fits all of it. */
export const patternsInParts: Readonly<Record<FormatInParts, readonly PartsPattern[]>> = {
  monthNames: [
    {
      pattern: `${dayAndName}${clock}${offset}`,
      groups: ['day', 'month', 'year', ...ofClock, 'shift'],
    },
    {
      pattern: `${nameAndDay}${clock}${offset}`,
      groups: ['month', 'day', 'year', ...ofClock, 'shift'],
    },
  ],
  dayFirstMarks: [
    { pattern: `${day}[./-]${month}[./-]${year}${clock}`, groups: ['day', 'month', 'year', ...ofClock] },
  ],
  monthFirstMarks: [
    { pattern: `${month}[./-]${day}[./-]${year}${clock}`, groups: ['month', 'day', 'year', ...ofClock] },
  ],
  shortYearFirst: [
    {
      pattern: `${shortYear}${twoOfMonth}${twoOfDay}${sixOfClock}`,
      groups: ['year', 'month', 'day', 'hour', 'minute', 'second'],
    },
    {
      pattern: `${shortYear}[-/]${twoOfMonth}[-/]${twoOfDay}${clock}`,
      groups: ['year', 'month', 'day', ...ofClock],
    },
  ],
  shortDayFirst: [
    {
      pattern: `${twoOfDay}${twoOfMonth}${shortYear}${sixOfClock}`,
      groups: ['day', 'month', 'year', 'hour', 'minute', 'second'],
    },
  ],
};

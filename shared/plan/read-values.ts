import type { Mapping, Reading, TimeFormat } from '../extract/profile.ts';
import type { FormatInParts } from '../extract/time-in-parts.ts';
import { commaList, literal, sql, type Sql } from '../sql/fragment.ts';
import { wholeText } from './cell-text.ts';
import { textOf } from './csv-columns.ts';
import { hashUnderKey } from './hash-key.ts';
import { isoOfParts } from './iso-of-parts.ts';

/** First and last second an event may bear: 1990-01-01 to 2037-12-31. Anything else is a bad time. */
export const firstPossibleSecond = 631_152_000;
export const lastPossibleSecond = 2_145_916_799;

const clocks = [' %H:%M:%S', ' %H:%M', 'T%H:%M:%S', 'T%H:%M', ''];
const clocksOfTwelve = [' %I:%M:%S %p', ' %I:%M %p', ' %H:%M:%S.%f'];

/** Formats of dates by the order of their parts, with the clocks that people and spreadsheets write. */
function formatsOf(day: string, separators: string, times: readonly string[]): readonly string[] {
  return separators.split('').flatMap((dot) => times.map((clock) => `${day.replaceAll('-', dot)}${clock}`));
}

/**
 * A date with its year last. Two figures of a year are read as the year 26 by a format that wants four, which no whole number
 * of seconds can hold: only then the formats with two are tried.
 */
function yearLast(text: Sql, day: string): Sql {
  const four = [...formatsOf(`${day}-%Y`, './-', clocks), ...formatsOf(`${day}-%Y`, './-', clocksOfTwelve)];
  const two = formatsOf(`${day}-%y`, './-', [...clocks, ...clocksOfTwelve]);
  return sql`coalesce(${written(text, four)}, ${written(text, two)})`;
}

/** A year first, then anything that is neither a figure nor a letter between the parts, a fraction of a second passed over. */
const compactTime =
  '[0-9]{4}[._/-]?[0-9]{2}[._/-]?[0-9]{2}([ _T-]?[0-9]{2}[:.-]?[0-9]{2}([:.-]?[0-9]{2}([.,][0-9]+)?)?)?';
const compactFormats = ['%Y%m%d%H%M%S', '%Y%m%d%H%M', '%Y%m%d'];

/** Days from 1899-12-30, where spreadsheets begin to count, to 1970-01-01. */
const spreadsheetDays = 25_569;

/**
 * Whole seconds since 1970 of a column of times, NULL where it is no time, not yet checked for being possible. Where the
 * mapping says that times have an offset it is applied, and a time without one is UTC; elsewhere all are what a local clock
 * showed, read as if it were UTC, and an offset is passed over.
 */
export function wholeSecondsOf(column: number, times: Pick<Mapping, 'timeFormat' | 'hasOffset'>): Sql {
  return secondsOf[times.timeFormat ?? 'iso'](textOf(column), times.hasOffset);
}

const written = (text: Sql, formats: readonly string[]): Sql =>
  sql`TRY_CAST(epoch_us(try_strptime(${text}, [${commaList(formats.map((one) => literal(one)))}])) // 1000000 AS INTEGER)`;

function isoSeconds(text: Sql, hasOffset: boolean): Sql {
  const plain = sql`TRY_CAST(${text} AS TIMESTAMP)`;
  if (!hasOffset) return sql`TRY_CAST(epoch_us(${plain}) // 1000000 AS INTEGER)`;
  const shifted = sql`CASE WHEN ${plain} IS NOT NULL THEN TRY_CAST(${text} AS TIMESTAMPTZ) END`;
  return sql`TRY_CAST(CASE WHEN ends_with(${text}, 'Z') THEN epoch_us(${plain}) ELSE epoch_us(${shifted}) END // 1000000 AS INTEGER)`;
}

type SecondsOf = (text: Sql, hasOffset: boolean) => Sql;

const inParts =
  (format: FormatInParts): SecondsOf =>
  (text, hasOffset) =>
    isoSeconds(isoOfParts(format, text, hasOffset), hasOffset);

const secondsOf: Readonly<Record<TimeFormat, SecondsOf>> = {
  iso: isoSeconds,
  dayFirst: (text) => yearLast(text, '%d-%m'),
  monthFirst: (text) => yearLast(text, '%m-%d'),
  compact: (text) => {
    const figures = sql`left(translate(${text}, ${literal('._/-: T,')}, ''), 14)`;
    return sql`CASE WHEN regexp_full_match(${text}, ${literal(compactTime)}) THEN ${written(figures, compactFormats)} END`;
  },
  epochSeconds: (text) =>
    sql`TRY_CAST(floor(CASE WHEN contains(${text}, 'E') OR contains(${text}, 'e') THEN NULL ELSE TRY_CAST(${text} AS DOUBLE) END) AS INTEGER)`,
  epochMilliseconds: (text) => sql`TRY_CAST(TRY_CAST(${text} AS BIGINT) // 1000 AS INTEGER)`,
  epochMicroseconds: (text) => sql`TRY_CAST(TRY_CAST(${text} AS BIGINT) // 1000000 AS INTEGER)`,
  spreadsheetDays: (text) => {
    const days = sql`TRY_CAST(replace(${text}, ',', '.') AS DOUBLE)`;
    return sql`TRY_CAST(round((${days} - ${literal(spreadsheetDays)}) * 86400) AS INTEGER)`;
  },
  monthNames: inParts('monthNames'),
  dayFirstMarks: inParts('dayFirstMarks'),
  monthFirstMarks: inParts('monthFirstMarks'),
  shortYearFirst: inParts('shortYearFirst'),
  shortDayFirst: inParts('shortDayFirst'),
};

/** A second that may be NULL, -1 where it is NULL or lies outside the possible times. */
export function possibleSecond(second: Sql): Sql {
  const span = sql`${literal(firstPossibleSecond)} AND ${literal(lastPossibleSecond)}`;
  return sql`(CASE WHEN ${second} BETWEEN ${span} THEN ${second} ELSE -1 END)::INTEGER`;
}

/** 64-bit hash of a column's text under the review's key. */
export function keyedHash(column: number, key: string, reading?: Reading): Sql {
  const text = textOf(column);
  return hashUnderKey(reading?.personsWhole === true ? wholeText(text) : text, key);
}

/** 1 where a column says yes, in German or English; 0 for anything else, an empty field among it. */
export function consentOf(column: number): Sql {
  return sql`(lower(${textOf(column)}) IN ('yes', 'y', 'ja', 'j', 'true', 't', 'wahr', '1'))::INTEGER`;
}

/** Metres of a unit, by definition. */
const metresIn = { kilometres: 1000, miles: 1609.344, feet: 0.3048 } as const;

/** A length in metres, 0 where there is none, or where it is negative or over 100 km. */
export function metresOf(column: number, reading?: Reading): Sql {
  const stated = sql`TRY_CAST(${textOf(column)} AS DOUBLE)`;
  const unit = reading?.rangeUnit ?? 'metres';
  const number = unit === 'metres' ? stated : sql`(${stated} * ${literal(metresIn[unit])})`;
  return sql`(CASE WHEN ${number} BETWEEN 0 AND 100000 THEN ${number} ELSE 0.0 END)::DOUBLE`;
}

/** A coordinate in degrees, 999 where there is none. */
export function degreesOf(column: number, reading: Reading | undefined): Sql {
  const text = textOf(column);
  if (reading?.degreesE7 === true) return fromE7(text);
  const plain = reading?.decimalComma === true ? sql`replace(${text}, ',', '.')` : text;
  return sql`coalesce(TRY_CAST(${plain} AS DOUBLE), 999.0)`;
}

/** Degrees of a whole number of 10^-7 degrees; anything with a fraction is no such number. */
function fromE7(text: Sql): Sql {
  const number = sql`TRY_CAST(${text} AS DOUBLE)`;
  return sql`coalesce(CASE WHEN ${number} = floor(${number}) THEN ${number} / ${literal(10_000_000)} END, 999.0)`;
}

/** A whole number from 0 to `most`, -1 where there is none; `34.0` is whole, `34.6` is not and is never rounded. */
export function smallWholeOf(column: number, most: number): Sql {
  const number = sql`TRY_CAST(${textOf(column)} AS DOUBLE)`;
  return sql`(CASE WHEN ${number} BETWEEN 0 AND ${literal(most)} AND ${number} = floor(${number})
    THEN ${number} ELSE -1 END)::INTEGER`;
}

/** Gender as an index into `genders`; what is not understood is unknown (3). */
export function genderOf(column: number): Sql {
  const text = sql`lower(${textOf(column)})`;
  return sql`(CASE WHEN ${text} IN ('f', 'female', 'w', 'woman', 'weiblich', 'frau') THEN 0
    WHEN ${text} IN ('m', 'male', 'man', 'männlich', 'maennlich', 'mann') THEN 1
    WHEN ${text} IN ('d', 'x', 'diverse', 'divers') THEN 2 ELSE 3 END)::INTEGER`;
}

import type { Mapping } from '../extract/profile.ts';
import { commaList, literal, sql, type Sql } from '../sql/fragment.ts';
import { textOf } from './csv-columns.ts';

/** First and last second an event may bear: 1990-01-01 to 2037-12-31. Anything else is a bad time. */
export const firstPossibleSecond = 631_152_000;
export const lastPossibleSecond = 2_145_916_799;

const dayFirstFormats = ['.', '/'].flatMap((dot) =>
  [' %H:%M:%S', ' %H:%M', 'T%H:%M:%S', 'T%H:%M', ''].map((clock) => `%d${dot}%m${dot}%Y${clock}`),
);

/**
 * Whole seconds since 1970 of a column of times, NULL where it is no time, not yet checked for being possible. Where the
 * mapping says that times have an offset it is applied, and a time without one is UTC; elsewhere all are what a local clock
 * showed, read as if it were UTC, and an offset is passed over.
 */
export function wholeSecondsOf(column: number, times: Pick<Mapping, 'timeFormat' | 'hasOffset'>): Sql {
  const text = textOf(column);
  switch (times.timeFormat ?? 'iso') {
    case 'iso': {
      const type = times.hasOffset ? sql`TIMESTAMPTZ` : sql`TIMESTAMP`;
      return sql`TRY_CAST(epoch_us(TRY_CAST(${text} AS ${type})) // 1000000 AS INTEGER)`;
    }
    case 'dayFirst': {
      const formats = commaList(dayFirstFormats.map((one) => literal(one)));
      return sql`TRY_CAST(epoch_us(try_strptime(${text}, [${formats}])) // 1000000 AS INTEGER)`;
    }
    case 'epochSeconds':
      return sql`TRY_CAST(floor(TRY_CAST(${text} AS DOUBLE)) AS INTEGER)`;
    case 'epochMilliseconds':
      return sql`TRY_CAST(TRY_CAST(${text} AS BIGINT) // 1000 AS INTEGER)`;
  }
}

/** A second that may be NULL, -1 where it is NULL or lies outside the possible times. */
export function possibleSecond(second: Sql): Sql {
  const span = sql`${literal(firstPossibleSecond)} AND ${literal(lastPossibleSecond)}`;
  return sql`(CASE WHEN ${second} BETWEEN ${span} THEN ${second} ELSE -1 END)::INTEGER`;
}

/** 64-bit hash of a column's text under the review's key. DuckDB's own hash: it need only keep apart, never prove. */
export function keyedHash(column: number, key: string): Sql {
  return sql`hash(${literal(key)} || ${textOf(column)})`;
}

/**
 * A 32-bit number from a column's text alone, the same in every review: it orders ties. DuckDB's own hash without a key,
 * so it must never leave the vault.
 */
export function tieOf(column: number): Sql {
  return sql`((hash(${textOf(column)}) >> 32)::BIGINT - 2147483648)::INTEGER`;
}

/** 1 where a column says yes, in German or English; 0 for anything else, an empty field among it. */
export function consentOf(column: number): Sql {
  return sql`(lower(${textOf(column)}) IN ('yes', 'y', 'ja', 'j', 'true', 't', 'wahr', '1'))::INTEGER`;
}

/** A length in metres, 0 where there is none, or where it is negative or over 100 km. */
export function metresOf(column: number): Sql {
  const number = sql`TRY_CAST(${textOf(column)} AS DOUBLE)`;
  return sql`(CASE WHEN ${number} BETWEEN 0 AND 100000 THEN ${number} ELSE 0.0 END)::DOUBLE`;
}

/** A coordinate in degrees, 999 where there is none. */
export function degreesOf(column: number): Sql {
  return sql`coalesce(TRY_CAST(${textOf(column)} AS DOUBLE), 999.0)`;
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

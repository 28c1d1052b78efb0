import type { TimeFormat } from '../extract/profile.ts';
import { ident, literal, sql, type Sql } from '../sql/fragment.ts';
import { textOf } from './csv-columns.ts';

/** First and last second an event may bear: 1990-01-01 to 2037-12-31. Anything else is a bad time. */
export const firstPossibleSecond = 631_152_000;
export const lastPossibleSecond = 2_145_916_799;

const dayFirstFormats = ['%d.%m.%Y %H:%M:%S', '%d.%m.%Y %H:%M', '%d/%m/%Y %H:%M:%S', '%d/%m/%Y %H:%M'];

/**
 * Whole seconds since 1970 of a column of times, -1 where it is no time or no possible one. Times without an offset come
 * out as if their clock showed UTC.
 */
export function secondsOf(column: number, format: TimeFormat): Sql {
  const text = ident(`c${column}`);
  const micros = ((): Sql => {
    switch (format) {
      case 'iso':
        return sql`epoch_us(TRY_CAST(${text} AS TIMESTAMP))`;
      case 'dayFirst': {
        const formats = dayFirstFormats.map((one) => literal(one)).join(', ') as Sql;
        return sql`epoch_us(try_strptime(${text}, [${formats}]))`;
      }
      case 'epochSeconds':
        return sql`CAST(floor(TRY_CAST(${text} AS DOUBLE)) * 1000000 AS BIGINT)`;
      case 'epochMilliseconds':
        return sql`TRY_CAST(${text} AS BIGINT) * 1000`;
    }
  })();
  const first = literal(BigInt(firstPossibleSecond) * 1_000_000n);
  const last = literal(BigInt(lastPossibleSecond) * 1_000_000n);
  return sql`(CASE WHEN ${micros} BETWEEN ${first} AND ${last} THEN ${micros} // 1000000 ELSE -1 END)::INTEGER`;
}

/** 64-bit hash of a column's text under the review's key. DuckDB's own hash: it need only keep apart, never prove. */
export function keyedHash(column: number, key: string): Sql {
  return sql`hash(${literal(key)} || ${textOf(column)})`;
}

/** A coordinate in degrees, 999 where there is none. */
export function degreesOf(column: number): Sql {
  return sql`coalesce(TRY_CAST(${ident(`c${column}`)} AS DOUBLE), 999.0)`;
}

/** A whole number from 0 to `most`, -1 where there is none. */
export function smallWholeOf(column: number, most: number): Sql {
  const number = sql`TRY_CAST(${textOf(column)} AS INTEGER)`;
  return sql`(CASE WHEN ${number} BETWEEN 0 AND ${literal(most)} THEN ${number} ELSE -1 END)::INTEGER`;
}

/** Gender as an index into `genders`; what is not understood is unknown (3). */
export function genderOf(column: number): Sql {
  const text = sql`lower(${textOf(column)})`;
  return sql`(CASE WHEN ${text} IN ('f', 'female', 'w', 'woman', 'weiblich', 'frau') THEN 0
    WHEN ${text} IN ('m', 'male', 'man', 'männlich', 'maennlich', 'mann') THEN 1
    WHEN ${text} IN ('d', 'x', 'diverse', 'divers') THEN 2 ELSE 3 END)::INTEGER`;
}

import { clockOfTwelvePattern, clockPattern, figuresPattern } from '../extract/clock-format.ts';
import type { Mapping } from '../extract/profile.ts';
import { literal, sql, type Sql } from '../sql/fragment.ts';
import { textOf } from './csv-columns.ts';
import { isoOfParts } from './iso-of-parts.ts';
import { wholeSecondsOf } from './read-values.ts';

/** A day to put before a time of day, so that the engine reads both, and its own seconds. No offset makes it begin before 1970. */
const someDay = '1970-01-03 ';
const secondsOfSomeDay = 172_800;

/**
 * Whole seconds since 1970 of events, NULL where there is no time: from one column, or from a day and a time of day in columns of their own, with
 * the offset that the latter states where times have one. Beside a time of day only a whole day is read.
 */
export function eventSecondsOf(mapping: Mapping): Sql {
  const time = mapping.roles.indexOf('time');
  const clock = mapping.roles.indexOf('clock');
  if (clock === -1) return wholeSecondsOf(time, mapping);
  const day = wholeSecondsOf(time, { ...mapping, hasOffset: false });
  return sql`CASE WHEN ${day} % 86400 = 0 THEN ${day} + ${clockSeconds(textOf(clock), mapping)} END`;
}

/** Seconds of a time of day since midnight UTC, BIGINT, NULL where it is none. */
function clockSeconds(text: Sql, { hasOffset, reading }: Mapping): Sql {
  const figures = reading?.clockFigures;
  const inFigures =
    figures === undefined
      ? sql``
      : sql` WHEN ${matches(text, figuresPattern[figures])} THEN ${secondsOfFigures[figures](text)}`;
  return sql`CASE${inFigures} WHEN ${matches(text, clockPattern)} THEN ${secondsWithColons(text, hasOffset)}
    WHEN ${matches(text, clockOfTwelvePattern)} THEN ${secondsOfTwelve(text)} END`;
}

function matches(text: Sql, pattern: string): Sql {
  return sql`regexp_full_match(${text}, ${literal(pattern)})`;
}

function secondsWithColons(text: Sql, hasOffset: boolean): Sql {
  const written = sql`${literal(someDay)} || ${text}`;
  const plain = sql`epoch_us(TRY_CAST(${written} AS TIMESTAMP))`;
  const shifted = sql`CASE WHEN ends_with(${text}, 'Z') THEN ${plain} ELSE epoch_us(TRY_CAST(${written} AS TIMESTAMPTZ)) END`;
  return sql`(${hasOffset ? shifted : plain}) // 1000000 - ${literal(secondsOfSomeDay)}`;
}

/** Written with the hours of half a day: what is left of 1900-01-01 without its days. */
function secondsOfTwelve(text: Sql): Sql {
  const formats = sql`['%I:%M:%S %p', '%I:%M %p', '%I:%M:%S%p', '%I:%M%p']`;
  return sql`(epoch_us(try_strptime(${text}, ${formats})) // 1000000 + ${literal(25_567 * 86_400)})`;
}

const secondsOfFigures = {
  hoursToSeconds: (text: Sql): Sql => {
    const number = numberOf(text);
    return sql`(${number} // 10000 * 3600 + ${number} // 100 % 100 * 60 + ${number} % 100)`;
  },
  hoursAndMinutes: (text: Sql): Sql => sql`(${numberOf(text)} // 100 * 3600 + ${numberOf(text)} % 100 * 60)`,
  dots: (text: Sql): Sql => {
    const iso = isoOfParts('dayFirstMarks', sql`(${literal('3.1.1970 ')} || ${text})`, false);
    return sql`(epoch_us(TRY_CAST(${iso} AS TIMESTAMP)) // 1000000 - ${literal(secondsOfSomeDay)})`;
  },
} as const;

function numberOf(text: Sql): Sql {
  return sql`TRY_CAST(floor(TRY_CAST(${text} AS DOUBLE)) AS BIGINT)`;
}

import {
  numbersOfMonths,
  patternsInParts,
  type FormatInParts,
  type PartsPattern,
  type TimePart,
} from '../extract/time-in-parts.ts';
import { commaList, literal, sql, type Sql } from '../sql/fragment.ts';

/**
 * A time as ISO writes it, made from one that a pattern of its format takes apart; NULL where none fits. Day and hour may still be none. Fractions of seconds
 * are passed over, and so is an offset unless `hasOffset`; then a time without one is UTC.
 */
export function isoOfParts(format: FormatInParts, text: Sql, hasOffset: boolean): Sql {
  const cases = patternsInParts[format].map((one) => caseOf(one, text, hasOffset));
  return sql`CASE${cases.reduce((all, next) => sql`${all}${next}`)} END`;
}

/** The parts are found once, and named `t` for the one text that is made of them. */
function caseOf({ pattern, groups }: PartsPattern, text: Sql, hasOffset: boolean): Sql {
  const names = commaList(groups.map((group) => literal(group)));
  const found = sql`regexp_extract(${text}, ${literal(`^(?:${pattern})$`)}, [${names}], 'i')`;
  const parts = new Set(groups);
  const date = sql`${yearOf} || '-' || ${monthOf} || '-' || t.day`;
  const iso = sql`${date} || ' ' || ${clockOf(parts)}${hasOffset ? sql` || ${offsetOf(parts)}` : sql``}`;
  return sql` WHEN regexp_full_match(${text}, ${literal(pattern)}, 'i') THEN list_transform([${found}], lambda t: ${iso})[1]`;
}

/** Two figures are a year from 1970 to 2069. */
const yearOf = sql`CASE WHEN strlen(t.year) = 4 THEN '' WHEN t.year < '70' THEN '20' ELSE '19' END || t.year`;

const months = literal(numbersOfMonths);
const monthOf = sql`CASE WHEN t.month < 'A' THEN t.month
    ELSE substr(${months}, instr(${months}, lower(left(t.month, 3))) + 3, 2) END`;

function clockOf(parts: ReadonlySet<TimePart>): Sql {
  const hour = parts.has('half') ? hourOfHalf : sql`t.hour`;
  return sql`CASE WHEN t.hour = '' THEN '00:00:00'
    ELSE ${hour} || ':' || t.minute || ':' || CASE WHEN t.second = '' THEN '00' ELSE t.second END END`;
}

/** Hours of half a day begin with 12; no other than 1 to 12 is one. */
const hourOfHalf = sql`CASE WHEN t.half = '' THEN t.hour WHEN TRY_CAST(t.hour AS INTEGER) BETWEEN 1 AND 12
    THEN CAST(TRY_CAST(t.hour AS INTEGER) % 12 + CASE WHEN lower(t.half) = 'p' THEN 12 ELSE 0 END AS VARCHAR) ELSE '99' END`;

function offsetOf(parts: ReadonlySet<TimePart>): Sql {
  if (!parts.has('shift')) return literal('Z');
  return sql`CASE WHEN upper(t.shift) IN ('', 'UTC', 'GMT') THEN 'Z' ELSE upper(t.shift) END`;
}

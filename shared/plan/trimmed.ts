import { literal, sql, type Sql } from '../sql/fragment.ts';

/**
 * What surrounds a value without being part of it: quotes, blanks of all scripts, and marks that nobody sees, as byte order
 * marks inside files that were joined, or directions around a copied number.
 */
const surroundings =
  '" \t\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000' +
  '\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF';

/**
 * A text without what surrounds it; quotes stay where they were read as such. Trimming is dear: only what begins or ends with
 * a blank, a quote or a mark before the quote in ASCII, which `#` follows, is trimmed, and what has a character beyond ASCII.
 */
export function trimmed(text: Sql, quoted = true): Sql {
  const around = literal(quoted ? surroundings.slice(1) : surroundings);
  return sql`CASE WHEN ${text} >= '#' AND right(${text}, 1) >= '#' AND strlen(${text}) = length(${text})
    THEN ${text} ELSE trim(${text}, ${around}) END`;
}

import { literal, sql, type Sql } from '../sql/fragment.ts';

/**
 * What surrounds a value without being part of it: quotes, blanks of all scripts, and marks that nobody sees, as byte order
 * marks inside files that were joined, or directions around a copied number.
 */
const surroundings =
  '" \t\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000' +
  '\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF';

/**
 * A text without what surrounds it, empty where there is none; quotes stay where they were read as such. Trimming is dear: only what begins before `#` in ASCII, as
 * blanks and quotes do, or ends with one of them is trimmed, and what has a character beyond ASCII.
 */
export function trimmed(text: Sql, quoted = true): Sql {
  return unlessPlain(text, ['"'], quoted ? surroundings.slice(1) : surroundings);
}

/** The same of a value from a file that is no text, which may begin or end with line ends. */
export function trimmedOfTable(text: Sql): Sql {
  return unlessPlain(text, ['\n', '\r'], `${surroundings.slice(1)}\n\r`);
}

function unlessPlain(text: Sql, ends: readonly string[], around: string): Sql {
  const without = (end: string): Sql => sql`NOT ends_with(${text}, ${literal(end)})`;
  const further = ends.map(without).reduce((all, one) => sql`${all} AND ${one}`);
  return sql`CASE WHEN ${text} >= '#' AND strlen(${text}) = length(${text}) AND ${without(' ')} AND ${without('\t')}
    AND ${further} THEN ${text} WHEN ${text} IS NULL OR ${text} = '' THEN '' ELSE trim(${text}, ${literal(around)}) END`;
}

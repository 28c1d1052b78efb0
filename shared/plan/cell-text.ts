import type { CellForm, Mapping } from '../extract/profile.ts';
import { literal, sql, type Sql } from '../sql/fragment.ts';
import { textOf } from './csv-columns.ts';

/**
 * The text by which a cell is known, from the columns with the roles `cell` and `area`; the same as `cellKey` makes. Empty
 * where the cell is. A cell in one column that is as written is the column itself.
 */
export function cellText(mapping: Mapping): Sql {
  const cell = textOf(mapping.roles.indexOf('cell'));
  const area = mapping.roles.indexOf('area');
  const form = mapping.reading?.cellForm ?? 'asWritten';
  if (area === -1) return partOf(form, cell);
  return sql`CASE WHEN ${cell} = '' THEN '' ELSE ${partOf(form, textOf(area))} || '-' || ${partOf(form, cell)} END`;
}

function partOf(form: CellForm, text: Sql): Sql {
  switch (form) {
    case 'asWritten':
      return text;
    case 'whole':
      return wholeText(text);
    case 'number':
      return guarded(text, '[0-9]{1,19}([.]0+)?', sql`TRY_CAST(${wholeText(text)} AS UBIGINT)`);
    case 'hex':
      return guarded(
        text,
        '(0[xX])?[0-9a-fA-F]{1,15}',
        sql`TRY_CAST('0x' || regexp_replace(${text}, '^0[xX]', '') AS UBIGINT)`,
      );
    case 'millions':
      return splitBy(text, 1_000_000);
    case 'sectors':
      return splitBy(text, 256);
    case 'lastPart':
      return guarded(text, joinedNumbers, part(text, '([0-9]+)$'));
    case 'lastTwoParts':
      return guarded(
        text,
        joinedNumbers,
        sql`${part(text, '([0-9]+)[^0-9][0-9]+$')} || '-' || ${part(text, '([0-9]+)$')}`,
      );
  }
}

/** Numbers joined by a mark, as network code, area and cell are in `262-07-1234-567`. */
const joinedNumbers = '[0-9]{1,18}([-_.: ][0-9]{1,18}){1,4}';

/** A text without the `.0` that makes a whole number a fraction. */
export function wholeText(text: Sql): Sql {
  return sql`regexp_replace(${text}, '[.]0+$', '')`;
}

function guarded(text: Sql, pattern: string, read: Sql): Sql {
  return sql`CASE WHEN regexp_full_match(${text}, ${literal(pattern)}) THEN CAST(${read} AS VARCHAR) ELSE ${text} END`;
}

function part(text: Sql, pattern: string): Sql {
  return sql`CAST(TRY_CAST(regexp_extract(${text}, ${literal(pattern)}, 1) AS BIGINT) AS VARCHAR)`;
}

function splitBy(text: Sql, by: number): Sql {
  const number = sql`TRY_CAST(${wholeText(text)} AS BIGINT)`;
  const joined = sql`CAST(${number} // ${literal(by)} AS VARCHAR) || '-' || CAST(${number} % ${literal(by)} AS VARCHAR)`;
  return guarded(text, '[0-9]{1,15}([.]0+)?', joined);
}

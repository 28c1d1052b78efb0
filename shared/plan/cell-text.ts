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
  return texts[form](text);
}

/** Hexadecimal numbers joined by a mark. */
const joinedHex = '[0-9a-fA-F]{1,15}([-_.: ][0-9a-fA-F]{1,15}){1,4}';

/** Numbers joined by a mark, as network code, area and cell are in `262-07-1234-567`. */
const joinedNumbers = '[0-9]{1,18}([-_.: ][0-9]{1,18}){1,4}';

const texts: Readonly<Record<CellForm, (text: Sql) => Sql>> = {
  asWritten: (text) => text,
  whole: (text) => wholeText(text),
  number: (text) => guarded(text, '[0-9]{1,19}([.]0+)?', sql`TRY_CAST(${wholeText(text)} AS UBIGINT)`),
  hex: (text) =>
    guarded(
      text,
      '(0[xX])?[0-9a-fA-F]{1,15}',
      sql`TRY_CAST('0x' || regexp_replace(${text}, '^0[xX]', '') AS UBIGINT)`,
    ),
  millions: (text) => splitBy(text, 1_000_000),
  sectors: (text) => splitBy(text, 256),
  lastPart: (text) => guarded(text, joinedNumbers, part(text, '([0-9]+)$')),
  lastTwoParts: (text) =>
    guarded(
      text,
      joinedNumbers,
      sql`${part(text, '([0-9]+)[^0-9][0-9]+$')} || '-' || ${part(text, '([0-9]+)$')}`,
    ),
  lastPartHex: (text) => guarded(text, joinedHex, hexPart(text, '([0-9a-fA-F]+)$')),
  lastTwoPartsHex: (text) =>
    guarded(
      text,
      joinedHex,
      sql`${hexPart(text, '([0-9a-fA-F]+)[^0-9a-fA-F][0-9a-fA-F]+$')} || '-' || ${hexPart(text, '([0-9a-fA-F]+)$')}`,
    ),
  behind5: (text) => behind(text, 5),
  behind6: (text) => behind(text, 6),
  fiveAndFive: (text) =>
    guarded(
      text,
      '[2-7][0-9]{14,15}',
      sql`${part(text, '([0-9]{5})[0-9]{5}$')} || '-' || ${part(text, '([0-9]{5})$')}`,
    ),
};

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

/** The number behind the digits of a network. */
function behind(text: Sql, digits: number): Sql {
  return guarded(text, '[2-7][0-9]{6,16}', sql`TRY_CAST(substr(${text}, ${literal(digits + 1)}) AS UBIGINT)`);
}

function hexPart(text: Sql, pattern: string): Sql {
  return sql`CAST(TRY_CAST('0x' || regexp_extract(${text}, ${literal(pattern)}, 1) AS UBIGINT) AS VARCHAR)`;
}

function splitBy(text: Sql, by: number): Sql {
  const number = sql`TRY_CAST(${wholeText(text)} AS BIGINT)`;
  const joined = sql`CAST(${number} // ${literal(by)} AS VARCHAR) || '-' || CAST(${number} % ${literal(by)} AS VARCHAR)`;
  return guarded(text, '[0-9]{1,15}([.]0+)?', joined);
}

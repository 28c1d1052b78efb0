import type { ColumnRole, Mapping } from '../extract/profile.ts';
import { commaList, literal, sql, type Sql } from '../sql/fragment.ts';
import { readChunk, textOf, type CsvChunk } from './csv-columns.ts';
import {
  consentOf,
  degreesOf,
  genderOf,
  keyedHash,
  metresOf,
  possibleSecond,
  smallWholeOf,
  tieOf,
  wholeSecondsOf,
} from './read-values.ts';

/** Roles that describe persons, in their own file or among the events. */
export const attributeRoles = ['age', 'birthYear', 'gender', 'consent', 'samePerson', 'holder'] as const;

/** Index of the column with a role, -1 when none has it. */
export function columnOf(mapping: Mapping, role: ColumnRole): number {
  return mapping.roles.indexOf(role);
}

/** Columns with one of some roles, in file order; what has another role, or none, is not read. */
function columnsOf(mapping: Mapping, roles: readonly ColumnRole[]): readonly number[] {
  return mapping.roles.flatMap((role, column) => (roles.includes(role) ? [column] : []));
}

/** Whether events say their own position rather than name a cell. */
export function hasPositions(mapping: Mapping): boolean {
  return columnOf(mapping, 'latitude') !== -1 && columnOf(mapping, 'longitude') !== -1;
}

/**
 * Rows of an event chunk in file order: `person` (hash), `tie`, `second` (-1 bad time, -2 no person), and either `cell` (hash)
 * or `latitude` and `longitude` (999 when missing).
 */
export function eventRows(chunk: CsvChunk, mapping: Mapping, key: string): Sql {
  const person = columnOf(mapping, 'person');
  const place = hasPositions(mapping)
    ? [
        sql`${degreesOf(columnOf(mapping, 'latitude'))} AS latitude`,
        sql`${degreesOf(columnOf(mapping, 'longitude'))} AS longitude`,
      ]
    : [sql`hash(${textOf(columnOf(mapping, 'cell'))}) AS cell`];
  const used = columnsOf(mapping, [
    'person',
    'time',
    ...(hasPositions(mapping) ? (['latitude', 'longitude'] as const) : (['cell'] as const)),
  ]);
  const read = [
    sql`${keyedHash(person, key)} AS person`,
    sql`${tieOf(person)} AS tie`,
    sql`${textOf(person)} = '' AS nobody`,
    sql`${wholeSecondsOf(columnOf(mapping, 'time'), mapping)} AS second`,
    ...place,
  ];
  return sql`SELECT * EXCLUDE (nobody, second),
    (CASE WHEN ${possibleSecond(sql`second`)} = -1 THEN -1 WHEN nobody THEN -2 ELSE second END)::INTEGER AS second
    FROM (SELECT ${commaList(read)} FROM ${readChunk(chunk, used)})`;
}

/**
 * Rows of a cell reference: `cell` (hash), `latitude` and `longitude` (999 when missing, or when the cell has no name),
 * `range` (metres, 0 where the reference does not say).
 */
export function cellRows(chunk: CsvChunk, mapping: Mapping): Sql {
  const cell = textOf(columnOf(mapping, 'cell'));
  const range = columnOf(mapping, 'range');
  return sql`SELECT hash(${cell}) AS cell,
    CASE WHEN ${cell} = '' THEN 999.0 ELSE ${degreesOf(columnOf(mapping, 'latitude'))} END AS latitude,
    ${degreesOf(columnOf(mapping, 'longitude'))} AS longitude,
    ${range === -1 ? sql`CAST(0 AS DOUBLE)` : metresOf(range)} AS range
    FROM ${readChunk(chunk, columnsOf(mapping, ['cell', 'latitude', 'longitude', 'range']))}`;
}

/**
 * Rows of person attributes: `person` (hash), `age` and `birth_year` (-1 unknown), `gender` (index into `genders`), `consent` (1 yes,
 * 0 no, -1 without such a column), `same` (hash, with `same_missing` 1 when nothing is stated) and its `same_tie`, `holder`
 * (hash, with `holder_missing`).
 */
export function personRows(chunk: CsvChunk, mapping: Mapping, key: string): Sql {
  const number = (role: ColumnRole, expression: (column: number) => Sql, otherwise: number): Sql => {
    const column = columnOf(mapping, role);
    return column === -1 ? sql`CAST(${literal(otherwise)} AS INTEGER)` : expression(column);
  };
  const hash = (role: ColumnRole): Sql => {
    const column = columnOf(mapping, role);
    return column === -1 ? sql`CAST(0 AS UBIGINT)` : keyedHash(column, key);
  };
  const missing = (role: ColumnRole): Sql =>
    number(role, (column) => sql`(${textOf(column)} = '')::INTEGER`, 1);
  return sql`SELECT ${keyedHash(columnOf(mapping, 'person'), key)} AS person,
    ${number('age', (column) => smallWholeOf(column, 120), -1)} AS age,
    ${number('birthYear', (column) => smallWholeOf(column, 2037), -1)} AS birth_year,
    ${number('gender', genderOf, 3)} AS gender,
    ${number('consent', consentOf, -1)} AS consent,
    ${hash('samePerson')} AS same, ${missing('samePerson')} AS same_missing,
    ${number('samePerson', tieOf, 0)} AS same_tie,
    ${hash('holder')} AS holder, ${missing('holder')} AS holder_missing
    FROM ${readChunk(chunk, columnsOf(mapping, ['person', ...attributeRoles]))}`;
}

/** Rows of an objection register: `person` (hash, with `missing` 1 when there is none) and `as_of` in seconds, -1 unknown. */
export function objectionRows(chunk: CsvChunk, mapping: Mapping, key: string): Sql {
  const person = columnOf(mapping, 'person');
  const asOf = columnOf(mapping, 'asOf');
  const second =
    asOf === -1 ? sql`CAST(${literal(-1)} AS INTEGER)` : possibleSecond(wholeSecondsOf(asOf, mapping));
  return sql`SELECT ${keyedHash(person, key)} AS person, (${textOf(person)} = '')::INTEGER AS missing,
    ${second} AS as_of FROM ${readChunk(chunk, columnsOf(mapping, ['person', 'asOf']))}`;
}

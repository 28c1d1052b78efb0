import type { ColumnRole, Mapping } from '../extract/profile.ts';
import { commaList, literal, sql, type Sql } from '../sql/fragment.ts';
import { cellText } from './cell-text.ts';
import { textOf } from './csv-columns.ts';
import { eventSecondsOf } from './event-seconds.ts';
import {
  consentOf,
  firstPossibleSecond,
  lastPossibleSecond,
  degreesOf,
  genderOf,
  keyedHash,
  metresOf,
  possibleSecond,
  smallWholeOf,
  wholeSecondsOf,
} from './read-values.ts';
import { readRows, type RowsFrom } from './rows-from.ts';

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
 * Rows of events in file order: `person` (hash), `second` (-1 bad time, -2 no person), and either `cell` (hash)
 * or `latitude` and `longitude` (999 when missing).
 */
export function eventRows(from: RowsFrom, mapping: Mapping, key: string): Sql {
  const person = columnOf(mapping, 'person');
  const { reading } = mapping;
  const place = hasPositions(mapping)
    ? [sql`${latitudeOf(mapping)} AS latitude`, sql`${longitudeOf(mapping)} AS longitude`]
    : [sql`hash(${cellText(mapping)}) AS cell`];
  const used = columnsOf(mapping, [
    'person',
    'time',
    'clock',
    ...(hasPositions(mapping) ? (['latitude', 'longitude'] as const) : (['cell', 'area'] as const)),
  ]);
  const read = [
    sql`${keyedHash(person, key, reading)} AS person`,
    sql`${textOf(person)} = '' AS nobody`,
    sql`${eventSecondsOf(mapping)} AS second`,
    ...place,
  ];
  return sql`SELECT * EXCLUDE (nobody, second),
    (CASE WHEN second BETWEEN ${literal(firstPossibleSecond)} AND ${literal(lastPossibleSecond)}
      THEN CASE WHEN nobody THEN -2 ELSE second END ELSE -1 END)::INTEGER AS second
    FROM (SELECT ${commaList(read)} FROM ${readRows(from, used, reading)})`;
}

/** Latitude in degrees, 999 when missing; 0, 0 is missing where the reading says so. */
function latitudeOf(mapping: Mapping): Sql {
  const latitude = degreesOf(columnOf(mapping, 'latitude'), mapping.reading);
  if (mapping.reading?.zeroIsMissing !== true) return latitude;
  return sql`CASE WHEN ${latitude} = 0 AND ${longitudeOf(mapping)} = 0 THEN 999.0 ELSE ${latitude} END`;
}

function longitudeOf(mapping: Mapping): Sql {
  return degreesOf(columnOf(mapping, 'longitude'), mapping.reading);
}

/**
 * Rows of a cell reference: `cell` (hash), `latitude` and `longitude` (999 when missing, or when the cell has no name),
 * `range` (metres, 0 where the reference does not say), and where it says from when to when a row holds, `valid_from` and
 * `valid_to` in seconds, -1 where it is open.
 */
export function cellRows(from: RowsFrom, mapping: Mapping): Sql {
  const cell = textOf(columnOf(mapping, 'cell'));
  const range = columnOf(mapping, 'range');
  const validity = hasValidity(mapping)
    ? sql`,
    ${validSecond(mapping, 'validFrom')} AS valid_from, ${validSecond(mapping, 'validTo')} AS valid_to`
    : sql``;
  return sql`SELECT hash(${cellText(mapping)}) AS cell,
    CASE WHEN ${cell} = '' THEN 999.0 ELSE ${latitudeOf(mapping)} END AS latitude,
    ${longitudeOf(mapping)} AS longitude,
    ${range === -1 ? sql`CAST(0 AS DOUBLE)` : metresOf(range, mapping.reading)} AS range${validity}
    FROM ${readRows(from, columnsOf(mapping, cellRoles), mapping.reading)}`;
}

const cellRoles = ['cell', 'area', 'latitude', 'longitude', 'range', 'validFrom', 'validTo'] as const;

/** Whether a cell reference says from when or until when its rows hold. */
export function hasValidity(mapping: Mapping): boolean {
  return columnOf(mapping, 'validFrom') !== -1 || columnOf(mapping, 'validTo') !== -1;
}

function validSecond(mapping: Mapping, role: 'validFrom' | 'validTo'): Sql {
  const column = columnOf(mapping, role);
  return column === -1 ? sql`CAST(-1 AS INTEGER)` : possibleSecond(wholeSecondsOf(column, mapping));
}

/**
 * Rows of person attributes: `person` (hash), `age` and `birth_year` (-1 unknown), `gender` (index into `genders`), `consent` (1 yes,
 * 0 no, -1 without such a column), `same` (hash, with `same_missing` 1 when nothing is stated), `holder`
 * (hash, with `holder_missing`).
 */
export function personRows(from: RowsFrom, mapping: Mapping, key: string): Sql {
  const number = (role: ColumnRole, expression: (column: number) => Sql, otherwise: number): Sql => {
    const column = columnOf(mapping, role);
    return column === -1 ? sql`CAST(${literal(otherwise)} AS INTEGER)` : expression(column);
  };
  const hash = (role: ColumnRole): Sql => {
    const column = columnOf(mapping, role);
    return column === -1 ? sql`CAST(0 AS UBIGINT)` : keyedHash(column, key, mapping.reading);
  };
  const missing = (role: ColumnRole): Sql =>
    number(role, (column) => sql`(${textOf(column)} = '')::INTEGER`, 1);
  return sql`SELECT ${keyedHash(columnOf(mapping, 'person'), key, mapping.reading)} AS person,
    ${number('age', (column) => smallWholeOf(column, 120), -1)} AS age,
    ${number('birthYear', (column) => smallWholeOf(column, 2037), -1)} AS birth_year,
    ${number('gender', genderOf, 3)} AS gender,
    ${number('consent', consentOf, -1)} AS consent,
    ${hash('samePerson')} AS same, ${missing('samePerson')} AS same_missing,
    ${hash('holder')} AS holder, ${missing('holder')} AS holder_missing
    FROM ${readRows(from, columnsOf(mapping, ['person', ...attributeRoles]), mapping.reading)}`;
}

/** Rows of an objection register: `person` (hash, with `missing` 1 when there is none) and `as_of` in seconds, -1 unknown. */
export function objectionRows(from: RowsFrom, mapping: Mapping, key: string): Sql {
  const person = columnOf(mapping, 'person');
  const asOf = columnOf(mapping, 'asOf');
  const second =
    asOf === -1 ? sql`CAST(${literal(-1)} AS INTEGER)` : possibleSecond(wholeSecondsOf(asOf, mapping));
  return sql`SELECT ${keyedHash(person, key, mapping.reading)} AS person, (${textOf(person)} = '')::INTEGER AS missing,
    ${second} AS as_of FROM ${readRows(from, columnsOf(mapping, ['person', 'asOf']), mapping.reading)}`;
}

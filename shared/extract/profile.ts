import { z } from 'zod';
import { FileKind } from './source.ts';

/**
 * What a column means to Freigabe. `ignored` columns are never read past the first look. There is no role for the other
 * party of a call: such a column can only be ignored. `consent` is a yes or no, `samePerson` an id shared by all SIMs of one
 * person, `holder` who holds the contract, `range` how far a cell reaches in metres.
 */
export const ColumnRole = z.enum([
  'person',
  'time',
  'cell',
  'latitude',
  'longitude',
  'age',
  'birthYear',
  'gender',
  'asOf',
  'consent',
  'samePerson',
  'holder',
  'range',
  'ignored',
]);
export type ColumnRole = z.infer<typeof ColumnRole>;

export const Encoding = z.enum(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']);
export type Encoding = z.infer<typeof Encoding>;

/** How a delimited text file is written. */
export const Dialect = z.strictObject({
  delimiter: z.enum([',', ';', '\t', '|']),
  header: z.boolean(),
  encoding: Encoding,
  gzip: z.boolean(),
});
export type Dialect = z.infer<typeof Dialect>;

/**
 * One column as the first look understood it. `shape` describes the values without showing one (`hex, 16 characters`);
 * counts are over the rows looked at. `failing` are values that do not fit the role.
 */
export const ColumnProfile = z.strictObject({
  index: z.int().nonnegative(),
  name: z.string(),
  role: ColumnRole,
  reason: z.enum(['name', 'values', 'position', 'chosen', 'none']),
  shape: z.string(),
  distinct: z.int().nonnegative(),
  empty: z.int().nonnegative(),
  failing: z.int().nonnegative(),
});
export type ColumnProfile = z.infer<typeof ColumnProfile>;

/** How times are written: ISO-like date first, day first, or seconds or milliseconds since 1970. */
export const TimeFormat = z.enum(['iso', 'dayFirst', 'epochSeconds', 'epochMilliseconds']);
export type TimeFormat = z.infer<typeof TimeFormat>;

export const FileProfile = z.strictObject({
  kind: FileKind,
  name: z.string(),
  sizeBytes: z.int().nonnegative(),
  dialect: Dialect,
  timeFormat: TimeFormat.optional(),
  /** Whether the times carry `Z` or an offset; without one they are taken as local times of the chosen zone. */
  hasOffset: z.boolean(),
  rowsLookedAt: z.int().nonnegative(),
  columns: z.array(ColumnProfile),
});
export type FileProfile = z.infer<typeof FileProfile>;

/** The officer's reading of one file: which column has which role. Each role stands at most once. */
export const Mapping = z.strictObject({
  dialect: Dialect,
  timeFormat: TimeFormat.optional(),
  /** Whether the times carry `Z` or an offset; without one they are local times of the chosen zone. */
  hasOffset: z.boolean(),
  roles: z.array(ColumnRole),
});
export type Mapping = z.infer<typeof Mapping>;

export const Mappings = z.strictObject({
  events: Mapping,
  cells: Mapping.optional(),
  persons: Mapping.optional(),
  objections: Mapping.optional(),
});
export type Mappings = z.infer<typeof Mappings>;

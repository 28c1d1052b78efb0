import { z } from 'zod';
import { FileKind } from './source.ts';

/**
 * What a column means to Freigabe. `ignored` columns are never read past the first look. There is no role for the other
 * party of a call: such a column can only be ignored. `consent` is a yes or no, `samePerson` an id shared by all SIMs of one
 * person, `holder` who holds the contract, `range` how far a cell reaches in metres. `area` is the other half of a cell's
 * identity where it stands in two columns (LAC and CI, eNB and sector); `validFrom` and `validTo` say when a cell stood where
 * a row of the cell reference puts it. Where a row of the cell reference tells of several sectors, the roles that begin with `further` are
 * those of the second sector and all after it, and may stand several times.
 */
export const ColumnRole = z.enum([
  'person',
  'time',
  'clock',
  'cell',
  'area',
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
  'validFrom',
  'validTo',
  'furtherCell',
  'furtherArea',
  'furtherLatitude',
  'furtherLongitude',
  'furtherRange',
  'ignored',
]);
export type ColumnRole = z.infer<typeof ColumnRole>;

export const Encoding = z.enum(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be', 'euc-kr']);
export type Encoding = z.infer<typeof Encoding>;

/**
 * How a delimited text file is written. `container` says that the file is none, and that its rows are read as the text the
 * other fields describe.
 */
export const Dialect = z.strictObject({
  delimiter: z.enum([',', ';', '\t', '|']),
  header: z.boolean(),
  encoding: Encoding,
  gzip: z.boolean(),
  container: z.enum(['parquet', 'duckdb']).exactOptional(),
});
export type Dialect = z.infer<typeof Dialect>;

/**
 * How times are written: ISO-like, day or month first, `compact` with the year first and no separators or other ones than ISO
 * has (`20060601 0008`, `2019.12.16_13.40.04`), seconds, milliseconds or microseconds since 1970, or days since 1899-12-30 as
 * spreadsheets count them. `monthNames` has names of months (`05-MAY-26 10.15.00.000000 AM`), the two that end in `Marks` have clocks with other marks than
 * the plain ones (`10.15.00`, `10:15:00,5`, `10:15AM`), and the two that begin with `short` have years of two figures in a run of twelve (`260504101500`).
 */
export const TimeFormat = z.enum([
  'iso',
  'dayFirst',
  'monthFirst',
  'compact',
  'epochSeconds',
  'epochMilliseconds',
  'epochMicroseconds',
  'spreadsheetDays',
  'monthNames',
  'dayFirstMarks',
  'monthFirstMarks',
  'shortYearFirst',
  'shortDayFirst',
]);
export type TimeFormat = z.infer<typeof TimeFormat>;

/**
 * How a cell's identity is written. `whole` is a whole number that a program has made a fraction (`461.0`), `number` one
 * whose leading zeros do not count, `hex` a hexadecimal one. `millions` is area * 10^6 + cell, `sectors` is eNB * 256 + sector,
 * `lastPart` and `lastTwoParts` are strings such as `262-07-1234-567` of which the end counts, with hexadecimal parts where they say so;
 * `behind5` and `behind6` have five or six digits of a network before the number of the cell; `fiveAndFive` has five digits of the area and
 * five of the cell behind those of the network, `262070004700101`.
 */
export const CellForm = z.enum([
  'asWritten',
  'whole',
  'number',
  'hex',
  'millions',
  'sectors',
  'lastPart',
  'lastTwoParts',
  'lastPartHex',
  'lastTwoPartsHex',
  'behind5',
  'behind6',
  'fiveAndFive',
]);
export type CellForm = z.infer<typeof CellForm>;

/**
 * What times of day without colons are: in figures alone, of which leading zeros may be lost (`91500` and `915` are both a quarter past nine), or with
 * dots (`09.15.00`).
 */
export const ClockFigures = z.enum(['hoursToSeconds', 'hoursAndMinutes', 'dots']);
export type ClockFigures = z.infer<typeof ClockFigures>;

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
  /** How many would not fit other roles, and other ways to write times, as far as that was counted. */
  failingAs: z
    .strictObject({
      roles: z.partialRecord(ColumnRole, z.int().nonnegative()),
      times: z.partialRecord(TimeFormat, z.int().nonnegative()),
      /** As a latitude and a longitude in whole numbers of 10^-7 degrees, where some are. */
      degreesE7: z
        .strictObject({ latitude: z.int().nonnegative(), longitude: z.int().nonnegative() })
        .exactOptional(),
    })
    .exactOptional(),
  /** In which form it would name cells that the other file knows; absent where it names none. */
  cellForm: CellForm.exactOptional(),
  /** What its figures alone would be as times of day; absent where it has none. */
  clockFigures: ClockFigures.exactOptional(),
});
export type ColumnProfile = z.infer<typeof ColumnProfile>;

/** Marks some files write where a value is missing. */
export const MissingMark = z.enum(['-', 'NULL', 'null', 'NA', 'N/A', 'nan', 'NaN', '\\N']);
export type MissingMark = z.infer<typeof MissingMark>;

/** What lengths in a cell reference are measured in. */
export const RangeUnit = z.enum(['metres', 'kilometres', 'miles', 'feet']);
export type RangeUnit = z.infer<typeof RangeUnit>;

/** How values of a file are read where they are not written plainly; what is left out is plain. */
export const Reading = z.strictObject({
  cellForm: CellForm.optional(),
  /** Persons are whole numbers that a program has made fractions: `4915112345.0`. */
  personsWhole: z.boolean().optional(),
  decimalComma: z.boolean().optional(),
  /** A position of exactly 0, 0 counts as missing. */
  zeroIsMissing: z.boolean().optional(),
  missing: z.array(MissingMark).optional(),
  /** Metres where it is left out. */
  rangeUnit: RangeUnit.exactOptional(),
  /** Positions are whole numbers of 10^-7 degrees. */
  degreesE7: z.boolean().exactOptional(),
  /** Times of day are read in figures alone, too. */
  clockFigures: ClockFigures.exactOptional(),
});
export type Reading = z.infer<typeof Reading>;

/**
 * Something about a file the officer should know before it is read. `count` is the number of values, rows or cells looked at
 * that show it, of `of`; `columns` are where. `offer` is what can be done about it: nothing is mended unasked.
 */
export const Finding = z.strictObject({
  kind: z.enum([
    'axesSwapped',
    'zeroPosition',
    'farPositions',
    'dayOrMonth',
    'yearOrDay',
    'dayOrYear',
    'yearOfFourOrTwo',
    'someOffsets',
    'daysAlone',
    'minuteOrSecond',
    'roundedNumbers',
    'raggedRows',
    'cellMoves',
    'cellsUnknown',
    'areaOrDevice',
    'wholeDegrees',
    'noPerson',
  ]),
  columns: z.array(z.int().nonnegative()),
  count: z.int().nonnegative(),
  of: z.int().nonnegative(),
  offer: z.enum([
    'swapAxes',
    'zeroIsMissing',
    'monthFirst',
    'shortYearFirst',
    'shortDayFirst',
    'hoursAndMinutes',
    'exportAgain',
    'ignoreArea',
    'degreesE7',
    'none',
  ]),
});
export type Finding = z.infer<typeof Finding>;

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
  reading: Reading.optional(),
  findings: z.array(Finding).optional(),
});
export type FileProfile = z.infer<typeof FileProfile>;

/** The officer's reading of one file: which column has which role. Each role stands at most once, but for those of further sectors. */
export const Mapping = z.strictObject({
  dialect: Dialect,
  timeFormat: TimeFormat.optional(),
  /** Whether the times carry `Z` or an offset; without one they are local times of the chosen zone. */
  hasOffset: z.boolean(),
  roles: z.array(ColumnRole),
  reading: Reading.optional(),
});
export type Mapping = z.infer<typeof Mapping>;

export const Mappings = z.strictObject({
  events: Mapping,
  cells: Mapping.optional(),
  persons: Mapping.optional(),
  objections: Mapping.optional(),
});
export type Mappings = z.infer<typeof Mappings>;

import type { Mapping, TimeFormat } from '../../shared/extract/profile.ts';
import { type CsvChunk, forgetRejects, rejectedLines } from '../../shared/plan/csv-columns.ts';
import { cellRows, eventRows, objectionRows, personRows } from '../../shared/plan/read-rows.ts';
import type { Sql } from '../../shared/sql/fragment.ts';

/** A key as a review draws one. */
export const reviewKey = '0123456789abcdef0123456789abcdef';

/** A chunk file as the statements name it. */
export const chunkOf = (columns: number, change: Partial<CsvChunk> = {}): CsvChunk => ({
  file: 'chunk.csv',
  delimiter: ',',
  columns,
  quoted: true,
  ...change,
});

/** A mapping with these roles. */
export const mappingOf = (roles: Mapping['roles'], timeFormat: TimeFormat = 'iso'): Mapping => ({
  dialect: { delimiter: ',', header: false, encoding: 'utf-8', gzip: false },
  timeFormat,
  hasOffset: true,
  roles,
});

const named = mappingOf(['time', 'person', 'cell', 'ignored']);
const placed = (format: TimeFormat): Mapping =>
  mappingOf(['person', 'time', 'latitude', 'longitude'], format);

/** Every statement the product runs over a chunk, by name. */
export const statements: Readonly<Record<string, Sql>> = {
  'events-by-cell': eventRows(chunkOf(4), named, reviewKey),
  'events-by-position': eventRows(chunkOf(4), placed('iso'), reviewKey),
  'events-day-first': eventRows(chunkOf(4, { delimiter: ';' }), placed('dayFirst'), reviewKey),
  'events-month-first': eventRows(chunkOf(4), placed('monthFirst'), reviewKey),
  'events-compact-times': eventRows(chunkOf(4), placed('compact'), reviewKey),
  'events-spreadsheet-days': eventRows(chunkOf(4), placed('spreadsheetDays'), reviewKey),
  'events-months-by-name': eventRows(chunkOf(4), placed('monthNames'), reviewKey),
  'events-short-years': eventRows(chunkOf(4), { ...placed('shortYearFirst'), hasOffset: false }, reviewKey),
  'events-by-hexadecimal-pair': eventRows(
    chunkOf(4),
    {
      ...mappingOf(['time', 'person', 'area', 'cell']),
      reading: { cellForm: 'hex', personsWhole: true, missing: ['-'] },
    },
    reviewKey,
  ),
  'cells-dated': cellRows(chunkOf(5), {
    ...mappingOf(['cell', 'latitude', 'longitude', 'validFrom', 'validTo']),
    reading: { cellForm: 'millions', decimalComma: true, zeroIsMissing: true },
  }),
  'events-epoch-seconds': eventRows(chunkOf(4, { delimiter: '\t' }), placed('epochSeconds'), reviewKey),
  'events-epoch-milliseconds': eventRows(
    chunkOf(4, { quoted: false }),
    placed('epochMilliseconds'),
    reviewKey,
  ),
  cells: cellRows(chunkOf(3), mappingOf(['cell', 'latitude', 'longitude'])),
  'persons-by-age': personRows(chunkOf(3), mappingOf(['person', 'age', 'gender']), reviewKey),
  'persons-by-birth-year': personRows(chunkOf(2), mappingOf(['person', 'birthYear']), reviewKey),
  'objections-dated': objectionRows(chunkOf(2), mappingOf(['person', 'asOf']), reviewKey),
  objections: objectionRows(chunkOf(1), mappingOf(['person']), reviewKey),
  'rejected-lines': rejectedLines(),
  'forget-rejects': forgetRejects(),
};

import { Refusal } from '../base/failure.ts';
import { detectEncoding, noText } from './detect-encoding.ts';
import { splitLine } from './split-line.ts';
import type { Dialect, Encoding } from './profile.ts';

/**
 * First lines of a file, split into fields, and how the file is written. `rows` have as many fields as there are names;
 * `ragged` is the number of lines passed over because they have more or fewer.
 */
export interface FirstLook {
  readonly dialect: Dialect;
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly ragged: number;
}

const delimiters = [',', ';', '\t', '|'] as const;
const looksLikeValue =
  /^-?\d+([.,]\d+)?$|^\d{4}[-./]\d\d[-./]\d\d|^\d{8} \d{4,6}$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}|^\d{1,2}[-/ .]{1,2}[a-zä]{3,9}[-/ .]{1,2}\d{2,4}|^[0-9a-f]{12,}$/i;

/** As many columns as a spreadsheet has. */
const mostColumns = 16_384;

/** How a file is known to be written; its encoding may be open. */
export type KnownDialect = Omit<Dialect, 'encoding'> & { readonly encoding: Encoding | undefined };

/**
 * Understands how a delimited text file is written from its first bytes. Without a header there are as many columns as most
 * lines have. Refuses empty files (`empty-file`), files that are no text (`unknown-encoding`), line ends of old Macs
 * (`line-ends`), and more columns than a spreadsheet has (`too-many-columns`).
 */
export function firstLook(
  bytes: Uint8Array,
  gzip: boolean,
  fileName: string,
  known?: KnownDialect,
): FirstLook {
  const encoding = known?.encoding ?? detectEncoding(bytes, fileName);
  const lines = wholeLines(bytes, encoding, fileName);
  const delimiter = known?.delimiter ?? detectDelimiter(lines.slice(0, 200));
  const fields = lines.slice(0, 5000).map((line) => splitLine(line, delimiter));
  refuseTooMany(fields, fileName);
  const header = known?.header ?? looksLikeHeader(fields[0] ?? []);
  const container = known?.container === undefined ? {} : { container: known.container };
  return { dialect: { delimiter, header, encoding, gzip, ...container }, ...namesAndRows(fields, header) };
}

function refuseTooMany(fields: readonly (readonly string[])[], file: string): void {
  const columns = Math.max(fields[0]?.length ?? 0, mode(fields.map((row) => row.length)));
  if (columns > mostColumns)
    throw new Refusal(
      'too-many-columns',
      `${file} has more than ${mostColumns} columns: export only those that Freigabe needs, and check the delimiter.`,
      { file, limit: mostColumns },
    );
}

function namesAndRows(
  fields: readonly (readonly string[])[],
  header: boolean,
): Pick<FirstLook, 'names' | 'rows' | 'ragged'> {
  const all = header ? fields.slice(1) : fields;
  const names = columnNames(header ? (fields[0] ?? []) : [], all);
  const even = all.filter((row) => row.length === names.length);
  return { names, rows: even.length > 0 ? even : all, ragged: all.length - even.length };
}

/**
 * Names of the columns: those of the first line, and numbers where there are none. Where most rows have one field more than
 * the first line and it is not always empty, the first column has no name, as R writes the names of rows.
 */
function columnNames(first: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const named = first.map((name) => name.trim());
  const usual = mode(rows.map((row) => row.length));
  if (usual <= named.length) return named;
  const usualRows = rows.filter((row) => row.length === usual);
  const rowNames =
    named.length > 0 && usual === named.length + 1 && usualRows.some((row) => row.at(-1)?.trim() !== '');
  if (rowNames) return ['1', ...named];
  return Array.from({ length: usual }, (_, i) => named[i] ?? `${i + 1}`);
}

function wholeLines(bytes: Uint8Array, encoding: Encoding, fileName: string): readonly string[] {
  const text = new TextDecoder(encoding).decode(bytes).replace(/^\uFEFF/, '');
  if (text.includes('\0')) throw noText(fileName);
  if (/^[^\n]*\r[^\n]*$/.test(text.trimEnd()))
    throw new Refusal(
      'line-ends',
      `${fileName} ends its lines with carriage returns alone: save it again with line feeds, as Windows and Unix write them.`,
      { file: fileName },
    );
  const cut = text.lastIndexOf('\n');
  const lines = (cut > 0 ? text.slice(0, cut) : text).split(/\r?\n/).filter((line) => line !== '');
  if (lines.length > 0) return lines;
  throw new Refusal('empty-file', `${fileName} is empty: choose a file with rows in it.`, { file: fileName });
}

function looksLikeHeader(fields: readonly string[]): boolean {
  return !fields.some((field) => looksLikeValue.test(field.trim()));
}

/**
 * The delimiter that parts nearly all lines alike, into the most fields. A comma parts decimal numbers as well as fields and
 * so makes up to twice as many: another delimiter that parts lines into more than half as many comes before it.
 */
function detectDelimiter(lines: readonly string[]): Dialect['delimiter'] {
  const found = delimiters
    .map((delimiter) => {
      const counts = lines.map((line) => splitLine(line, delimiter).length);
      const fields = mode(counts);
      return { delimiter, fields, alike: counts.filter((n) => n === fields).length / counts.length };
    })
    .filter(({ fields }) => fields > 1);
  const even = found.filter(({ alike }) => alike >= 0.8);
  const most = even.reduce((best, next) => (next.fields > best.fields ? next : best), even[0] ?? comma);
  const other = even.find(({ delimiter, fields }) => delimiter !== ',' && fields * 2 > most.fields);
  if (even.length > 0) return most.delimiter === ',' && other ? other.delimiter : most.delimiter;
  return found.reduce((best, next) => (next.alike > best.alike ? next : best), comma).delimiter;
}

const comma = { delimiter: ',' as Dialect['delimiter'], fields: 1, alike: 0 };

function mode(values: readonly number[]): number {
  const times = new Map<number, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0] as [number, number])[0];
}

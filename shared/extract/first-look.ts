import { Refusal } from '../base/failure.ts';
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
  /^-?\d+([.,]\d+)?$|^\d{4}[-./]\d\d[-./]\d\d|^\d{8} \d{4,6}$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}|^[0-9a-fA-F]{12,}$/;

/** How a file is known to be written; its encoding may be open. */
export type KnownDialect = Omit<Dialect, 'encoding'> & { readonly encoding: Encoding | undefined };

/**
 * Understands how a delimited text file is written from its first bytes. Without a header there are as many columns as most
 * lines have. Refuses empty files and files that are no text.
 */
export function firstLook(bytes: Uint8Array, gzip: boolean, fileName: string, known?: KnownDialect): FirstLook {
  const encoding = known?.encoding ?? detectEncoding(bytes, fileName);
  const lines = wholeLines(bytes, encoding, fileName);
  const delimiter = known?.delimiter ?? detectDelimiter(lines.slice(0, 200));
  const fields = lines.slice(0, 5000).map((line) => splitLine(line, delimiter));
  const header = known?.header ?? looksLikeHeader(fields[0] ?? []);
  const container = known?.container === undefined ? {} : { container: known.container };
  return { dialect: { delimiter, header, encoding, gzip, ...container }, ...namesAndRows(fields, header) };
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
  const cut = text.lastIndexOf('\n');
  const lines = (cut > 0 ? text.slice(0, cut) : text).split(/\r?\n/).filter((line) => line !== '');
  if (lines.length > 0) return lines;
  throw new Refusal('empty-file', `${fileName} is empty: choose a file with rows in it.`, { file: fileName });
}

function looksLikeHeader(fields: readonly string[]): boolean {
  return !fields.some((field) => looksLikeValue.test(field.trim()));
}

function detectEncoding(bytes: Uint8Array, fileName: string): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const whole = bytes.subarray(0, bytes.lastIndexOf(10) + 1 || bytes.length);
  const controls = whole.reduce((n, byte) => n + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0);
  if (controls > 0)
    throw new Refusal(
      'unknown-encoding',
      `${fileName} is not text in an encoding Freigabe reads (UTF-8, Windows-1252, EUC-KR, UTF-16 with a byte order mark).`,
      { file: fileName },
    );
  if (decodes('utf-8', whole)) return 'utf-8';
  return looksKorean(whole) && decodes('euc-kr', whole) ? 'euc-kr' : 'windows-1252';
}

function decodes(encoding: Encoding, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether bytes over 127 come in pairs of a Korean syllable, as they hardly ever do in Windows-1252. */
function looksKorean(bytes: Uint8Array): boolean {
  let high = 0;
  let paired = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    const syllable = lead >= 0xb0 && lead <= 0xc8 && trail >= 0xa1 && trail <= 0xfe;
    high++;
    if (!syllable) continue;
    paired++;
    i++;
  }
  return paired >= 0.9 * high;
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

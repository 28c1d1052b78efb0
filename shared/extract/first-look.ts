import { Refusal } from '../base/failure.ts';
import { splitLine } from './split-line.ts';
import type { Dialect, Encoding } from './profile.ts';

/** First lines of a file, split into fields, and how the file is written. */
export interface FirstLook {
  readonly dialect: Dialect;
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const delimiters = [',', ';', '\t', '|'] as const;
const looksLikeValue = /^-?\d+([.,]\d+)?$|^\d{4}-\d\d-\d\d|^\d\d[./]\d\d[./]\d{4}|^[0-9a-fA-F]{12,}$/;

/** Understands how a delimited text file is written from its first bytes. Refuses empty files and files that are no text. */
export function firstLook(bytes: Uint8Array, gzip: boolean, fileName: string, chosen?: Dialect): FirstLook {
  const encoding = chosen?.encoding ?? detectEncoding(bytes, fileName);
  const lines = wholeLines(bytes, encoding, fileName);
  const delimiter = chosen?.delimiter ?? detectDelimiter(lines.slice(0, 200));
  const fields = lines.slice(0, 5000).map((line) => splitLine(line, delimiter));
  const first = fields[0] ?? [];
  const header = chosen?.header ?? looksLikeHeader(first);
  const names = header ? first.map((name) => name.trim()) : first.map((_, i) => `${i + 1}`);
  return { dialect: { delimiter, header, encoding, gzip }, names, rows: header ? fields.slice(1) : fields };
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
      `${fileName} is not text in an encoding Freigabe reads (UTF-8, Windows-1252, UTF-16 with a byte order mark).`,
      { file: fileName },
    );
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(whole);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

function detectDelimiter(lines: readonly string[]): Dialect['delimiter'] {
  const score = (delimiter: Dialect['delimiter']): number => {
    const counts = lines.map((line) => splitLine(line, delimiter).length);
    const most = mode(counts);
    return most === 1 ? 0 : (counts.filter((n) => n === most).length / counts.length) * 1000 + most;
  };
  return delimiters.reduce((best, next) => (score(next) > score(best) ? next : best));
}

function mode(values: readonly number[]): number {
  const times = new Map<number, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times].reduce((best, next) => (next[1] > best[1] ? next : best), [1, 0] as [number, number])[0];
}

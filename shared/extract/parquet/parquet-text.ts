import type { SchemaElement } from 'hyparquet';
import { isoDay } from '../../base/calendar.ts';

/** Writes a value of a column, as it lies in the file, as text; empty for none. */
export type TextOfValue = (value: unknown) => string;

/**
 * How the values of a column are written as text: as DuckDB casts them to VARCHAR in UTC, so that both ways of reading a Parquet
 * file see the same. Instants end in `+00`, times without a zone do not.
 */
export function textOfColumn(element: SchemaElement): TextOfValue {
  const write = writerOf(element);
  return (value) => (value === undefined || value === null ? '' : write(value));
}

function writerOf(element: SchemaElement): TextOfValue {
  return meaningOf(element) ?? stampOf(element) ?? legacyStampOf(element) ?? plainOf(element);
}

/** What the file says a column means beside how it is stored, times set aside. */
function meaningOf({
  scale = 0,
  converted_type: converted,
  logical_type: logical,
}: SchemaElement): TextOfValue | undefined {
  if (logical?.type === 'DECIMAL') return (value) => decimalText(wholeOf(value), logical.scale);
  const meaning = logical?.type ?? converted;
  if (meaning === 'DECIMAL') return (value) => decimalText(wholeOf(value), scale);
  if (meaning === 'DATE') return (value) => isoDay(Number(value));
  if (meaning === 'UUID') return uuidText;
  if (meaning === 'FLOAT16') return (value) => numberText(halfOf(value), shortestFloat);
  return undefined;
}

function plainOf({ type }: SchemaElement): TextOfValue {
  if (type === 'FLOAT') return (value) => numberText(Number(value), shortestFloat);
  if (type === 'DOUBLE') return (value) => numberText(Number(value), (number) => number.toExponential());
  return (value) => (value instanceof Uint8Array ? bytesText(value) : String(value));
}

const unitDigits = { MILLIS: 3, MICROS: 6, NANOS: 9 } as const;

function stampOf({ type, logical_type: logical }: SchemaElement): TextOfValue | undefined {
  if (type === 'INT96') return (value) => stampText(wholeOf(value), 9);
  if (logical?.type === 'TIMESTAMP') {
    const zone = logical.isAdjustedToUTC ? '+00' : '';
    return (value) => `${stampText(wholeOf(value), unitDigits[logical.unit])}${zone}`;
  }
  if (logical?.type === 'TIME') return (value) => clockText(wholeOf(value), unitDigits[logical.unit]);
  return undefined;
}

/** Times as files of the first versions state them. */
function legacyStampOf({ converted_type: converted }: SchemaElement): TextOfValue | undefined {
  const unit = /^TIME(STAMP)?_(MILLIS|MICROS)$/.exec(converted ?? '');
  if (!unit) return undefined;
  const digits = unit[2] === 'MILLIS' ? 3 : 6;
  return unit[1] === undefined
    ? (value) => clockText(wholeOf(value), digits)
    : (value) => stampText(wholeOf(value), digits);
}

function wholeOf(value: unknown): bigint {
  if (!(value instanceof Uint8Array)) return BigInt(value as number | bigint);
  const unsigned = value.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return BigInt.asIntN(value.length * 8, unsigned);
}

function decimalText(value: bigint, scale: number): string {
  if (scale === 0) return `${value}`;
  const digits = `${value < 0n ? -value : value}`.padStart(scale + 1, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** A count of fractions of a second since 1970 as date and time. */
function stampText(count: bigint, digits: number): string {
  const daily = 86_400n * 10n ** BigInt(digits);
  const days = (count - (((count % daily) + daily) % daily)) / daily;
  return `${isoDay(Number(days))} ${clockText(count - days * daily, digits)}`;
}

const two = (n: number): string => `${n}`.padStart(2, '0');

/** A count of fractions of a second since midnight; zeros at the end of the fraction are left out. */
function clockText(count: bigint, digits: number): string {
  const perSecond = 10n ** BigInt(digits);
  const seconds = Number(count / perSecond);
  const fraction = `${count % perSecond}`.padStart(digits, '0').replace(/0+$/, '');
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  return fraction === '' ? clock : `${clock}.${fraction}`;
}

/** The fewest digits that tell a float from its neighbours, as `d.ddde+x`; one more where it lies halfway between two such texts. */
function shortestFloat(value: number): string {
  for (let digits = 5; digits < 8; digits++) {
    const text = value.toExponential(digits);
    if (Math.fround(Number(text)) !== value) continue;
    const longer = value.toExponential(digits + 1);
    const halfway = Number(longer) === value && /5e/.test(longer);
    return (halfway ? longer : text).replace(/\.?0+e/, 'e');
  }
  return value.toExponential(8).replace(/\.?0+e/, 'e');
}

/** A number with a point where it is a fraction by type; powers of ten below -4 and from 16 on are written as such. */
function numberText(value: number, shortest: (value: number) => string): string {
  if (Number.isNaN(value)) return 'nan';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (!Number.isFinite(value)) return `${sign}inf`;
  if (value === 0) return `${sign}0.0`;
  const [mantissa = '', power = '0'] = shortest(Math.abs(value)).split('e');
  return sign + pointText(mantissa, Number(power));
}

function pointText(mantissa: string, exponent: number): string {
  const digits = mantissa.replace('.', '');
  if (exponent < -4 || exponent >= 16)
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${two(Math.abs(exponent))}`;
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${whole}.${digits.slice(exponent + 1) || '0'}`;
}

/** A half-precision number of two bytes, the lower first (IEEE 754 binary16). */
function halfOf(value: unknown): number {
  const [low = 0, high = 0] = value as Uint8Array;
  const bits = high * 256 + low;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  const sign = bits >> 15 === 1 ? -1 : 1;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0
    ? sign * 2 ** -14 * (fraction / 1024)
    : sign * 2 ** (exponent - 15) * (1 + fraction / 1024);
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

function uuidText(value: unknown): string {
  const text = Array.from(value as Uint8Array, hex).join('');
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Printable ASCII but for backslash and quotes. */
const isPlain = (byte: number): boolean => byte > 31 && byte < 127 && ![92, 39, 34].includes(byte);

/** Bytes without a meaning: plain characters as they are, all others as `\xAB`. */
function bytesText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    isPlain(byte) ? String.fromCharCode(byte) : `\\x${hex(byte).toUpperCase()}`,
  ).join('');
}

import type { ColumnRole } from './profile.ts';
import { clockFiguresOf, isClock } from './clock-format.ts';
import { plainRole, type SectorRole } from './sectors.ts';
import { timeFormatOf } from './time-format.ts';

const kinds: readonly (readonly [string, RegExp])[] = [
  ['time, ISO', /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/],
  ['time, day first', /^\d\d[./]\d\d[./]\d{4}/],
  ['day, ISO', /^\d{4}-\d\d-\d\d$/],
  ['time of day', /^\d\d?:\d\d(:\d\d|$)/],
  ['whole number', /^-?\d+$/],
  ['decimal', /^-?\d+[.,]\d+$/],
  ['hex', /^[0-9a-fA-F]+$/],
];

/** Describes values without showing one: their kind and length, `hex, 16 characters`. Empty values are passed over. */
export function columnShape(values: readonly string[]): string {
  const filled = values.filter((value) => value !== '');
  if (filled.length === 0) return 'empty';
  const kind = kinds.find(([, pattern]) => filled.every((value) => pattern.test(value)))?.[0] ?? 'text';
  const lengths = filled.map((value) => value.length);
  const shortest = Math.min(...lengths);
  const longest = Math.max(...lengths);
  return `${kind}, ${shortest === longest ? longest : `${shortest} to ${longest}`} characters`;
}

/** A number of degrees, `NaN` where there is none; a decimal comma is read as well. */
export function degrees(value: string): number {
  return value === '' ? NaN : Number(value.replace(',', '.'));
}

type PlainRole = Exclude<ColumnRole, `further${Capitalize<SectorRole>}`>;

const fits: Readonly<Record<PlainRole, (value: string) => boolean>> = {
  person: (value) => value !== '',
  time: (value) => timeFormatOf([value]) !== undefined,
  asOf: (value) => timeFormatOf([value]) !== undefined,
  clock: (value) => isClock(value, clockFiguresOf([value])?.figures),
  cell: (value) => value !== '',
  area: (value) => value !== '',
  validFrom: (value) => value === '' || timeFormatOf([value]) !== undefined,
  validTo: (value) => value === '' || timeFormatOf([value]) !== undefined,
  latitude: (value) => Math.abs(degrees(value)) <= 90,
  longitude: (value) => Math.abs(degrees(value)) <= 180,
  age: (value) => value === '' || (/^\d{1,3}$/.test(value) && Number(value) <= 120),
  birthYear: (value) => value === '' || /^(18|19|20)\d\d$/.test(value),
  gender: () => true,
  consent: (value) => /^(|yes|y|no|n|ja|j|nein|true|t|false|f|wahr|falsch|1|0)$/i.test(value),
  samePerson: () => true,
  holder: () => true,
  range: (value) => value === '' || (/^\d+(\.\d+)?$/.test(value) && Number(value) <= 100_000),
  ignored: () => true,
};

/** How many values do not fit a role; an empty attribute fits and means unknown, and so does a further sector that a site has not. */
export function failingValues(role: ColumnRole, values: readonly string[]): number {
  const plain = plainRole(role);
  if (plain !== undefined) return values.filter((value) => value !== '' && !fits[plain](value)).length;
  return values.filter((value) => !fits[role as PlainRole](value)).length;
}

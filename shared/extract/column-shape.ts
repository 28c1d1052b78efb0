import type { ColumnRole, TimeFormat } from './profile.ts';

const kinds: readonly (readonly [string, RegExp])[] = [
  ['time, ISO', /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/],
  ['time, day first', /^\d\d[./]\d\d[./]\d{4}/],
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

const fits: Readonly<Record<ColumnRole, (value: string) => boolean>> = {
  person: (value) => value !== '',
  time: (value) => timeFormatOf([value]) !== undefined,
  asOf: (value) => timeFormatOf([value]) !== undefined,
  cell: (value) => value !== '',
  latitude: (value) => value !== '' && Math.abs(Number(value)) <= 90,
  longitude: (value) => value !== '' && Math.abs(Number(value)) <= 180,
  age: (value) => value === '' || (/^\d{1,3}$/.test(value) && Number(value) <= 120),
  birthYear: (value) => value === '' || /^(18|19|20)\d\d$/.test(value),
  gender: () => true,
  consent: (value) => /^(|yes|y|no|n|ja|j|nein|true|t|false|f|wahr|falsch|1|0)$/i.test(value),
  samePerson: () => true,
  holder: () => true,
  range: (value) => value === '' || (/^\d+(\.\d+)?$/.test(value) && Number(value) <= 100_000),
  ignored: () => true,
};

/** How many values do not fit a role; an empty attribute fits and means unknown. */
export function failingValues(role: ColumnRole, values: readonly string[]): number {
  return values.filter((value) => !fits[role](value)).length;
}

const formats: readonly (readonly [TimeFormat, RegExp])[] = [
  [
    'iso',
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?( ?(Z|UTC|[+-]\d\d(:?\d\d)?))?$/,
  ],
  ['dayFirst', /^(0[1-9]|[12]\d|3[01])[./](0[1-9]|1[0-2])[./]\d{4}([ T]\d\d:\d\d(:\d\d)?)?$/],
  ['epochSeconds', /^[0-9]{9,10}(\.\d+)?$/],
  ['epochMilliseconds', /^[0-9]{12,13}$/],
];

/** The format most of the values are written in, `undefined` when none fits half of them. */
export function timeFormatOf(values: readonly string[]): TimeFormat | undefined {
  const filled = values.filter((value) => value !== '');
  return formats.find(
    ([, pattern]) => filled.filter((value) => pattern.test(value)).length * 2 > filled.length,
  )?.[0];
}

/** Whether most of the times say their offset from UTC, as `Z`, `+02:00` or by counting from 1970. */
export function timesHaveOffset(format: TimeFormat | undefined, values: readonly string[]): boolean {
  if (format === 'epochSeconds' || format === 'epochMilliseconds') return true;
  const filled = values.filter((value) => value !== '');
  return (
    filled.filter((value) => /\d\d ?(Z|UTC|[+-]\d\d(:?\d\d)?)$/.test(value.slice(10))).length * 2 >
    filled.length
  );
}

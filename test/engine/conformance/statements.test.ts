import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Mapping, TimeFormat } from '../../../shared/extract/profile.ts';
import { cellRows, eventRows, objectionRows, personRows } from '../../../shared/plan/read-rows.ts';
import type { RowsFrom } from '../../../shared/plan/rows-from.ts';
import type { Columns } from '../../../shared/ports/columns.ts';
import type { Sql } from '../../../shared/sql/fragment.ts';
import { bothEngines, type BothEngines } from '../../support/both-engines.ts';
import { mappingOf } from '../../support/statements.ts';

let both: BothEngines;
beforeAll(async () => {
  both = await bothEngines();
}, 60_000);
afterAll(() => both.close());

const odd = [
  '',
  ' ',
  'x',
  '-',
  'NULL',
  '"',
  '0',
  '-1',
  '1e300',
  'nan',
  'inf',
  '9223372036854775808',
  'ä',
  '\u00a0a\u00a0',
  "a'b",
];

const times = [
  '2026-05-04T10:00:00Z',
  '2026-05-04 10:00:00.999',
  '2026-05-04T12:00:00+02:00',
  '2026-05-04',
  '2026/05/04 10:00',

  '2026-05-04T10:00:60Z',
  '2015-11-31T15:22:00Z',
  '0000-00-00T00:00:00Z',
  'infinity',
  'epoch',
  '24:00',
  '09:15:00+02:00',
  '9:15 PM',
  '091500',
  '2038-01-19',
  '1:2:3',

  '04.05.2026 10:00:00',
  '04/05/2026 10:00',
  '4-5-26 1:02 PM',
  '13/12/2026 00:00',
  '05/04/2026 9:00 AM',
  '04.05.26',
  '20060601 0008',
  '2019.12.16_13.40.04',
  '20260504100000',
  '2026-05-04T10.00',
  '20261301',

  '05-MAY-26 10.15.00.000000 AM',
  '5. Mai 2026 10:15',
  '05-MÄR-26',
  'May  4 2026 12:15AM',
  '4 Sept 2026 13:15 PM +02:00',
  '31-FEB-26',
  '04.05.26 10:15:00,000000',
  '04/05/2026 10.15.00.123456789 PM',
  '260504101500',
  '040526101500',
  '26-05-04 10.15',
  '201105041015',

  '1777888800',
  '1777888800.9',
  '1777888800000',
  '1777888800123456',
  '46146.5',
  '46146,25',
  '99999.9',
  '-5',
];
const cells = [
  '461',
  '461.0',
  '00461',
  'A2E601',
  '0xA2E6',
  '9520000101',
  '10675713',
  '262-07-1234-567',
  '262010012345678',
  '262.07.1',
  '1-2-3-4-5-6',
];
const words = [
  'F',
  'female',
  'Weiblich',
  'männlich',
  'MALE',
  'd',
  'divers',
  'ja',
  'Yes',
  'wahr',
  'nein',
  '34',
  '34.0',
  '34.6',
  '121',
  '1990',
];
const degrees = ['51.3', '-51,3', ' 12.4 ', '181', '1e2', '0', '0.0', '91', '12.400000000000001'];

const field = (value: string): string => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** Every value in every column, each once. */
function fileOf(columns: number): string {
  const values = [...odd, ...times, ...cells, ...words, ...degrees];
  return values
    .map((_, i) =>
      Array.from({ length: columns }, (_unused, c) =>
        field(values[(i * (c + 1) + c) % values.length] ?? ''),
      ).join(','),
    )
    .map((line) => `${line}\n`)
    .join('');
}

const key = '0123456789abcdef0123456789abcdef';
const placed = (format: TimeFormat, hasOffset = true): Mapping => ({
  ...mappingOf(['person', 'time', 'latitude', 'longitude'], format),
  hasOffset,
});
const formats: readonly TimeFormat[] = [
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
];
const forms = [
  'asWritten',
  'whole',
  'number',
  'hex',
  'millions',
  'sectors',
  'lastPart',
  'lastTwoParts',
  'fiveAndFive',
] as const;

type Named = readonly [name: string, mapping: Mapping, statement: (from: RowsFrom, mapping: Mapping) => Sql];

const events = (from: RowsFrom, mapping: Mapping): Sql => eventRows(from, mapping, key);
const persons = (from: RowsFrom, mapping: Mapping): Sql => personRows(from, mapping, key);
const objections = (from: RowsFrom, mapping: Mapping): Sql => objectionRows(from, mapping, key);
const statements: readonly Named[] = [
  ...formats.map((format): Named => [`events, ${format}`, placed(format), events]),
  ['events, months by name, local times', placed('monthNames', false), events],
  ['events, local times', placed('iso', false), events],
  ...[true, false].map((hasOffset): Named => [
    `events, days and times of day, ${hasOffset ? 'with an offset' : 'local'}`,
    { ...mappingOf(['time', 'clock', 'person', 'cell']), hasOffset },
    events,
  ]),
  ...(['hoursToSeconds', 'hoursAndMinutes', 'dots'] as const).map((clockFigures): Named => [
    `events, days and figures, ${clockFigures}`,
    { ...mappingOf(['person', 'time', 'clock', 'cell'], 'compact'), reading: { clockFigures } },
    events,
  ]),
  ...forms.flatMap((cellForm): readonly Named[] => [
    [
      `events, cells ${cellForm}`,
      { ...mappingOf(['cell', 'time', 'person']), reading: { cellForm } },
      events,
    ],
    [
      `events, areas ${cellForm}`,
      { ...mappingOf(['cell', 'area', 'time', 'person']), reading: { cellForm, personsWhole: true } },
      events,
    ],
  ]),
  [
    'events, marks',
    { ...placed('iso'), reading: { missing: ['-', 'NULL'], decimalComma: true, zeroIsMissing: true } },
    events,
  ],
  ['cells', mappingOf(['cell', 'latitude', 'longitude', 'range']), cellRows],
  [
    'cells, dated',
    {
      ...mappingOf(['cell', 'latitude', 'longitude', 'validFrom', 'validTo']),
      reading: { decimalComma: true },
    },
    cellRows,
  ],
  ['persons', mappingOf(['person', 'age', 'birthYear', 'gender', 'consent']), persons],
  ['persons, joined', mappingOf(['person', 'samePerson', 'holder', 'age']), persons],
  ['objections', mappingOf(['person', 'asOf']), objections],
];

it.each(statements)('means the same to both engines: %s', async (_, mapping, statement) => {
  const columns = mapping.roles.length;
  const text = fileOf(columns);
  const sources = both.put({ events: text });
  await both.wasm.put('chunk.csv', new TextEncoder().encode(text));
  const chunk = { file: 'chunk.csv', delimiter: ',', columns, quoted: true } as const;
  const byWasm = await both.wasm.rows(statement(chunk, mapping));
  await both.wasm.drop('chunk.csv');
  const file = await both.native.scan?.open(sources.events as never, 'events');
  if (!file) throw new Error('the native engine reads no whole files');
  const dialect = { kind: 'text', dialect: mapping.dialect, columns, lineEnd: '\n', plain: false } as const;
  const pieces: Columns[] = [];
  for await (const piece of file.rows(
    (from) => statement({ ...dialect, from }, mapping),
    new AbortController().signal,
  ))
    pieces.push(piece);
  file.close();
  expect(pieces).toHaveLength(1);
  expect(valuesOf(pieces[0])).toEqual(valuesOf(byWasm));
  expect(byWasm.length).toBeGreaterThan(80);
});

const names = {
  int32: [
    'second',
    'age',
    'birth_year',
    'gender',
    'consent',
    'same_missing',
    'holder_missing',
    'missing',
    'as_of',
    'valid_from',
    'valid_to',
  ],
  float64: ['latitude', 'longitude', 'range'],
  uint64: ['person', 'cell', 'same', 'holder'],
} as const;

/** All columns a result has, by name. */
function valuesOf(rows: Columns | undefined): Readonly<Record<string, ArrayLike<unknown>>> {
  const found: Record<string, ArrayLike<unknown>> = {};
  for (const kind of ['int32', 'float64', 'uint64'] as const)
    for (const name of names[kind])
      try {
        const column = rows?.[kind](name);
        if (column) found[name] = column;
      } catch {
        continue;
      }
  return found;
}

import { describe, expect, it } from 'vitest';
import { acceptOffer } from '../../../shared/extract/accept-offer.ts';
import { isIn } from '../../../shared/extract/area.ts';
import { areaOfCountryCode } from '../../../shared/extract/country-areas.ts';
import { fromE7 } from '../../../shared/extract/degrees-e7.ts';
import { failingAs } from '../../../shared/extract/failing-as.ts';
import { findingsOf, movingCells, type LookedAt } from '../../../shared/extract/findings.ts';
import { farPositions } from '../../../shared/extract/far-positions.ts';
import { matchCells } from '../../../shared/extract/match-cells.ts';
import type { ColumnRole, Finding, Mapping } from '../../../shared/extract/profile.ts';
import { profileOfColumn } from '../../../shared/extract/profile-of-column.ts';
import { readingOf } from '../../../shared/extract/reading-of.ts';

const look = (
  roles: readonly ColumnRole[],
  rows: readonly (readonly string[])[],
  more: Partial<LookedAt> = {},
): LookedAt => ({
  names: roles.map(String),
  roles,
  rows,
  ragged: 0,
  timeFormat: undefined,
  ...more,
});
const found = (looked: LookedAt): readonly string[] =>
  findingsOf(looked).map(({ kind, count, of }) => `${kind} ${count}/${of}`);
const mapping = (roles: ColumnRole[]): Mapping => ({
  dialect: { delimiter: ',', header: true, encoding: 'utf-8', gzip: false },
  hasOffset: false,
  timeFormat: 'dayFirst',
  roles,
});

const times = (texts: readonly string[]): readonly string[] =>
  found(
    look(
      ['time'],
      texts.map((text) => [text]),
      { timeFormat: 'dayFirst' },
    ),
  );
const finding = (offer: Finding['offer'], columns: number[]): Finding => ({
  kind: 'axesSwapped',
  columns,
  count: 1,
  of: 1,
  offer,
});
const matched = (events: string[][], cells: string[][]): unknown =>
  matchCells({ rows: events, cells: [0, 1], pairs: [[0, 1]] }, { rows: cells, cells: [1], pairs: [[0, 1]] });

describe('findings', () => {
  it('say where positions are 0, 0 and where the axes are swapped, and nothing where all is well', () => {
    const axes = ['latitude', 'longitude'] as const;
    expect(
      found(
        look(axes, [
          ['51.3', '12.4'],
          ['78.2', '15.6'],
        ]),
      ),
    ).toEqual([]);
    expect(
      found(
        look(axes, [
          ['51.3', '12.4'],
          ['0', '0.0'],
          ['x', ''],
        ]),
      ),
    ).toEqual(['zeroPosition 1/2']);
    expect(
      found(
        look(axes, [
          ['87.86', '26.67'],
          ['87,9', '26,7'],
          ['0', '0'],
        ]),
      ),
    ).toEqual(['zeroPosition 1/3', 'axesSwapped 2/3']);
    expect(found(look(['longitude', 'latitude'], [['26.67', '87.86']]))).toEqual(['axesSwapped 1/1']);
  });

  it('say when day and month cannot be told apart', () => {
    expect(times(['04/05/2026 10:00', '05/06/2026 10:00'])).toEqual(['dayOrMonth 2/2']);
    expect(times(['04/05/2026 10:00', '13/06/2026 10:00'])).toEqual([]);
    expect(times(['04.05.2026 10:00'])).toEqual([]);
  });

  it('say what a spreadsheet has rounded, which rows are ragged, and what a TAC may mean', () => {
    const rows = [
      ['4.91521E+11', '10:00.0', '4711'],
      ['491521000000', '2026-05-04 10:00', '4712'],
    ];
    const looked = look(['person', 'time', 'area'], rows, { names: ['imsi', 'time', 'TAC'], ragged: 3 });
    expect(found(looked)).toEqual([
      'roundedNumbers 1/2',
      'roundedNumbers 1/2',
      'areaOrDevice 2/2',
      'raggedRows 3/5',
    ]);
  });

  it('say which cells stand in several places, unless the reference says when', () => {
    const rows = [
      ['a', '51', '12', ''],
      ['a', '51', '12.02', ''],
      ['b', '51', '12', ''],
      ['b', '51.009', '12', ''],
    ];
    const dated = (last: ColumnRole): readonly Finding[] =>
      movingCells(look(['cell', 'latitude', 'longitude', last], rows), { cell: 0, form: 'asWritten' });
    expect(dated('ignored')).toEqual([{ kind: 'cellMoves', columns: [0], count: 1, of: 2, offer: 'none' }]);
    expect(dated('validFrom')).toEqual([]);
  });
});

describe('an offer that is taken', () => {
  it('changes the mapping once', () => {
    const before = mapping(['latitude', 'longitude', 'area']);
    const cases = [
      finding('swapAxes', [0, 1]),
      finding('zeroIsMissing', [0, 1]),
      finding('monthFirst', []),
      finding('ignoreArea', [2]),
    ];
    const after = cases.reduce(acceptOffer, before);
    expect(after).toMatchObject({
      roles: ['longitude', 'latitude', 'ignored'],
      timeFormat: 'monthFirst',
      reading: { zeroIsMissing: true },
    });
    for (const one of cases) expect(acceptOffer(after, one)).toBe(after);
    expect(acceptOffer(before, finding('none', []))).toBe(before);
  });
});

describe('how values are written', () => {
  it('is told only where they are not plain', () => {
    const roles = ['person', 'latitude', 'longitude'] as const;
    expect(readingOf({ roles, rows: [['4915', '51.5', '12.5']] })).toEqual({});
    expect(
      readingOf({
        roles,
        rows: [
          ['4915.0', '51,5', '12,5'],
          ['4916.0', 'NULL', '-'],
        ],
      }),
    ).toEqual({
      personsWhole: true,
      decimalComma: true,
      missing: ['-', 'NULL'],
    });
    expect(readingOf({ roles: ['ignored'], rows: [['-']] })).toEqual({});
  });
});

const inOneRun = (runs: readonly string[], cells: readonly (readonly string[])[]) =>
  matchCells(
    { rows: runs.map((run) => [run]), cells: [0], pairs: [] },
    { rows: cells, cells: [1], pairs: [[0, 1]] },
  );

describe('naming cells', () => {
  it('keeps two columns together where one number is used in two areas', () => {
    expect(
      matched(
        [
          ['1', '7'],
          ['2', '7'],
          ['2', '8'],
        ],
        [
          ['1', '7'],
          ['2', '7'],
          ['2', '8'],
        ],
      ),
    ).toMatchObject({
      events: { area: 0, cell: 1, form: 'asWritten' },
      found: 3,
    });
  });

  it('goes by one column where the other does not fit', () => {
    expect(
      matched(
        [
          ['x', '7'],
          ['y', '8'],
          ['z', '9'],
        ],
        [
          ['1', '7'],
          ['2', '8'],
          ['2', '9'],
        ],
      ),
    ).toMatchObject({
      events: { cell: 1, form: 'asWritten' },
      reference: { cell: 1, form: 'asWritten' },
      found: 3,
    });
    expect(matched([['x', 'y']], [['1', '7']])).toBeUndefined();
  });

  it('take a run of digits apart where the reference has its parts, and where each has five digits', () => {
    const reference = [
      ['123', '45678'],
      ['1234', '5678'],
    ];
    expect(inOneRun(['262010012345678', '262010123405678'], reference)).toEqual({
      events: { cell: 0, form: 'fiveAndFive' },
      reference: { area: 0, cell: 1, form: 'asWritten' },
      found: 2,
    });
    expect(inOneRun(['2620112345678'], reference)).toBeUndefined();
    expect(inOneRun(['262010012345678'], [['12345', '678']])).toBeUndefined();
  });

  it('keep identities apart where only a part of a large reference was looked at', () => {
    const cells = Array.from(
      { length: 400 },
      (_, i) => `262-07-${500 + Math.floor(i / 20)}-${1000 + (i % 20)}`,
    );
    const match = matchCells(
      { rows: cells.filter((_, i) => i % 2 === 0).map((cell) => [cell]), cells: [0], pairs: [] },
      { rows: cells.slice(0, 40).map((cell) => [cell]), cells: [0], pairs: [] },
    );
    expect(match).toEqual({
      events: { cell: 0, form: 'asWritten' },
      reference: { cell: 0, form: 'asWritten' },
      found: 20,
    });
    const numbers = Array.from({ length: 20 }, (_, i) => [String(1000 + i)]);
    const byNumber = matchCells(
      { rows: cells.map((cell) => [cell]), cells: [0], pairs: [] },
      { rows: numbers, cells: [0], pairs: [] },
    );
    expect(byNumber).toMatchObject({ events: { form: 'lastPart' }, found: 20 });
  });
});

const germany = (position: readonly [string, string], code = '262'): LookedAt =>
  look(
    ['longitude', 'latitude', 'ignored'],
    Array.from({ length: 9 }, () => [...position, code]),
    { names: ['lon', 'lat', 'mcc'] },
  );
const inside = (code: string, x: number, y: number): boolean => {
  const area = areaOfCountryCode(code);
  return area !== undefined && isIn(area, x, y);
};

describe('positions in the country whose networks the rows name', () => {
  it('are found swapped where they lie there only when swapped', () => {
    expect(found(germany(['51.3', '12.4']))).toEqual(['axesSwapped 9/9']);
    expect(found(germany(['12.4', '51.3']))).toEqual([]);
  });

  it('are left alone where the code is not known, where rows name several, or where neither way leads there', () => {
    expect(found(germany(['51.3', '12.4'], '999'))).toEqual([]);
    expect(found(germany(['-3.7', '40.4']))).toEqual([]);
    const several = germany(['51.3', '12.4']);
    const rows = several.rows.map(([x = '', y = ''], i) => [x, y, i < 4 ? '262' : '230']);
    expect(found({ ...several, rows })).toEqual([]);
  });

  it.each([
    ['cgi', '262-03-9520-101', 'axesSwapped 3/3'],
    ['ecgi', '26203-25601', 'axesSwapped 3/3'],
    ['ECGI', '2620325601', 'axesSwapped 3/3'],
    ['plmn_home', '262-03', undefined],
    ['imsi', '262031234567890', undefined],
  ])('are told by the identity of a cell in %s, never by the home of a person', (name, text, expected) => {
    const rows = Array.from({ length: 3 }, () => ['51.3', '12.4', text]);
    const told = found(look(['longitude', 'latitude', 'ignored'], rows, { names: ['x', 'y', name] }));
    expect(told).toEqual(expected === undefined ? [] : [expected]);
  });

  it('knows the countries of the operators and capitals tried', () => {
    const capitals = [
      ...([
        ['262', 13.4, 52.5],
        ['208', 2.35, 48.86],
        ['232', 16.4, 48.2],
        ['234', -0.1, 51.5],
      ] as const),
      ...([
        ['310', -77, 38.9],
        ['429', 85.3, 27.7],
        ['440', 139.7, 35.7],
        ['460', 116.4, 39.9],
      ] as const),
      ...([
        ['505', 149.1, -35.3],
        ['530', 174.8, -41.3],
        ['608', -17.4, 14.7],
        ['724', -47.9, -15.8],
      ] as const),
    ] as const;
    for (const [code, x, y] of capitals) expect([code, inside(code, x, y)]).toEqual([code, true]);
    expect(inside('262', 2.35, 48.86)).toBe(false);
  });
});

describe('positions as whole numbers of ten-millionths of a degree', () => {
  const rows = [
    ['513401230', '123712340'],
    ['-5', '123712341'],
    ['513401232', '123712342.0'],
  ];

  it('are told and read when the offer is taken, and at once where the names say so', () => {
    const told = findingsOf(look(['latitude', 'longitude'], rows));
    expect(told).toEqual([{ kind: 'wholeDegrees', columns: [0, 1], count: 2, of: 3, offer: 'degreesE7' }]);
    const before = mapping(['latitude', 'longitude']);
    const after = told[0] ? acceptOffer(before, told[0]) : before;
    expect(after.reading).toEqual({ degreesE7: true });
    expect(told[0] && acceptOffer(after, told[0])).toBe(after);
    const roles: readonly ColumnRole[] = ['latitude', 'longitude'];
    expect(readingOf({ names: ['latitudeE7', 'longitudeE7'], roles, rows }).degreesE7).toBe(true);
    expect(readingOf({ names: ['latitude', 'longitudeE7'], roles, rows }).degreesE7).toBeUndefined();
    expect(found(look(roles, rows, { degreesE7: true }))).toEqual([]);
  });

  it('are not made of degrees, metres of a grid beyond the Earth, or what is missing', () => {
    for (const other of [
      ['51', '12'],
      ['5340123', '2000000000'],
      ['', ''],
      ['51.34', '12.37'],
    ])
      expect(found(look(['latitude', 'longitude'], [other, other]))).toEqual([]);
    expect([fromE7('513401230'), fromE7('-5'), fromE7('51.3'), fromE7('')]).toEqual([
      51.340123,
      -5e-7,
      NaN,
      NaN,
    ]);
  });

  it('are counted as failing only where they are none', () => {
    const values = ['513401230', '900000001', 'x', ''];
    expect(failingAs(values).degreesE7).toEqual({ latitude: 3, longitude: 2 });
    expect(failingAs(['51.3', '12.4']).degreesE7).toBeUndefined();
    const written = { timeFormat: undefined, degreesE7: true };
    const column = { index: 0, name: 'lat', role: 'latitude', reason: 'name', cellForm: undefined } as const;
    expect(profileOfColumn(column, values, written).failing).toBe(3);
  });
});

const toldOfPositions = (positions: readonly (readonly number[])[]) =>
  findingsOf({
    names: ['lat', 'lon'],
    roles: ['latitude', 'longitude'],
    rows: positions.map((position) => position.map(String)),
    ragged: 0,
    timeFormat: undefined,
    area: { west: 11, south: 50, east: 13, north: 52 },
  }).map(({ kind, count }) => `${kind} ${count}`);

describe('positions far from most others', () => {
  const town = Array.from({ length: 200 }, (_, i) => [51 + (i % 40) / 100, 12 + (i % 30) / 100]);
  const country = Array.from({ length: 200 }, (_, i) => [25 + (i % 24), -124 + ((i * 7) % 57)]);

  it.each<readonly [string, readonly (readonly number[])[], number]>([
    ['none', town, 0],
    ['another town of the country', [...town, [48.1, 11.6], [54.3, 10.1]], 0],
    ['2,000 km away', [...town, [33.4, 12.2], [51.2, -17], [69.6, 18.9]], 3],
    ['swapped in some rows', [...town, ...town.slice(0, 60).map(([y = 0, x = 0]) => [x, y])], 60],
    ['no place on Earth', [...town, [999, 999], [91, 12]], 0],
    ['a country of several thousand kilometres', country, 0],
    ['swapped in it', [...country, [-70, 40]], 1],
    ['on both sides of the date line', town.map(([y = 0, x = 0]) => [y, x < 12.15 ? 179.9 : -179.9]), 0],
    ['too few to tell', [[51, 12], ...Array.from({ length: 18 }, () => [10, 50])], 0],
  ])('are counted: %s', (_, positions, count) => {
    expect(farPositions(positions)).toBe(count);
  });

  it('are told, but not beside 0, 0 or axes that are swapped throughout', () => {
    expect(toldOfPositions([...town, [33, 12]])).toEqual(['farPositions 1']);
    expect(toldOfPositions([...town, [0, 0]])).toEqual(['zeroPosition 1']);
    expect(toldOfPositions([...town.map(([y = 0, x = 0]) => [x, y]), [33, 12]])).toEqual(['axesSwapped 200']);
  });
});

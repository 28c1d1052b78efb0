import { describe, expect, it } from 'vitest';
import { acceptOffer } from '../../../shared/extract/accept-offer.ts';
import { findingsOf, movingCells, type LookedAt } from '../../../shared/extract/findings.ts';
import { matchCells } from '../../../shared/extract/match-cells.ts';
import type { ColumnRole, Finding, Mapping } from '../../../shared/extract/profile.ts';
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
});

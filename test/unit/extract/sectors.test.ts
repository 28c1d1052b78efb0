import { describe, expect, it } from 'vitest';
import { guessRoles } from '../../../shared/extract/guess-roles.ts';
import type { ColumnRole, Mapping } from '../../../shared/extract/profile.ts';
import { rangeUnitOf } from '../../../shared/extract/range-unit.ts';
import { furtherColumns } from '../../../shared/extract/sector-columns.ts';
import { sectorMappings } from '../../../shared/extract/sectors.ts';

const mapping = (...roles: ColumnRole[]): Mapping => ({
  dialect: { delimiter: ',', header: true, encoding: 'utf-8', gzip: false },
  hasOffset: false,
  roles,
});
const guessed = (...names: string[]): string =>
  guessRoles('cells', names, [])
    .map(({ role }) => (role === 'ignored' ? '.' : role))
    .join(' ');

describe('columns of further sectors', () => {
  it.each([
    [
      ['Sector 1 ID', 'Sector 2 ID', 'Sector 3 ID'],
      [1, 2],
    ],
    [['CELL_ID1', 'AZ1', 'CELL_ID2', 'AZ2'], [2]],
    [
      ['ci_alpha', 'ci_beta', 'ci_gamma'],
      [1, 2],
    ],
    [['Beginning Sector Identifier', 'Ending Sector Identifier'], [1]],
    [
      ['Cell A', 'Cell C', 'Cell B'],
      [2, 1],
    ],
    [['cell', 'cell 2'], []],
    [['cell_2', 'cell_1'], []],
    [['lat', 'lon'], []],
  ])('are told by names: %j', (names, further) => {
    expect(furtherColumns(names, 0)).toEqual(further);
  });

  it('are guessed where each sector has what the first has', () => {
    expect(guessed('Site ID', 'Latitude', 'Longitude', 'Sector 1 ID', 'Sector 2 ID')).toBe(
      '. latitude longitude cell furtherCell',
    );
    expect(guessed('ci1', 'lac1', 'lat1', 'lon1', 'ci2', 'lac2', 'lat2', 'lon2')).toBe(
      'cell area latitude longitude furtherCell furtherArea furtherLatitude furtherLongitude',
    );
  });

  it('are left alone where the area or position of one is missing, or their order differs', () => {
    expect(guessed('ci1', 'ci2', 'ci3', 'lac1', 'lac2', 'lat', 'lon')).toBe(
      'cell . . area . latitude longitude',
    );
    expect(guessed('ci1', 'ci3', 'ci2', 'lat', 'lon')).toBe('cell . . latitude longitude');
    expect(guessed('ci1', 'ci2', 'ci3', 'radius1', 'radius2', 'lat', 'lon')).toBe(
      'cell furtherCell furtherCell . . latitude longitude',
    );
  });

  it('have ranges in the unit that all their columns of units name', () => {
    const names = ['Sector 1 Radius', 'Sector 1 Radius Unit', 'Sector 2 Radius', 'Sector 2 Radius Unit'];
    expect(rangeUnitOf(names, 0, [['1', 'km', '2', 'Kilometers']])).toBe('kilometres');
    expect(rangeUnitOf(names, 0, [['1', 'km', '2', 'm']])).toBeUndefined();
    expect(rangeUnitOf(['radius_km_1', 'radius_km_2'], 0, [])).toBe('kilometres');
  });
});

describe('the mappings of sectors', () => {
  it('are the mapping itself where a row tells of one cell', () => {
    expect(sectorMappings(mapping('cell', 'latitude', 'longitude', 'range', 'validFrom'))).toEqual([
      mapping('cell', 'latitude', 'longitude', 'range', 'validFrom'),
    ]);
  });

  it('give each sector its own columns, and those of the row', () => {
    const row = mapping(
      ...(['latitude', 'longitude', 'validFrom', 'cell', 'range'] as const),
      ...(['furtherCell', 'furtherRange', 'furtherCell', 'furtherRange'] as const),
    );
    const place = ['latitude', 'longitude', 'validFrom'];
    expect(sectorMappings(row).map(({ roles }) => roles)).toEqual([
      [...place, 'cell', 'range', 'ignored', 'ignored', 'ignored', 'ignored'],
      [...place, 'ignored', 'ignored', 'cell', 'range', 'ignored', 'ignored'],
      [...place, 'ignored', 'ignored', 'ignored', 'ignored', 'cell', 'range'],
    ]);
  });
});

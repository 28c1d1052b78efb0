import { describe, expect, it } from 'vitest';
import {
  fittingMapping,
  MappingProfile,
  sameLayout,
  type MappedFile,
} from '../../../shared/extract/mapping-profile.ts';
import type { Dialect, FileProfile } from '../../../shared/extract/profile.ts';
import { someMappingProfile } from '../../support/some-mapping-profile.ts';

const kept = someMappingProfile.files.events as MappedFile;

function fileOf(columns: readonly string[], dialect: Partial<Dialect> = {}): FileProfile {
  return {
    kind: 'events',
    name: 'another.csv',
    sizeBytes: 1,
    dialect: { ...kept.mapping.dialect, ...dialect },
    hasOffset: false,
    rowsLookedAt: 1,
    columns: columns.map((name, index) => ({
      index,
      name,
      role: 'ignored',
      reason: 'none',
      shape: 'empty',
      distinct: 0,
      empty: 0,
      failing: 0,
    })),
  };
}

const columns = ['kunde', 'zeit', 'zelle', 'sonst'];

describe('a mapping that was kept', () => {
  it('fits a file with the same columns, whatever its compression and encoding', () => {
    expect(fittingMapping(kept, fileOf(columns))).toEqual(kept.mapping);
    const other = fittingMapping(kept, fileOf(columns, { gzip: true, encoding: 'windows-1252' }));
    expect(other?.dialect).toMatchObject({ gzip: true, encoding: 'windows-1252' });
  });

  it('fits no file with other columns, another order of them, or another separator', () => {
    expect(fittingMapping(kept, fileOf([...columns, 'mehr']))).toBeUndefined();
    expect(fittingMapping(kept, fileOf(['zeit', 'kunde', 'zelle', 'sonst']))).toBeUndefined();
    expect(fittingMapping(kept, fileOf(columns, { delimiter: ',' }))).toBeUndefined();
    expect(fittingMapping(kept, fileOf(columns, { header: false }))).toBeUndefined();
  });

  it('is known by what a first look found as well as by how it was corrected', () => {
    const found = { dialect: { ...kept.mapping.dialect, delimiter: ',' as const }, columns: ['all in one'] };
    const corrected: MappedFile = { ...kept, layouts: [found, ...kept.layouts] };
    expect(fittingMapping(corrected, fileOf(['all in one'], { delimiter: ',' }))?.dialect.delimiter).toBe(
      ';',
    );
    expect(fittingMapping(corrected, fileOf(columns))?.dialect.delimiter).toBe(';');
  });

  it('brings the encoding along that somebody corrected by hand', () => {
    const [layout] = kept.layouts;
    if (layout === undefined) throw new Error('no layout');
    const corrected: MappedFile = {
      layouts: [{ ...layout, dialect: { ...layout.dialect, encoding: 'euc-kr' } }, layout],
      mapping: kept.mapping,
    };
    expect(fittingMapping(corrected, fileOf(columns, { encoding: 'euc-kr' }))?.dialect.encoding).toBe(
      'utf-8',
    );
  });

  it('is laid out like another by number where columns have no names', () => {
    const bare = { dialect: { ...kept.mapping.dialect, header: false }, columns: ['1', '2'] };
    expect(sameLayout(bare, { ...bare, columns: ['1', '2'] })).toBe(true);
    expect(sameLayout(bare, { ...bare, columns: ['1', '2', '3'] })).toBe(false);
  });

  it('has no place for anything but names and meanings of columns', () => {
    expect(MappingProfile.safeParse(someMappingProfile).success).toBe(true);
    expect(MappingProfile.safeParse({ ...someMappingProfile, path: '/home/o/x.csv' }).success).toBe(false);
    expect(MappingProfile.safeParse({ ...someMappingProfile, files: {} }).success).toBe(false);
  });
});

import { totalCategory } from '../products/bands.ts';
import { unknownCategory } from '../recipe/age-bands.ts';
import { axisNames } from './axes.ts';
import type { Differing, GroupName, NamedFigure } from './finding.ts';
import type { Grid } from './grid.ts';
import type { Reach } from './nested-pairs.ts';

/** A published row in words, with its figure. `release` names an earlier release. */
export function namedFigure(grid: Grid, row: number, release?: string): NamedFigure {
  return {
    ...(release !== undefined && { release }),
    group: groupName(grid, row),
    persons: grid.table.persons[row] ?? -1,
  };
}

/** The dimensions along which the larger of two groups reaches further. */
export function differing(reach: Reach): readonly Differing[] {
  return axisNames.filter((_, axis) => (reach & (1 << axis)) !== 0);
}

function groupName({ released, table }: Grid, row: number): GroupName {
  const { zones, ages, genders, dwellBands, frequencyBands } = released;
  const zoneId = (index: number): string =>
    zones[index]?.zoneId ?? (index === -1 ? unknownCategory : totalCategory);
  const label = (list: readonly string[], column: Int32Array): string | undefined =>
    column.length === 0 ? undefined : (list[column[row] ?? -1] ?? totalCategory);
  const age = label(ages, table.age);
  const gender = label(genders, table.gender);
  const band = label(table.product === 'dwell' ? dwellBands : frequencyBands, table.band);
  return {
    zone: zoneId(table.zone[row] ?? 0),
    ...(table.other.length > 0 && { other: zoneId(table.other[row] ?? 0) }),
    ...(table.start.length > 0 && { start: table.start[row] ?? 0 }),
    ...(band !== undefined && { band }),
    ...(age !== undefined && { age }),
    ...(gender !== undefined && { gender }),
  };
}

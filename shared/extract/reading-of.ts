import { clockFiguresOf } from './clock-format.ts';
import type { LookedAt } from './findings.ts';
import { isNamedE7 } from './degrees-e7.ts';
import { MissingMark, type ColumnRole, type Reading } from './profile.ts';
import { rangeUnitOf } from './range-unit.ts';
import { plainRole } from './sectors.ts';

/** How the values of a file are written where they are not plain, from the rows looked at. Empty where all are. */
export function readingOf({
  names = [],
  roles,
  rows,
}: Pick<LookedAt, 'roles' | 'rows'> & Partial<Pick<LookedAt, 'names'>>): Reading {
  const valuesOf = (wanted: readonly ColumnRole[]): readonly string[] =>
    roles.flatMap((role, column) =>
      wanted.includes(plainRole(role) ?? role)
        ? rows.map((row) => row[column]?.trim() ?? '').filter((text) => text !== '')
        : [],
    );
  const used = new Set(
    valuesOf(['person', 'time', 'clock', 'cell', 'area', 'latitude', 'longitude', 'validFrom', 'validTo']),
  );
  const range = roles.indexOf('range');
  const unit = range === -1 ? undefined : rangeUnitOf(names, range, rows);
  const clock = clockFiguresOf(valuesOf(['clock']));
  const missing = MissingMark.options.filter((mark) => used.has(mark));
  return {
    ...(oftener(valuesOf(['latitude', 'longitude']), /^-?\d+,\d+$/, /^-?\d+\.\d+$/)
      ? { decimalComma: true }
      : {}),
    ...(oftener(valuesOf(['person']), /^\d+\.0+$/, /^\d+$/) ? { personsWhole: true } : {}),
    ...(missing.length > 0 ? { missing } : {}),
    ...(isInE7(names, roles) ? { degreesE7: true } : {}),
    ...(clock === undefined ? {} : { clockFigures: clock.figures }),
    ...(unit === undefined || unit === 'metres' ? {} : { rangeUnit: unit }),
  };
}

function oftener(values: readonly string[], one: RegExp, other: RegExp): boolean {
  const fitting = (pattern: RegExp): number => values.filter((value) => pattern.test(value)).length;
  return fitting(one) > fitting(other);
}

/** Whether the columns of positions are named as holding whole numbers of 10^-7 degrees. */
function isInE7(names: readonly string[], roles: readonly ColumnRole[]): boolean {
  const columns = [roles.indexOf('latitude'), roles.indexOf('longitude')];
  return columns.every((column) => isNamedE7(names[column] ?? ''));
}

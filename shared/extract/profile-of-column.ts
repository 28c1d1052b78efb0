import { clockFiguresOf, isDay } from './clock-format.ts';
import { columnShape, failingValues } from './column-shape.ts';
import { failingAs } from './failing-as.ts';
import type { CellForm, ColumnProfile, TimeFormat } from './profile.ts';
import { plainRole } from './sectors.ts';
import { isWritten } from './time-format.ts';

/** A column, and what it seems to mean. */
type GuessedColumn = Pick<ColumnProfile, 'index' | 'name' | 'role' | 'reason'> & {
  readonly cellForm: CellForm | undefined;
};

/**
 * How the values of a column are written: its times, whether they are days beside a column of times of day, and whether positions are whole numbers
 * of 10^-7 degrees.
 */
interface Written {
  readonly areDays?: boolean;
  readonly timeFormat: TimeFormat | undefined;
  readonly degreesE7: boolean;
}

/** A column as the first look understood it, from its values without blanks around them. */
export function profileOfColumn(
  { cellForm, ...column }: GuessedColumn,
  values: readonly string[],
  written: Written,
): ColumnProfile {
  const other = failingAs(values);
  const clock = clockFiguresOf(values);
  return {
    ...column,
    shape: columnShape(values),
    distinct: new Set(values.filter((value) => value !== '')).size,
    empty: values.filter((value) => value === '').length,
    failing: failing(column.role, values, written, other),
    failingAs: other,
    ...(cellForm === undefined ? {} : { cellForm }),
    ...(clock === undefined ? {} : { clockFigures: clock.figures }),
  };
}

function failing(
  role: ColumnProfile['role'],
  values: readonly string[],
  { timeFormat, areDays, degreesE7 }: Written,
  { roles, degreesE7: inE7 }: NonNullable<ColumnProfile['failingAs']>,
): number {
  if (timeFormat !== undefined) {
    const fits = areDays === true ? isDay : (value: string) => isWritten(timeFormat, value);
    return values.filter((value) => !fits(value, timeFormat)).length;
  }
  const plain = plainRole(role) ?? role;
  if (degreesE7 && inE7 && (plain === 'latitude' || plain === 'longitude')) return inE7[plain];
  return role === 'clock' ? (roles.clock ?? 0) : failingValues(role, values);
}

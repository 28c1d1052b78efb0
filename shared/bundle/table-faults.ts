import type { FootfallRow } from '../products/footfall-table.ts';
import { ageBandLabels, genders, unknownCategory } from '../recipe/age-bands.ts';
import type { Recipe, TimeBin } from '../recipe/recipe.ts';
import { readInstant, type WrittenInstant } from './instant.ts';
import { paths } from './names.ts';
import { type Particular, particular } from './particular.ts';
import { byPrimaryKey } from './table-columns.ts';
import { zoneIdForm } from './table-read.ts';

/** What is wrong with a table by itself (`E_TABLE`), with its zones (`E_ZONES`) or against its recipe (`E_RECIPE`). */
export interface TableFault {
  readonly code: 'E_TABLE' | 'E_ZONES' | 'E_RECIPE';
  readonly particular: Particular;
}

type RowCheck = (row: FootfallRow) => TableFault | undefined;

/** The first fault of each code in `rows`, which must be in the order of the table; empty when all is well. */
export function tableFaults(
  rows: readonly FootfallRow[],
  recipe: Recipe,
  zoneIds: ReadonlySet<string>,
): readonly TableFault[] {
  const found = new Map<TableFault['code'], TableFault>();
  const checks = [zoneCheck(recipe, zoneIds), timeCheck(recipe), classCheck(recipe), figureCheck(recipe)];
  const note = (fault: TableFault | undefined, index: number): void => {
    if (fault === undefined || found.has(fault.code)) return;
    const place = { path: paths.table, line: index + 2 };
    found.set(fault.code, { ...fault, particular: { ...fault.particular, place } });
  };
  let previous: FootfallRow | undefined;
  for (const [index, row] of rows.entries()) {
    if (previous !== undefined) note(orderFault(previous, row), index);
    for (const check of checks) note(check(row), index);
    if (found.size === 3) break;
    previous = row;
  }
  return [...found.values()];
}

/** The smallest figure a recipe may publish: `minimumPersons` rounded to the nearest `roundingBase`, ties up. */
export function smallestFigure({ minimumPersons, roundingBase }: Recipe): number {
  return Math.floor((2 * minimumPersons + roundingBase) / (2 * roundingBase)) * roundingBase;
}

function orderFault(previous: FootfallRow, row: FootfallRow): TableFault | undefined {
  const order = byPrimaryKey(previous, row);
  if (order < 0) return undefined;
  return tableFault(particular(order === 0 ? 'rows-twice' : 'rows-unsorted', {}));
}

function zoneCheck(recipe: Recipe, zoneIds: ReadonlySet<string>): RowCheck {
  const { zones } = recipe;
  const good = new Set<string>();
  return ({ zoneId }) => {
    if (good.has(zoneId)) return undefined;
    if (!zoneIdForm.test(zoneId)) return tableFault(particular('zone-form', {}));
    if (!zoneIds.has(zoneId))
      return { code: 'E_ZONES', particular: particular('zone-unknown', { zone: zoneId }) };
    if (zones.kind === 'h3' && !isH3Cell(zoneId, zones.resolution))
      return recipeFault(particular('zone-not-h3', { zone: zoneId, resolution: zones.resolution }));
    good.add(zoneId);
    return undefined;
  };
}

/** Whether `id` is written as an H3 cell of `resolution`: the mode and resolution bits of the index. */
function isH3Cell(id: string, resolution: number): boolean {
  return /^8[0-9a-f]{14}$/.test(id) && Number.parseInt(id.charAt(1), 16) === resolution;
}

function timeCheck(recipe: Recipe): RowCheck {
  const known = new Map<string, { readonly local: string; readonly fault: TableFault | undefined }>();
  return ({ start, startLocal }) => {
    const before = known.get(start);
    if (before === undefined) {
      const fault = timeFault(start, startLocal, recipe);
      known.set(start, { local: startLocal, fault });
      return fault;
    }
    if (before.local === startLocal) return before.fault;
    return tableFault(particular('start-two-locals', { start, first: before.local, second: startLocal }));
  };
}

function timeFault(start: string, startLocal: string, recipe: Recipe): TableFault | undefined {
  const [utc, local] = [readInstant(start), readInstant(startLocal)];
  if (utc === undefined || local === undefined || !start.endsWith('Z'))
    return tableFault(particular('time-unreadable', {}));
  if (utc.seconds !== local.seconds)
    return tableFault(particular('times-differ', { start, local: startLocal }));
  if (!isAligned(local, recipe.timeBin))
    return recipeFault(particular('bin-start', { time: startLocal, bin: recipe.timeBin }));
  if (!isInside(local, recipe)) return recipeFault(particular('period-outside', { time: startLocal }));
  return undefined;
}

function isAligned({ hour, minute, second }: WrittenInstant, bin: TimeBin): boolean {
  if (second !== 0) return false;
  switch (bin) {
    case 'quarterHour':
      return minute % 15 === 0;
    case 'hour':
      return minute === 0;
    case 'daypart':
      return minute === 0 && [6, 10, 16, 22].includes(hour);
    case 'day':
      return minute === 0 && hour <= 1;
  }
}

function isInside(local: WrittenInstant, { period, timeBin }: Recipe): boolean {
  if (period === null || local.day > period.to) return false;
  return local.day >= period.from || (timeBin === 'daypart' && isEveBefore(local, period.from));
}

function isEveBefore(local: WrittenInstant, from: string): boolean {
  const midnight = readInstant(`${from}T00:00:00Z`)?.seconds ?? 0;
  const eve = readInstant(`${local.day}T00:00:00Z`)?.seconds ?? 0;
  return local.hour === 22 && midnight - eve === 86_400;
}

function classCheck(recipe: Recipe): RowCheck {
  const unknown = recipe.missingCategory === 'own' ? [unknownCategory] : [];
  const bands = new Set<string>([...ageBandLabels(recipe.ageBreaks), ...unknown]);
  const known = new Set<string>(genders.filter((gender) => gender !== unknownCategory || unknown.length > 0));
  return ({ ageBand, gender }) => {
    if ((ageBand === undefined) !== (recipe.ageBreaks.length === 0))
      return recipeFault(particular(ageBand === undefined ? 'age-band-missing' : 'age-band-unasked', {}));
    if ((gender === undefined) !== !recipe.byGender)
      return recipeFault(particular(gender === undefined ? 'gender-missing' : 'gender-unasked', {}));
    if (ageBand !== undefined && !bands.has(ageBand))
      return recipeFault(particular('age-band-unknown', { ageBand }));
    if (gender !== undefined && !known.has(gender))
      return recipeFault(particular('gender-unknown', { gender }));
    return undefined;
  };
}

function figureCheck(recipe: Recipe): RowCheck {
  const smallest = smallestFigure(recipe);
  return ({ status, persons }) => {
    if (status === 'zero')
      return recipe.zeroGroups === 'shown' ? undefined : recipeFault(particular('zero-listed', {}));
    if (status === 'suppressed')
      return recipe.suppressedGroups === 'list'
        ? undefined
        : recipeFault(particular('suppressed-listed', {}));
    if (persons === undefined) return tableFault(particular('figure-missing', {}));
    if (persons % recipe.roundingBase !== 0)
      return recipeFault(particular('figure-not-rounded', { persons, base: recipe.roundingBase }));
    if (persons < smallest) return recipeFault(particular('figure-too-small', { persons, smallest }));
    return undefined;
  };
}

function tableFault(fault: Particular): TableFault {
  return { code: 'E_TABLE', particular: fault };
}

function recipeFault(fault: Particular): TableFault {
  return { code: 'E_RECIPE', particular: fault };
}

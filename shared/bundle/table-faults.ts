import type { FootfallRow } from '../products/footfall-table.ts';
import { ageBandLabels, genders, unknownCategory } from '../recipe/age-bands.ts';
import type { Recipe, TimeBin } from '../recipe/recipe.ts';
import { readInstant, type WrittenInstant } from './instant.ts';
import { byPrimaryKey } from './table-columns.ts';
import { zoneIdForm } from './table-read.ts';

/** What is wrong with a table by itself (`E_TABLE`), with its zones (`E_ZONES`) or against its recipe (`E_RECIPE`). */
export interface TableFault {
  readonly code: 'E_TABLE' | 'E_ZONES' | 'E_RECIPE';
  readonly detail: string;
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
    found.set(fault.code, { ...fault, detail: `line ${index + 2}: ${fault.detail}` });
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
  return tableFault(order === 0 ? 'the same group stands twice' : 'the rows are not sorted by their key');
}

function zoneCheck(recipe: Recipe, zoneIds: ReadonlySet<string>): RowCheck {
  const { zones } = recipe;
  const good = new Set<string>();
  return ({ zoneId }) => {
    if (good.has(zoneId)) return undefined;
    if (!zoneIdForm.test(zoneId)) return tableFault('the zone id has a form no table carries');
    if (!zoneIds.has(zoneId)) return { code: 'E_ZONES', detail: `zone ${zoneId} is not in zones.geojson` };
    if (zones.kind === 'h3' && !isH3Cell(zoneId, zones.resolution))
      return recipeFault(`zone ${zoneId} is no H3 cell of resolution ${zones.resolution}`);
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
    return tableFault(`${start} has two local times, ${before.local} and ${startLocal}`);
  };
}

function timeFault(start: string, startLocal: string, recipe: Recipe): TableFault | undefined {
  const [utc, local] = [readInstant(start), readInstant(startLocal)];
  if (utc === undefined || local === undefined || !start.endsWith('Z'))
    return tableFault('a time cannot be read');
  if (utc.seconds !== local.seconds) return tableFault(`start ${start} and start_local ${startLocal} differ`);
  if (!isAligned(local, recipe.timeBin))
    return recipeFault(`${startLocal} does not begin a bin (${recipe.timeBin})`);
  if (!isInside(local, recipe)) return recipeFault(`${startLocal} lies outside the period`);
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
      return recipeFault('the age band is missing or too many');
    if ((gender === undefined) !== !recipe.byGender) return recipeFault('the gender is missing or too many');
    if (ageBand !== undefined && !bands.has(ageBand))
      return recipeFault(`the recipe has no age band "${ageBand}"`);
    if (gender !== undefined && !known.has(gender))
      return recipeFault(`the recipe has no gender "${gender}"`);
    return undefined;
  };
}

function figureCheck(recipe: Recipe): RowCheck {
  const smallest = smallestFigure(recipe);
  return ({ status, persons }) => {
    if (status === 'zero')
      return recipe.zeroGroups === 'shown' ? undefined : recipeFault('the recipe hides empty groups');
    if (status === 'suppressed')
      return recipe.suppressedGroups === 'list'
        ? undefined
        : recipeFault('the recipe leaves suppressed groups out');
    if (persons === undefined) return tableFault('a published group has no figure');
    if (persons % recipe.roundingBase !== 0)
      return recipeFault(`${persons} is no multiple of ${recipe.roundingBase}`);
    if (persons < smallest)
      return recipeFault(`${persons} is below ${smallest}, the smallest figure the recipe allows`);
    return undefined;
  };
}

function tableFault(detail: string): TableFault {
  return { code: 'E_TABLE', detail };
}

function recipeFault(detail: string): TableFault {
  return { code: 'E_RECIPE', detail };
}

import type { Product } from '../products/product.ts';
import type { TableRow } from '../products/table-row.ts';
import type { Recipe, TimeBin } from '../recipe/recipe.ts';
import { readInstant, type WrittenInstant } from './instant.ts';
import { particular } from './particular.ts';
import { recipeFault, type RowCheck, type TableFault, tableFault } from './table-fault.ts';

/** The bins of a product's starts: footfall has the recipe's, dwell and flows dayparts, the others no starts. */
export function timeBinOf(recipe: Recipe, product: Product): TimeBin | undefined {
  if (product === 'footfall') return recipe.timeBin;
  return product === 'dwell' || product === 'flows' ? 'daypart' : undefined;
}

/** Both times of a row are one instant, it begins a bin, and lies in the period; each start has one local time. */
export function timeCheck(recipe: Recipe, product: Product): RowCheck {
  const bin = timeBinOf(recipe, product);
  if (bin === undefined) return () => undefined;
  const known = new Map<string, { readonly local: string; readonly fault: TableFault | undefined }>();
  return ({ start = '', startLocal = '' }: TableRow) => {
    const before = known.get(start);
    if (before === undefined) {
      const fault = timeFault(start, startLocal, { bin, recipe });
      known.set(start, { local: startLocal, fault });
      return fault;
    }
    if (before.local === startLocal) return before.fault;
    return tableFault(particular('start-two-locals', { start, first: before.local, second: startLocal }));
  };
}

interface Bins {
  readonly bin: TimeBin;
  readonly recipe: Recipe;
}

function timeFault(start: string, startLocal: string, bins: Bins): TableFault | undefined {
  const [utc, local] = [readInstant(start), readInstant(startLocal)];
  if (utc === undefined || local === undefined || !start.endsWith('Z'))
    return tableFault(particular('time-unreadable', {}));
  if (utc.seconds !== local.seconds)
    return tableFault(particular('times-differ', { start, local: startLocal }));
  if (!isAligned(local, bins.bin))
    return recipeFault(particular('bin-start', { time: startLocal, bin: bins.bin }));
  if (!isInside(local, bins)) return recipeFault(particular('period-outside', { time: startLocal }));
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

function isInside(local: WrittenInstant, { bin, recipe: { period } }: Bins): boolean {
  if (period === null || local.day > period.to) return false;
  return local.day >= period.from || (bin === 'daypart' && isEveBefore(local, period.from));
}

function isEveBefore(local: WrittenInstant, from: string): boolean {
  const midnight = readInstant(`${from}T00:00:00Z`)?.seconds ?? 0;
  const eve = readInstant(`${local.day}T00:00:00Z`)?.seconds ?? 0;
  return local.hour === 22 && midnight - eve === 86_400;
}

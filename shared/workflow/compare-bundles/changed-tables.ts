import type { SortedTable } from '../../bundle/table-faults.ts';
import { productNames, type Product } from '../../products/product.ts';
import type { TableRow } from '../../products/table-row.ts';

/** The published figures of one table: how many, and the smallest, the middle and the largest; absent where none is published. */
export interface FigureSpan {
  readonly count: number;
  readonly smallest?: number;
  readonly median?: number;
  readonly largest?: number;
}

/**
 * One table in two releases, by what is written in them: rows and published figures. Of hidden groups nothing is said but that a row
 * without a figure stands there.
 */
export interface ChangedTable {
  readonly product: Product;
  readonly standsIn: 'both' | 'earlier' | 'later';
  /** Groups of which a row stands in the one, the other, both, or one alone. */
  readonly groups: {
    readonly earlier: number;
    readonly later: number;
    readonly both: number;
    readonly onlyEarlier: number;
    readonly onlyLater: number;
  };
  readonly figures: {
    readonly earlier: FigureSpan;
    readonly later: FigureSpan;
    /** Published in both. */
    readonly same: number;
    readonly raised: number;
    readonly lowered: number;
    /** A row without a figure before, with one now; and the other way round. */
    readonly newlyShown: number;
    readonly newlyHidden: number;
    /** Published of a group of which no row stands in the other release. */
    readonly onlyEarlier: number;
    readonly onlyLater: number;
  };
}

/** The tables of two releases side by side, in the order of the products. */
export function changedTables(
  earlier: readonly SortedTable[],
  later: readonly SortedTable[],
): readonly ChangedTable[] {
  return productNames.flatMap((product) => {
    const [before, after] = [earlier, later].map((tables) => tables.find((one) => one.product === product));
    if (before === undefined && after === undefined) return [];
    const standsIn = before === undefined ? 'later' : after === undefined ? 'earlier' : 'both';
    return [{ product, standsIn, ...compared(before?.rows ?? [], after?.rows ?? []) }];
  });
}

function compared(
  before: readonly TableRow[],
  after: readonly TableRow[],
): Pick<ChangedTable, 'groups' | 'figures'> {
  const known = new Map(before.map((row) => [groupOf(row), row]));
  const pairs = after.flatMap((row) => {
    const was = known.get(groupOf(row));
    return was === undefined ? [] : [[figureOf(was), figureOf(row)] as const];
  });
  const count = (of: (was: number | undefined, is: number | undefined) => boolean): number =>
    pairs.filter(([was, is]) => of(was, is)).length;
  const both = pairs.length;
  const inBoth = (of: 0 | 1): number => pairs.filter((pair) => pair[of] !== undefined).length;
  return {
    groups: {
      earlier: before.length,
      later: after.length,
      both,
      onlyEarlier: before.length - both,
      onlyLater: after.length - both,
    },
    figures: {
      earlier: spanOf(before),
      later: spanOf(after),
      same: count((was, is) => was !== undefined && was === is),
      raised: count((was, is) => was !== undefined && is !== undefined && is > was),
      lowered: count((was, is) => was !== undefined && is !== undefined && is < was),
      newlyShown: count((was, is) => was === undefined && is !== undefined),
      newlyHidden: count((was, is) => was !== undefined && is === undefined),
      onlyEarlier: published(before) - inBoth(0),
      onlyLater: published(after) - inBoth(1),
    },
  };
}

/** What tells one group of a table from another. */
function groupOf({ zoneId, destinationId, homeId, start, band, ageBand, gender }: TableRow): string {
  return JSON.stringify([zoneId, destinationId, homeId, start, band, ageBand, gender]);
}

/** What is published of a row: its figure, or 0 where it says that nobody was there. */
function figureOf({ status, persons }: TableRow): number | undefined {
  return status === 'suppressed' ? undefined : persons;
}

function published(rows: readonly TableRow[]): number {
  return rows.filter((row) => figureOf(row) !== undefined).length;
}

function spanOf(rows: readonly TableRow[]): FigureSpan {
  const figures = rows
    .flatMap(({ status, persons }) => (status === 'published' && persons !== undefined ? [persons] : []))
    .toSorted((a, b) => a - b);
  const [smallest, median, largest] = [
    figures[0],
    figures[Math.ceil(figures.length / 2) - 1],
    figures.at(-1),
  ];
  if (smallest === undefined || median === undefined || largest === undefined) return { count: 0 };
  return { count: figures.length, smallest, median, largest };
}

import { totalCategory } from '../products/bands.ts';
import type { TableRow } from '../products/table-row.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { type Particular, particular } from './particular.ts';
import { noiseOf } from './table-figures.ts';

type Additive = 'homeId' | 'band' | 'ageBand' | 'gender';
const additive: readonly Additive[] = ['homeId', 'band', 'ageBand', 'gender'];

/** A total its published parts exceed: which row, from 0, and by what. */
export interface ExceededTotal {
  readonly index: number;
  readonly particular: Particular;
}

/** The fewest and most persons a published figure can stand for. */
interface Span {
  readonly low: number;
  readonly high: number;
}

/**
 * The first published total of a sorted table that is smaller than its published parts together, by more than rounding and cell-key
 * noise explain. Homes, bands, ages and genders have totals; zones and times have none, since one person counts in many. With
 * differential privacy homes have noise of their own and are not compared.
 */
export function exceededTotal(rows: readonly TableRow[], recipe: Recipe): ExceededTotal | undefined {
  const [first] = rows;
  if (first === undefined || !recipe.totals) return undefined;
  const dimensions = additive.filter((name) => first[name] !== undefined);
  const noisy = recipe.guarantee.kind === 'differentialPrivacy';
  const compared = dimensions.filter((name) => !noisy || name !== 'homeId');
  const block = new Block(rows, { dimensions, compared }, spanOf(recipe));
  for (const [index, row] of rows.entries()) {
    if (index > 0 && !sharesBlock(rows[index - 1], row)) {
      const found = block.settle();
      if (found !== undefined) return found;
    }
    if (row.status === 'published') block.add(index);
  }
  return block.settle();
}

/** What a figure stands for: the counts that rounding, and noise before it, would turn into it. */
function spanOf({ minimumPersons, roundingBase: base, guarantee }: Recipe): (persons: number) => Span {
  const noise = noiseOf(guarantee);
  return (persons) => ({
    low: Math.max(minimumPersons, Math.ceil(persons - base / 2) - noise),
    high: Math.ceil(persons + base / 2) - 1 + noise,
  });
}

/** Whether two rows belong to the same zone, destination and start, within which parts add up. */
function sharesBlock(a: TableRow | undefined, b: TableRow): boolean {
  return a?.zoneId === b.zoneId && a.destinationId === b.destinationId && a.start === b.start;
}

/** The additive dimensions a table has, and those of them along which parts are compared with their total. */
interface Along {
  readonly dimensions: readonly Additive[];
  readonly compared: readonly Additive[];
}

/** The published rows of one block, and what their parts come to. */
class Block {
  private readonly rows: readonly TableRow[];
  private readonly along: Along;
  private readonly span: (persons: number) => Span;
  private readonly listed: number[] = [];

  constructor(rows: readonly TableRow[], along: Along, span: (persons: number) => Span) {
    this.rows = rows;
    this.along = along;
    this.span = span;
  }

  add(index: number): void {
    this.listed.push(index);
  }

  /** The first exceeded total of the block; forgets its rows. */
  settle(): ExceededTotal | undefined {
    for (const dimension of this.along.compared) {
      const found = this.exceededAlong(dimension);
      if (found !== undefined) return found;
    }
    this.listed.length = 0;
    return undefined;
  }

  private exceededAlong(dimension: Additive): ExceededTotal | undefined {
    const partsOf = new Map<string, number>();
    const totals: { readonly key: string; readonly index: number; readonly total: number }[] = [];
    for (const index of this.listed) {
      const row = this.rows[index];
      if (row?.persons === undefined) continue;
      const key = this.keyWithout(dimension, row);
      if (row[dimension] === totalCategory) totals.push({ key, index, total: row.persons });
      else partsOf.set(key, (partsOf.get(key) ?? 0) + this.span(row.persons).low);
    }
    for (const { key, index, total } of totals) {
      const parts = partsOf.get(key) ?? 0;
      if (parts > this.span(total).high)
        return { index, particular: particular('parts-exceed', { total, parts }) };
    }
    return undefined;
  }

  private keyWithout(dimension: Additive, row: TableRow): string {
    let key = '';
    for (const name of this.along.dimensions) if (name !== dimension) key += `${row[name]} `;
    return key;
  }
}

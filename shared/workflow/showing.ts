import { roundToBase } from '../protect/round.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { isShown, type CountedTable, type Fates } from './counted-table.ts';

/** Which part of a table a picture shows; a part left out is taken together. */
export interface Slice {
  readonly bin: number | 'total';
  readonly band?: number | undefined;
  /** Zone whose flows or whose visitors' homes are shown: pictures then are of the other end. */
  readonly from?: number | undefined;
}

/** A table and what decides which of its groups carry a figure. */
export interface Showing {
  readonly counted: CountedTable;
  readonly fates: Fates;
  /** Released figures by group where they are not plainly the rounded number. */
  readonly figures: Int32Array | undefined;
  readonly recipe: Recipe;
  /** Places at which layers begin whose empty groups are hidden like others; absent until protection has run. */
  readonly emptyHidden?: ReadonlySet<number> | undefined;
}

/** What is released for group `i`, -1 where nothing is. */
export function figureOf({ counted, fates, figures, recipe }: Showing, i: number): number {
  if (!isShown(counted.table, fates, recipe.minimumPersons, i)) return -1;
  return figures?.[i] ?? roundToBase(counted.table.persons[i] ?? 0, recipe.roundingBase);
}

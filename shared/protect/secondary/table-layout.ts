import { additiveDimensions, type DimensionName } from '../../products/product.ts';
import type { GroupTable } from '../../products/group-table.ts';

/**
 * How a table's cube falls into blocks: `blocks` of them in a row (one per zone, time or pair of zones), each `layers`
 * bands or homes of ages x genders classes.
 */
export interface TableLayout {
  readonly blocks: number;
  readonly zones: number;
  readonly times: number;
  readonly layers: number;
  readonly layerTotal: boolean;
  readonly ages: number;
  readonly genders: number;
  readonly ageTotal: boolean;
  readonly genderTotal: boolean;
}

/** Reads the layout off the dimensions of a table. */
export function layoutOf(table: GroupTable): TableLayout {
  const sizeOf = (name: DimensionName) => table.dimensions.find((one) => one.name === name)?.size ?? 1;
  const hasTotal = (name: DimensionName) =>
    (table.dimensions.find((one) => one.name === name)?.hasTotal ?? false) && sizeOf(name) > 1;
  const fixed = table.dimensions.filter(({ name }) => !additiveDimensions.has(name));
  return {
    blocks: fixed.reduce((product, { size }) => product * size, 1),
    zones: sizeOf('zone'),
    times: sizeOf('time'),
    layers: sizeOf('band') * sizeOf('home'),
    layerTotal: hasTotal('band') || hasTotal('home'),
    ages: sizeOf('age'),
    genders: sizeOf('gender'),
    ageTotal: hasTotal('age'),
    genderTotal: hasTotal('gender'),
  };
}

/** Whether two tables break their groups down by the same ages and genders. */
export function haveSameClasses(a: TableLayout, b: TableLayout): boolean {
  return (
    a.ages === b.ages &&
    a.genders === b.genders &&
    a.ageTotal === b.ageTotal &&
    a.genderTotal === b.genderTotal
  );
}

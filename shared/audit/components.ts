import { componentKey } from './component-key.ts';
import { real, whole } from './entry-of.ts';
import type { LinearSystem, Ranges } from './linear-system.ts';
import { isImplied, measureRow } from './row-activity.ts';
import { rowsOfVariables, type RowsOfVariables } from './rows-of-variables.ts';

/**
 * Variables that rows link with each other, as a system of their own: its variable i is `variables[i]` of the whole, counted from
 * `origin[i]` (its low bound where that is finite). `key` is equal for components that are equal in structure and numbers.
 */
export interface Component {
  readonly variables: Int32Array;
  readonly origin: Float64Array;
  readonly system: LinearSystem;
  readonly key: string;
}

/** The components, and for each variable of the whole its place: component -1 where no row says more than its bounds. */
export interface Components {
  readonly list: readonly Component[];
  readonly componentOf: Int32Array;
  readonly placeOf: Int32Array;
}

/**
 * Splits a system by what propagation left open: variables that are not fixed, linked by rows that the bounds do not imply
 * already. In the order of their first variable.
 */
export function componentsOf(system: LinearSystem, bounds: Ranges): Components {
  const count = system.low.length;
  const split: Split = {
    system,
    bounds,
    turned: rowsOfVariables(system),
    isOpen: openRows(system, bounds),
    componentOf: new Int32Array(count).fill(-1),
    placeOf: new Int32Array(count),
  };
  const list: Component[] = [];
  for (let v = 0; v < count; v++) {
    if (whole(split.componentOf, v) >= 0 || !isLinked(split, v)) continue;
    const members = gather(split, v, list.length);
    list.push(cutOut(split, members.variables, members.rows));
  }
  return { list, componentOf: split.componentOf, placeOf: split.placeOf };
}

interface Split {
  readonly system: LinearSystem;
  readonly bounds: Ranges;
  readonly turned: RowsOfVariables;
  /** 1: says more than the bounds; 0: does not, or was gathered. */
  readonly isOpen: Uint8Array;
  readonly componentOf: Int32Array;
  readonly placeOf: Int32Array;
}

function openRows(system: LinearSystem, bounds: Ranges): Uint8Array {
  const activity = { least: 0, leastInfinite: 0, greatest: 0, greatestInfinite: 0 };
  const isOpen = new Uint8Array(system.rowLow.length);
  for (let row = 0; row < isOpen.length; row++) {
    measureRow(system, bounds, row, activity);
    isOpen[row] = isImplied(system, row, activity) ? 0 : 1;
  }
  return isOpen;
}

function isFixed(split: Split, v: number): boolean {
  return real(split.bounds.low, v) === real(split.bounds.high, v);
}

function isLinked({ bounds, turned, isOpen }: Split, v: number): boolean {
  if (real(bounds.low, v) === real(bounds.high, v)) return false;
  for (let k = whole(turned.starts, v); k < whole(turned.starts, v + 1); k++)
    if (isOpen[whole(turned.row, k)] === 1) return true;
  return false;
}

function gather(
  split: Split,
  seed: number,
  component: number,
): { readonly variables: Int32Array; readonly rows: Int32Array } {
  const { system, turned, isOpen, componentOf } = split;
  const variables = [seed];
  const rows: number[] = [];
  componentOf[seed] = component;
  for (const v of variables) {
    for (let k = whole(turned.starts, v); k < whole(turned.starts, v + 1); k++) {
      const row = whole(turned.row, k);
      if (isOpen[row] !== 1) continue;
      isOpen[row] = 0;
      rows.push(row);
      for (let e = whole(system.rowStarts, row); e < whole(system.rowStarts, row + 1); e++) {
        const other = whole(system.variable, e);
        if (whole(componentOf, other) >= 0 || isFixed(split, other)) continue;
        componentOf[other] = component;
        variables.push(other);
      }
    }
  }
  return { variables: Int32Array.from(variables).toSorted(), rows: Int32Array.from(rows).toSorted() };
}

function originOf({ low, high }: Ranges, v: number): number {
  if (real(low, v) > -Infinity) return real(low, v);
  return real(high, v) < Infinity ? real(high, v) : 0;
}

function cutOut(split: Split, variables: Int32Array, rows: Int32Array): Component {
  const { system, bounds, placeOf } = split;
  const origin = Float64Array.from(variables, (v) => originOf(bounds, v));
  variables.forEach((v, place) => (placeOf[v] = place));
  const rowStarts = new Int32Array(rows.length + 1);
  const rowLow = new Float64Array(rows.length);
  const rowHigh = new Float64Array(rows.length);
  const variable: number[] = [];
  const coefficient: number[] = [];
  rows.forEach((row, place) => {
    let known = 0;
    for (let e = whole(system.rowStarts, row); e < whole(system.rowStarts, row + 1); e++) {
      const v = whole(system.variable, e);
      known += whole(system.coefficient, e) * originOf(bounds, v);
      if (isFixed(split, v)) continue;
      variable.push(whole(placeOf, v));
      coefficient.push(whole(system.coefficient, e));
    }
    rowStarts[place + 1] = variable.length;
    rowLow[place] = real(system.rowLow, row) - known;
    rowHigh[place] = real(system.rowHigh, row) - known;
  });
  const part: LinearSystem = {
    low: Float64Array.from(variables, (v, i) => real(bounds.low, v) - real(origin, i)),
    high: Float64Array.from(variables, (v, i) => real(bounds.high, v) - real(origin, i)),
    rowStarts,
    variable: Int32Array.from(variable),
    coefficient: Int32Array.from(coefficient),
    rowLow,
    rowHigh,
  };
  return { variables, origin, system: part, key: componentKey(part) };
}

import { whole } from './entry-of.ts';
import type { LinearSystem } from './linear-system.ts';

/** The rows each variable stands in: those of `v` are `row[starts[v]]` to `row[starts[v + 1] - 1]`, with their coefficients. */
export interface RowsOfVariables {
  readonly starts: Int32Array;
  readonly row: Int32Array;
  readonly coefficient: Int32Array;
}

/** Turns the rows of a system round, in the order of the rows. */
export function rowsOfVariables(system: LinearSystem): RowsOfVariables {
  const { rowStarts, variable, coefficient } = system;
  const starts = new Int32Array(system.low.length + 1);
  for (const v of variable) starts[v + 1] = whole(starts, v + 1) + 1;
  for (let v = 0; v < system.low.length; v++) starts[v + 1] = whole(starts, v + 1) + whole(starts, v);
  const next = starts.slice();
  const turned = {
    starts,
    row: new Int32Array(variable.length),
    coefficient: new Int32Array(variable.length),
  };
  for (let r = 0; r < system.rowLow.length; r++) {
    for (let k = whole(rowStarts, r); k < whole(rowStarts, r + 1); k++) {
      const v = whole(variable, k);
      const place = whole(next, v);
      next[v] = place + 1;
      turned.row[place] = r;
      turned.coefficient[place] = whole(coefficient, k);
    }
  }
  return turned;
}

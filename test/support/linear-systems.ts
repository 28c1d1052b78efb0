import type { LinearSystem } from '../../shared/audit/linear-system.ts';

/** A row in words: coefficients by variable, and the sum or its limits. */
export interface RowInWords {
  readonly terms: readonly (readonly [variable: number, coefficient: number])[];
  readonly low: number;
  readonly high: number;
}

/** A system from bounds and rows. */
export function systemOf(
  bounds: readonly (readonly [low: number, high: number])[],
  rows: readonly RowInWords[],
): LinearSystem {
  const entries = rows.flatMap((row) => row.terms);
  const rowStarts = new Int32Array(rows.length + 1);
  rows.forEach((row, r) => (rowStarts[r + 1] = (rowStarts[r] ?? 0) + row.terms.length));
  return {
    low: Float64Array.from(bounds, ([low]) => low),
    high: Float64Array.from(bounds, ([, high]) => high),
    rowStarts,
    variable: Int32Array.from(entries, ([variable]) => variable),
    coefficient: Int32Array.from(entries, ([, coefficient]) => coefficient),
    rowLow: Float64Array.from(rows, (row) => row.low),
    rowHigh: Float64Array.from(rows, (row) => row.high),
  };
}

/** An equation: the variables of `parts` add up to variable `total`. */
export function addsUp(total: number, parts: readonly number[]): RowInWords {
  return { terms: [...parts.map((part) => [part, 1] as const), [total, -1]], low: 0, high: 0 };
}

/** What a reader sees of numbers of which the ones in `hidden` are not published, linked by `rows`. */
export function published(
  numbers: readonly number[],
  hidden: ReadonlySet<number>,
  rows: readonly RowInWords[],
): LinearSystem {
  return systemOf(
    numbers.map((number, v) => (hidden.has(v) ? [0, Infinity] : [number, number])),
    rows,
  );
}

/**
 * Every solution in whole numbers of a small system with finite bounds, by trying all values in order and leaving a branch as soon
 * as a row cannot be kept any more. Written without the code under test.
 */
export function allSolutions(system: LinearSystem): number[][] {
  const count = system.low.length;
  const solutions: number[][] = [];
  const values: number[] = [];
  const rows = [...system.rowLow.keys()].map((r) => ({
    terms: [...system.variable.keys()]
      .slice(system.rowStarts[r], system.rowStarts[r + 1])
      .map((k) => [system.variable[k] ?? 0, system.coefficient[k] ?? 0] as const),
    low: system.rowLow[r] ?? 0,
    high: system.rowHigh[r] ?? 0,
  }));
  const mayHold = (row: (typeof rows)[number]): boolean => {
    let least = 0;
    let most = 0;
    for (const [v, coefficient] of row.terms) {
      const fixed = values[v];
      const ends = [fixed ?? system.low[v] ?? 0, fixed ?? system.high[v] ?? 0].map((x) => coefficient * x);
      least += Math.min(...ends);
      most += Math.max(...ends);
    }
    return least <= row.high && most >= row.low;
  };
  const rowsOf = [...system.low.keys()].map((v) => rows.filter((row) => row.terms.some(([w]) => w === v)));
  const place = (v: number): void => {
    if (v === count) {
      solutions.push([...values]);
      return;
    }
    for (let x = system.low[v] ?? 0; x <= (system.high[v] ?? 0); x++) {
      values.push(x);
      if ((rowsOf[v] ?? []).every(mayHold)) place(v + 1);
      values.pop();
    }
  };
  if (rows.every(mayHold)) place(0);
  return solutions;
}

/** Least and greatest value of each variable over all solutions. */
export function extremes(solutions: readonly (readonly number[])[]): {
  readonly low: number[];
  readonly high: number[];
} {
  const first = solutions[0] ?? [];
  const low = [...first];
  const high = [...first];
  for (const solution of solutions) {
    solution.forEach((x, v) => {
      low[v] = Math.min(low[v] ?? x, x);
      high[v] = Math.max(high[v] ?? x, x);
    });
  }
  return { low, high };
}

/** A stream of whole numbers from 0 to `below - 1`, the same for the same seed (linear congruential, high bits). */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

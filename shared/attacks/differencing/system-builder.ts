import type { LinearSystem } from '../../audit/linear-system.ts';
import type { CountRange } from '../../ledger/figure-range.ts';

/** A linear system that is put together variable by variable and row by row. */
export interface SystemBuilder {
  /** A new number of persons, 0 or more. Tells its index. */
  add(): number;
  /** A sum of variables lies in a range. */
  sum(variables: readonly number[], range: CountRange): void;
  /** A new variable that is the sum of others; one alone is its own sum. */
  sumOf(variables: readonly number[]): number;
  /** `whole` is the sum of `parts`. */
  equal(whole: number, parts: readonly number[]): void;
  built(): LinearSystem;
}

/** Nothing yet. */
export function systemBuilder(): SystemBuilder {
  let count = 0;
  const starts = [0];
  const variable: number[] = [];
  const coefficient: number[] = [];
  const [rowLow, rowHigh]: [number[], number[]] = [[], []];
  const row = (entries: readonly (readonly [number, number])[], { low, high }: CountRange): void => {
    for (const [v, c] of entries) {
      variable.push(v);
      coefficient.push(c);
    }
    starts.push(variable.length);
    rowLow.push(low);
    rowHigh.push(high);
  };
  const builder: SystemBuilder = {
    add: () => count++,
    sum: (variables, range) =>
      row(
        variables.map((v) => [v, 1]),
        range,
      ),
    sumOf: (variables) => {
      const [only] = variables;
      if (only !== undefined && variables.length === 1) return only;
      const total = builder.add();
      builder.equal(total, variables);
      return total;
    },
    equal: (whole, parts) => row([[whole, -1], ...parts.map((v) => [v, 1] as const)], { low: 0, high: 0 }),
    built: () => ({
      low: new Float64Array(count),
      high: new Float64Array(count).fill(Infinity),
      rowStarts: Int32Array.from(starts),
      variable: Int32Array.from(variable),
      coefficient: Int32Array.from(coefficient),
      rowLow: Float64Array.from(rowLow),
      rowHigh: Float64Array.from(rowHigh),
    }),
  };
  return builder;
}

import type { LinearSystem } from '../../audit/linear-system.ts';
import type { LinearSolver } from '../../ports/linear-solver.ts';

/** How many of `bits` persons with a secret 1 are in each of some subsets, with noise; whole numbers. */
export interface SubsetCounts {
  readonly bits: number;
  /** Members of subset q are `members[starts[q]]` to `members[starts[q + 1] - 1]`, none twice. */
  readonly starts: Int32Array;
  readonly members: Int32Array;
  readonly answers: Int32Array;
}

/**
 * Secret bits from noisy counts over subsets (Dinur and Nissim 2003, by the linear programme of Dwork, McSherry and Talwar 2007): the
 * fractions between 0 and 1 that miss the answers least in the sum of distances, rounded. Undefined if the solver gives up.
 */
export function decodeBits(
  counts: SubsetCounts,
  solver: LinearSolver,
  iterationLimit: number,
): Uint8Array | undefined {
  const { bits, answers } = counts;
  const model = solver.open(systemOf(counts), iterationLimit);
  try {
    const misses = 2 * answers.length;
    const solution = model.solve({
      variable: Int32Array.from({ length: misses }, (_, i) => bits + i),
      weight: new Float64Array(misses).fill(1),
      sense: 'minimise',
    });
    if (solution.kind !== 'optimal') return undefined;
    return Uint8Array.from(solution.point.subarray(0, bits), (fraction) => (fraction > 0.5 ? 1 : 0));
  } finally {
    model.close();
  }
}

/** Variables: the bits, then what each answer is too high by, then too low by. A row for each answer. */
function systemOf({ bits, starts, members, answers }: SubsetCounts): LinearSystem {
  const queries = answers.length;
  const rowStarts = starts.map((start, query) => start + 2 * query);
  const variable = new Int32Array(members.length + 2 * queries);
  const coefficient = new Int32Array(variable.length).fill(1);
  for (let query = 0; query < queries; query += 1) {
    const at = rowStarts[query] ?? 0;
    const own = members.subarray(starts[query], starts[query + 1]);
    variable.set(own, at);
    variable.set([bits + query, bits + queries + query], at + own.length);
    coefficient[at + own.length + 1] = -1;
  }
  const size = bits + 2 * queries;
  return {
    low: new Float64Array(size),
    high: Float64Array.from({ length: size }, (_, v) => (v < bits ? 1 : Infinity)),
    rowStarts,
    variable,
    coefficient,
    rowLow: Float64Array.from(answers),
    rowHigh: Float64Array.from(answers),
  };
}

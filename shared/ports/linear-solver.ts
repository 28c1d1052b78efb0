import type { LinearSystem } from '../audit/linear-system.ts';

/** What is minimised or maximised: the sum of `weight[i] * x[variable[i]]`. */
export interface Objective {
  readonly variable: Int32Array;
  readonly weight: Float64Array;
  readonly sense: 'minimise' | 'maximise';
}

/** `gaveUp`: the limit of iterations was reached or the solver met numerical trouble; never taken for a result. */
export type Solution =
  | { readonly kind: 'optimal'; readonly value: number; readonly point: Float64Array }
  | { readonly kind: 'unbounded' | 'infeasible' | 'gaveUp' };

/** One loaded system; objectives may follow each other and start where the last one ended. */
export interface LinearModel {
  solve(objective: Objective): Solution;
  close(): void;
}

/** A linear programming solver. Limits are iterations, never seconds, so that every machine finds the same. */
export interface LinearSolver {
  open(system: LinearSystem, iterationLimit: number): LinearModel;
}

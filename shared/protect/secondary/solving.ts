import type { LinearSolver } from '../../ports/linear-solver.ts';

/** The solver and how many iterations one question may take. */
export interface Solving {
  readonly solver: LinearSolver;
  readonly iterationLimit: number;
}

import type { LinearSolver } from '../../ports/linear-solver.ts';
import type { Solving } from './solving.ts';

/** A solver that may be asked only so much: afterwards it gives up on everything, as one without iterations left does. */
export interface Allowance extends Solving {
  isSpent(): boolean;
}

/** Lets a solver be asked until the questions, each counted as many times as its system has variables, come to `most`. */
export function allowanceOf({ solver, iterationLimit }: Solving, most: number): Allowance {
  let left = most;
  const limited: LinearSolver = {
    open: (system, limit) => {
      if (left <= 0) return { solve: () => ({ kind: 'gaveUp' }), close: () => undefined };
      const model = solver.open(system, limit);
      return {
        solve: (objective) => {
          left -= system.low.length;
          return left < 0 ? { kind: 'gaveUp' } : model.solve(objective);
        },
        close: () => model.close(),
      };
    },
  };
  return { solver: limited, iterationLimit, isSpent: () => left <= 0 };
}

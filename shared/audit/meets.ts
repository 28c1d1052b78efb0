import type { LinearSolver } from '../ports/linear-solver.ts';
import type { AuditOptions } from './audit-options.ts';
import type { LinearSystem } from './linear-system.ts';

/** Asks that the range of `variable` begins at or below `lowAtMost`, ends at or above `highAtLeast` and is `widthAtLeast` wide. */
export interface Requirement {
  readonly variable: number;
  readonly lowAtMost: number;
  readonly highAtLeast: number;
  /** high - low at least this; 0 where absent. */
  readonly widthAtLeast?: number | undefined;
}

/** `notTested`: the solver gave up before it could tell; counts as failed. */
export type Verdict = 'met' | 'failed' | 'notTested';

/**
 * Proves or refutes each requirement, in their order. Stops at the first proof, so it is far cheaper than the ranges.
 * @throws Error when nothing satisfies the system; the signal's reason when it was raised.
 */
export async function meets(
  _system: LinearSystem,
  _requirements: readonly Requirement[],
  _solver: LinearSolver,
  _options: AuditOptions,
): Promise<readonly Verdict[]> {
  throw new Error('not built yet');
}

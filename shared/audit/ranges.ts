import type { LinearSolver } from '../ports/linear-solver.ts';
import type { AuditOptions } from './audit-options.ts';
import type { LinearSystem, Ranges } from './linear-system.ts';

/**
 * Range of every target, in their order. Where `gaveUp[i]` is 1 the solver gave up on an end of target i: the range there is only
 * an outer bound, to be counted as not tested and never shown as a result.
 */
export interface AuditedRanges extends Ranges {
  readonly gaveUp: Uint8Array;
}

/**
 * The range of each target (an index of a variable) that follows from the system: what is left of the linear relaxation after
 * rounding its ends inwards, which is exact for tables of two dimensions and never narrower than the truth elsewhere.
 * @throws Error when nothing satisfies the system; the signal's reason when it was raised.
 */
export async function rangesOf(
  _system: LinearSystem,
  _targets: Int32Array,
  _solver: LinearSolver,
  _options: AuditOptions,
): Promise<AuditedRanges> {
  throw new Error('not built yet');
}

import loadHighs from 'highs';
import { createHighsSolver } from '../../../shared/audit/highs-solver.ts';
import type { LinearSolver } from '../../../shared/ports/linear-solver.ts';

/** The same HiGHS as the vault window's, in this process. */
export async function startSolver(): Promise<LinearSolver> {
  return createHighsSolver(await loadHighs());
}

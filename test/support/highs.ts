import loadHighs from 'highs';
import { createHighsSolver } from '../../shared/audit/highs-solver.ts';
import type { LinearSolver } from '../../shared/ports/linear-solver.ts';

/** The solver of the application, under plain Node. */
export async function highsSolver(): Promise<LinearSolver> {
  return createHighsSolver(await loadHighs());
}

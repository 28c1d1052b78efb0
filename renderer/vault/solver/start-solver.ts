import loadHighs from 'highs';
import moduleUrl from 'highs/runtime?url';
import { createHighsSolver } from '../../../shared/audit/highs-solver.ts';
import type { LinearSolver } from '../../../shared/ports/linear-solver.ts';

/** HiGHS in this window, from the file served beside it. */
export async function startSolver(): Promise<LinearSolver> {
  return createHighsSolver(await loadHighs({ locateFile: () => new URL(moduleUrl, location.href).href }));
}

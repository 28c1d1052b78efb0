import type { Released } from '../../ledger/released.ts';
import type { LinearSolver } from '../../ports/linear-solver.ts';
import { releasedTables } from '../inspect-bundle.ts';
import { changedBundle, type BundleToCompare, type ChangedBundle } from './changed-bundle.ts';
import { subtractable, type Subtractable } from './subtractable.ts';

/** Two bundles compared: what differs, and what readers who have both can subtract. */
export interface BundleComparison extends ChangedBundle {
  readonly subtraction: Subtractable;
}

/**
 * Compares two bundles whose contents hold, step by step: whoever runs it may stop between two steps. Plain data that JSON carries; the
 * command line, the window and tests read the same keys.
 */
export function* compareBundles(
  earlier: BundleToCompare,
  later: BundleToCompare,
  solver: LinearSolver,
): Generator<{ readonly done: number; readonly total: number }, BundleComparison> {
  const changed = changedBundle(earlier, later);
  const pair = {
    earlier: { id: changed.earlier.releaseId, released: releasedBy(earlier) },
    later: releasedBy(later),
  };
  return { ...changed, subtraction: yield* subtractable(pair, solver) };
}

function releasedBy({ contents }: BundleToCompare): Released {
  return { recipe: contents.recipe, ...releasedTables(contents) };
}

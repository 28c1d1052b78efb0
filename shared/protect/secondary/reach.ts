import type { LinearModel, LinearSolver, Objective, Solution } from '../../ports/linear-solver.ts';
import type { Block } from './block.ts';
import { systemOfBlock, type BlockSystem } from './block-system.ts';
import type { Bounds } from './bounds.ts';

/** An end of a group's range in whole numbers, with numbers that reach it (by group); `gaveUp`: the solver could not tell. */
export type End =
  | { readonly kind: 'at'; readonly value: number; readonly numbers: Float64Array | undefined }
  | { readonly kind: 'gaveUp' };

/** Finds ends of ranges in one block under one reader's bounds; close it after use. */
export interface Reach {
  most(group: number): End;
  least(group: number): End;
  /** Numbers with a weighted sum of some groups at its end, weights all different; undefined where the solver gave up or there is none. */
  pushed(groups: readonly number[], sense: Objective['sense']): Float64Array | undefined;
  close(): void;
}

const tolerance = 1e-6;

/** Loads a block into the solver. @throws Error from `most` and `least` if nothing satisfies the block's sums. */
export function openReach(block: Block, bounds: Bounds, solver: LinearSolver, iterationLimit: number): Reach {
  const loaded = systemOfBlock(block, bounds);
  let model: LinearModel | undefined;
  return {
    most: (group) => endOf(group, 'maximise'),
    least: (group) => endOf(group, 'minimise'),
    pushed,
    close: () => model?.close(),
  };

  function endOf(group: number, sense: Objective['sense']): End {
    const variable = loaded.variableOf[group] ?? -1;
    if (variable < 0) return { kind: 'at', value: bounds.low[group] ?? 0, numbers: undefined };
    const solution = solved({ variable: Int32Array.of(variable), weight: Float64Array.of(1), sense });
    if (solution.kind !== 'optimal') return endWithout(solution.kind, sense);
    const value =
      sense === 'maximise' ? Math.floor(solution.value + tolerance) : Math.ceil(solution.value - tolerance);
    return { kind: 'at', value, numbers: numbersOf(loaded, bounds, solution.point) };
  }

  function pushed(groups: readonly number[], sense: Objective['sense']): Float64Array | undefined {
    const variable = Int32Array.from(groups, (group) => loaded.variableOf[group] ?? -1).filter((v) => v >= 0);
    if (variable.length === 0) return bounds.low.slice();
    const solution = solved({ variable, weight: Float64Array.from(variable, (_, i) => weightOf(i)), sense });
    return solution.kind === 'optimal' ? numbersOf(loaded, bounds, solution.point) : undefined;
  }

  function solved(objective: Objective): Solution {
    model ??= solver.open(loaded.system, iterationLimit);
    return model.solve(objective);
  }
}

/** Between 1 and 2, by the golden ratio: no few of them add up to the same. */
function weightOf(index: number): number {
  return 1 + ((index * 0.6180339887498949) % 1);
}

function endWithout(kind: 'infeasible' | 'unbounded' | 'gaveUp', sense: Objective['sense']): End {
  if (kind === 'infeasible') throw new Error('No numbers satisfy the sums of a block.');
  if (kind === 'gaveUp') return { kind };
  return { kind: 'at', value: sense === 'maximise' ? Infinity : -Infinity, numbers: undefined };
}

function numbersOf(loaded: BlockSystem, bounds: Bounds, point: Float64Array): Float64Array {
  const numbers = bounds.low.slice();
  loaded.groupOf.forEach((group, variable) => {
    numbers[group] = point[variable] ?? 0;
  });
  return numbers;
}

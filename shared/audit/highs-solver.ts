import type { LinearModel, LinearSolver, Objective, Solution } from '../ports/linear-solver.ts';
import type { LinearSystem } from './linear-system.ts';

/** What the adapter uses of a loaded `highs` module; structural, so that this folder needs no package. */
export interface HighsRuntime {
  createModel(): HighsModel;
}

/** A model as arrays, rows one after the other. */
export interface HighsSource {
  readonly numCols: number;
  readonly numRows: number;
  readonly colCost: Float64Array;
  readonly colLower: Float64Array;
  readonly colUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly matrix: {
    readonly format: 'csr';
    readonly numRows: number;
    readonly numCols: number;
    readonly starts: Int32Array;
    readonly indices: Int32Array;
    readonly values: Float64Array;
  };
}

/** What the adapter uses of one model. */
export interface HighsModel {
  readonly options: { set(options: Readonly<Record<string, string | number | boolean>>): void };
  passModel(source: HighsSource): unknown;
  changeColCost(index: number, cost: number): unknown;
  run(): { readonly modelStatus: number };
  getSolution(): { readonly colValue: Float64Array };
  getObjectiveValue(): number;
}

/** Model states of HiGHS, from its documentation. */
const optimal = 7;
const infeasible = 8;
const unbounded = 10;

/**
 * A solver on HiGHS. Primal simplex, so that a changed objective starts at the last optimum; presolve off for the same reason; no
 * limit in seconds, one thread (this build has no other), seed 0. A closed model's memory serves the next one.
 */
export function createHighsSolver(highs: HighsRuntime): LinearSolver {
  const spare: HighsModel[] = [];
  return {
    open: (system, iterationLimit) => {
      const model = spare.pop() ?? createModel(highs);
      model.options.set({ simplex_iteration_limit: iterationLimit });
      model.passModel(sourceOf(system));
      return openModel(model, () => void spare.push(model));
    },
  };
}

function createModel(highs: HighsRuntime): HighsModel {
  const model = highs.createModel();
  model.options.set({
    output_flag: false,
    solver: 'simplex',
    simplex_strategy: 4,
    presolve: 'off',
    random_seed: 0,
  });
  return model;
}

function openModel(model: HighsModel, close: () => void): LinearModel {
  return {
    solve: (objective) => {
      setCosts(model, objective, objective.sense === 'minimise' ? 1 : -1);
      const solution = solve(model, objective.sense === 'minimise' ? 1 : -1);
      setCosts(model, objective, 0);
      return solution;
    },
    close,
  };
}

function setCosts(model: HighsModel, { variable, weight }: Objective, factor: number): void {
  variable.forEach((v, i) => model.changeColCost(v, factor * (weight[i] ?? 0) + 0));
}

function solve(model: HighsModel, factor: number): Solution {
  let status: number;
  try {
    status = model.run().modelStatus;
  } catch {
    return { kind: 'gaveUp' };
  }
  if (status === optimal)
    return {
      kind: 'optimal',
      value: factor * model.getObjectiveValue(),
      point: model.getSolution().colValue,
    };
  if (status === infeasible) return { kind: 'infeasible' };
  return { kind: status === unbounded ? 'unbounded' : 'gaveUp' };
}

function sourceOf(system: LinearSystem): HighsSource {
  const numCols = system.low.length;
  const numRows = system.rowLow.length;
  return {
    numCols,
    numRows,
    colCost: new Float64Array(numCols),
    colLower: system.low,
    colUpper: system.high,
    rowLower: system.rowLow,
    rowUpper: system.rowHigh,
    matrix: {
      format: 'csr',
      numRows,
      numCols,
      starts: system.rowStarts,
      indices: system.variable,
      values: Float64Array.from(system.coefficient),
    },
  };
}

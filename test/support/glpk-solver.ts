import loadGlpk, { type GLPK, type LP } from 'glpk.js/node';
import type { LinearSystem } from '../../shared/audit/linear-system.ts';
import type { LinearSolver, Objective, Solution } from '../../shared/ports/linear-solver.ts';

/** GLPK behind the same port: a second opinion, solved afresh each time; knows no limit of iterations. */
export async function glpkSolver(): Promise<LinearSolver> {
  const glpk = await loadGlpk();
  return {
    open: (system) => ({
      solve: (objective) => solve(glpk, system, objective),
      close: () => undefined,
    }),
  };
}

function solve(glpk: GLPK, system: LinearSystem, objective: Objective): Solution {
  const problem: LP = {
    name: 'audit',
    objective: {
      direction: objective.sense === 'minimise' ? glpk.GLP_MIN : glpk.GLP_MAX,
      name: 'target',
      vars: [...objective.variable].map((v, i) => ({ name: `x${v}`, coef: objective.weight[i] ?? 0 })),
    },
    subjectTo: rowsOf(glpk, system),
    bounds: [...system.low].map((low, v) => ({
      name: `x${v}`,
      ...boundsOf(glpk, low, system.high[v] ?? Infinity),
    })),
  };
  const { status, z, vars } = glpk.solve(problem, { msglev: glpk.GLP_MSG_OFF, presol: false }).result;
  if (status === glpk.GLP_OPT)
    return { kind: 'optimal', value: z, point: Float64Array.from(system.low, (_, v) => vars[`x${v}`] ?? 0) };
  if (status === glpk.GLP_NOFEAS) return { kind: 'infeasible' };
  return { kind: status === glpk.GLP_UNBND ? 'unbounded' : 'gaveUp' };
}

function rowsOf(glpk: GLPK, system: LinearSystem): LP['subjectTo'] {
  return [...system.rowLow].map((low, row) => {
    const entries = [...system.variable.keys()].slice(system.rowStarts[row], system.rowStarts[row + 1]);
    return {
      name: `r${row}`,
      vars: entries.map((k) => ({ name: `x${system.variable[k]}`, coef: system.coefficient[k] ?? 0 })),
      bnds: boundsOf(glpk, low, system.rowHigh[row] ?? Infinity),
    };
  });
}

function boundsOf(glpk: GLPK, low: number, high: number): { type: number; lb: number; ub: number } {
  const hasLow = low > -Infinity;
  const hasHigh = high < Infinity;
  const bounds = { lb: hasLow ? low : 0, ub: hasHigh ? high : 0 };
  if (hasLow && hasHigh) return { type: low === high ? glpk.GLP_FX : glpk.GLP_DB, ...bounds };
  if (hasLow) return { type: glpk.GLP_LO, ...bounds };
  return { type: hasHigh ? glpk.GLP_UP : glpk.GLP_FR, ...bounds };
}

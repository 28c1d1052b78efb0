import { describe, expect, it } from 'vitest';
import type { LinearSolver } from '../../../../shared/ports/linear-solver.ts';
import { allowanceOf } from '../../../../shared/protect/secondary/allowance.ts';

const objective = { variable: Int32Array.of(0), weight: Float64Array.of(1), sense: 'maximise' } as const;

/** Answers every question, and tells how many there were. */
function ready(asked: { count: number }): LinearSolver {
  return {
    open: () => ({
      solve: () => {
        asked.count += 1;
        return { kind: 'optimal', value: 1, point: Float64Array.of(1, 1) };
      },
      close: () => undefined,
    }),
  };
}

function systemOf(variables: number) {
  return {
    low: new Float64Array(variables),
    high: new Float64Array(variables).fill(1),
    rowStarts: Int32Array.of(0),
    variable: new Int32Array(),
    coefficient: new Int32Array(),
    rowLow: new Float64Array(),
    rowHigh: new Float64Array(),
  };
}

describe('an allowance of questions', () => {
  it('counts a question as many times as it has variables, and gives up on all that is asked beyond', () => {
    const asked = { count: 0 };
    const allowance = allowanceOf({ solver: ready(asked), iterationLimit: 10 }, 50);
    const model = allowance.solver.open(systemOf(20), 10);
    expect([1, 2].map(() => model.solve(objective).kind)).toEqual(['optimal', 'optimal']);
    expect(allowance.isSpent()).toBe(false);
    expect(model.solve(objective).kind).toBe('gaveUp');
    expect(allowance.isSpent()).toBe(true);
    expect(allowance.solver.open(systemOf(1), 10).solve(objective).kind).toBe('gaveUp');
    expect(asked.count).toBe(2);
  });

  it('opens nothing once it is spent', () => {
    let opened = 0;
    const solver: LinearSolver = {
      open: (...asked) => {
        opened += 1;
        return ready({ count: 0 }).open(...asked);
      },
    };
    const allowance = allowanceOf({ solver, iterationLimit: 10 }, 3);
    allowance.solver.open(systemOf(3), 10).solve(objective);
    allowance.solver.open(systemOf(3), 10).solve(objective);
    expect(opened).toBe(1);
  });
});

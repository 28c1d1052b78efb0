import { beforeAll, describe, expect, it } from 'vitest';
import type { LinearSolver } from '../../../../shared/ports/linear-solver.ts';
import { auditPublished, suppress } from '../../../../shared/protect/secondary/suppress.ts';
import { highsSolver } from '../../../support/highs.ts';
import { oneBlock, plainRule, released, releaseOf } from '../../../support/suppressed.ts';

let solver: LinearSolver;
const iterationLimit = 10_000;

beforeAll(async () => {
  solver = await highsSolver();
});

describe('work on a single block', () => {
  const table = oneBlock([
    [2, 9, 30],
    [8, 1, 25],
    [40, 12, 3],
  ]);
  const release = releaseOf([released(table, 5)]);

  it('can be paused for each group under the minimum, and says that no block is done yet', () => {
    const within = [...suppress(release, plainRule(5), { solver, iterationLimit })].filter(
      ({ done, total }) => done === 0 && total > 0,
    );
    expect(within.length).toBeGreaterThanOrEqual(3);
    expect(new Set(within.map(({ total }) => total))).toEqual(new Set([1]));
  });

  it('leaves nothing open in the solver wherever it is stopped', () => {
    const states = [released(table, 5).underMinimum];
    const audit = (counted: LinearSolver) =>
      auditPublished(release, plainRule(5), { solver: counted, iterationLimit, states });
    const steps = [...audit(solver)].length;
    let mostOpen = 0;
    for (let stopAfter = 1; stopAfter <= steps; stopAfter++) {
      const count = { open: 0 };
      const work = audit(counting(solver, count));
      for (let step = 0; step < stopAfter; step++) work.next();
      mostOpen = Math.max(mostOpen, count.open);
      work.return({
        exact: 0,
        narrow: 0,
        safe: 0,
        notTested: 0,
        primary: 0,
        secondary: 0,
        wholeBlocks: 0,
        identities: [],
      });
      expect(count.open).toBe(0);
    }
    expect(mostOpen).toBeGreaterThan(0);
  });
});

function counting(inner: LinearSolver, count: { open: number }): LinearSolver {
  return {
    open: (system, limit) => {
      const model = inner.open(system, limit);
      count.open += 1;
      return {
        solve: (objective) => model.solve(objective),
        close: () => {
          count.open -= 1;
          model.close();
        },
      };
    },
  };
}

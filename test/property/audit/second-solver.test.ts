import { describe, expect, it } from 'vitest';
import { componentsOf } from '../../../shared/audit/components.ts';
import type { LinearSystem } from '../../../shared/audit/linear-system.ts';
import { propagate } from '../../../shared/audit/propagate.ts';
import { rangesOf } from '../../../shared/audit/ranges.ts';
import type { LinearModel } from '../../../shared/ports/linear-solver.ts';
import { glpkSolver } from '../../support/glpk-solver.ts';
import { highsSolver } from '../../support/highs.ts';
import { published } from '../../support/linear-systems.ts';
import { cube, someOf } from '../../support/small-tables.ts';

/** Tables as large as those of a release: bands x age x gender, and age x gender. */
const tables = [1, 2, 3, 4].flatMap((seed) => [
  { name: `three dimensions, seed ${seed}`, table: cube([4, 5, 3], 12, seed), hide: 95, seed },
  { name: `two dimensions, seed ${seed}`, table: cube([9, 4], 12, seed), hide: 25, seed },
]);

function ends(model: LinearModel, system: LinearSystem): number[] {
  return [...system.low.keys()].flatMap((v) =>
    (['minimise', 'maximise'] as const).map((sense) => {
      const solution = model.solve({ variable: Int32Array.of(v), weight: Float64Array.of(1), sense });
      if (solution.kind === 'unbounded') return Infinity;
      if (solution.kind !== 'optimal') throw new Error(solution.kind);
      return solution.value;
    }),
  );
}

describe('two solvers', () => {
  it.each(tables)('agree on every end of every component: $name', async ({ table, hide, seed }) => {
    const hidden = someOf(table.numbers.length - 1, hide, seed);
    const system = published(table.numbers, hidden, table.rows);
    const bounds = propagate(system);
    if (!bounds) throw new Error('no bounds');
    const { list } = componentsOf(system, bounds);
    expect(list.length).toBeGreaterThan(0);
    const solvers = [await highsSolver(), await glpkSolver()] as const;
    for (const component of list) {
      const [first = [], second = []] = solvers.map((solver) => {
        const model = solver.open(component.system, 10_000);
        const found = ends(model, component.system);
        model.close();
        return found;
      });
      first.forEach((end, i) => {
        if (end === Infinity) expect(second[i]).toBe(Infinity);
        else
          expect(Math.abs(end - (second[i] ?? Infinity))).toBeLessThanOrEqual(
            1e-6 * Math.max(1, Math.abs(end)),
          );
      });
    }
  });
  it.each(tables)('give the same ranges: $name', async ({ table, hide, seed }) => {
    const hidden = someOf(table.numbers.length - 1, hide, seed);
    const system = published(table.numbers, hidden, table.rows);
    const targets = Int32Array.from(hidden);
    const options = { iterationLimit: 10_000 };
    const first = await rangesOf(system, targets, await highsSolver(), options);
    expect(await rangesOf(system, targets, await glpkSolver(), options)).toEqual(first);
  });
});

import { expect, it } from 'vitest';
import { componentsOf, type Component } from '../../shared/audit/components.ts';
import { propagate } from '../../shared/audit/propagate.ts';
import { builtInPolicies } from '../../shared/policy/policy.ts';
import type { LinearSolver } from '../../shared/ports/linear-solver.ts';
import { productNames } from '../../shared/products/product.ts';
import { systemOfBlock } from '../../shared/protect/secondary/block-system.ts';
import { boundsOf } from '../../shared/protect/secondary/bounds.ts';
import { identitiesOf } from '../../shared/protect/secondary/identities.ts';
import { costByMagnitude, loadBlock, ruleFor } from '../../shared/protect/secondary/load-block.ts';
import { occupiedBlocks } from '../../shared/protect/secondary/occupied-blocks.ts';
import { suppress } from '../../shared/protect/secondary/suppress.ts';
import { presets } from '../../shared/recipe/presets.ts';
import type { Recipe } from '../../shared/recipe/recipe.ts';
import { Counter } from '../../shared/workflow/counter.ts';
import { releaseOf, ruleOf } from '../../shared/workflow/release-of.ts';
import { demoTown } from '../support/corpus/demo-town.ts';
import { ended } from '../support/ended.ts';
import { glpkSolver } from '../support/glpk-solver.ts';
import { highsSolver } from '../support/highs.ts';
import { knownBytes } from '../support/known-bytes.ts';

const recipe: Recipe = {
  ...presets.conservative,
  products: [...productNames],
  totals: true,
  ageBreaks: [18, 65],
  byGender: true,
  minimumPersons: 5,
  roundingBase: 3,
};
/** GLPK is handed each question afresh, so of larger components and of more than these it would take too long. */
const sample = 120;
const mostVariables = 80;

it('agrees with a second solver within 1e-6 on every end of 120 components of the released town', async () => {
  const components = spread(await componentsOfTown(), sample);
  expect(components.length).toBe(sample);
  expect(Math.max(...components.map(({ variables }) => variables.length))).toBeGreaterThan(20);
  const [highs, glpk] = [await highsSolver(), await glpkSolver()];
  for (const component of components) {
    const second = endsOf(glpk, component);
    endsOf(highs, component).forEach((end, i) => {
      const other = second[i] ?? NaN;
      if (!Number.isFinite(end)) expect(other).toBe(end);
      else expect(Math.abs(end - other)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(end)));
    });
  }
}, 120_000);

/** Components of what both readers know of the town's five tables as they are released, none twice. */
async function componentsOfTown(): Promise<readonly Component[]> {
  const counter = new Counter(await demoTown({ persons: 3000, days: 2, seed: 7 }), knownBytes(3));
  const release = releaseOf(
    recipe,
    recipe.products.map((product) => counter.count(product, recipe)),
  );
  const rule = ruleOf(recipe, builtInPolicies.default);
  const solving = { solver: await highsSolver(), iterationLimit: 20_000 };
  const { states, emptyHidden } = ended(suppress(release, rule, solving));
  const boundedByRule = release.tables.map(() => true);
  const loading = {
    release,
    states,
    isFinal: true,
    emptyHidden,
    rule,
    costOf: costByMagnitude,
    boundedByRule,
  };
  const found = new Map<string, Component>();
  for (const family of identitiesOf(release).families)
    for (const at of occupiedBlocks(release, family)) {
      const layers = family.layersOf(at);
      const block = loadBlock(loading, family, layers);
      for (const reader of ['figures', 'rule'] as const) {
        const { system } = systemOfBlock(block, boundsOf(block, ruleFor(loading, layers), reader));
        const bounds = propagate(system);
        if (!bounds) throw new Error('nothing satisfies the sums of a block');
        for (const component of componentsOf(system, bounds).list)
          if (component.variables.length <= mostVariables) found.set(component.key, component);
      }
    }
  return [...found.values()];
}

/** `count` of a list, at even distances. */
function spread<T>(all: readonly T[], count: number): readonly T[] {
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]).filter(
    (one) => one !== undefined,
  );
}

function endsOf(solver: LinearSolver, { system }: Component): readonly number[] {
  const model = solver.open(system, 20_000);
  const ends = [...system.low.keys()].flatMap((v) =>
    (['minimise', 'maximise'] as const).map((sense) => {
      const solution = model.solve({ variable: Int32Array.of(v), weight: Float64Array.of(1), sense });
      if (solution.kind === 'unbounded') return sense === 'maximise' ? Infinity : -Infinity;
      if (solution.kind !== 'optimal') throw new Error(solution.kind);
      return solution.value;
    }),
  );
  model.close();
  return ends;
}

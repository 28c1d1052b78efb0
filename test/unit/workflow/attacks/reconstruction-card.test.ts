import { expect, it } from 'vitest';
import type { AttackReport } from '../../../../shared/evidence/attack-report.ts';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';
import { reconstruction } from '../../../../shared/workflow/attacks/reconstruction-card.ts';
import { exactRecipe, materialOf, type MaterialSource } from '../../../support/corpus/corpus-material.ts';
import { withoutSecondary } from '../../../support/corpus/plants.ts';
import { daily, worldOf } from '../../../support/corpus/small-world.ts';
import { wholeRun } from '../../../support/whole-run.ts';

/** Many people and a single one, whom the sum of the ages gives away unless another age is hidden too. */
const extract = worldOf(
  [
    { persons: 40, age: 25, visits: daily('a', 1) },
    { persons: 30, age: 50, visits: daily('a', 1) },
    { persons: 1, age: 70, visits: daily('a', 1) },
  ],
  { zones: [{ id: 'a' }] },
);
const recipe: Recipe = { ...exactRecipe, ageBreaks: [40, 60], missingCategory: 'drop', totals: true };

async function reportOf(source: Omit<MaterialSource, 'extract'>): Promise<AttackReport> {
  return wholeRun(reconstruction(await materialOf({ extract, ...source })));
}

it('takes what was rebuilt of all exact figures as it is, however few single persons there are', async () => {
  expect(await reportOf({ recipe })).toMatchObject({ outcome: 'pass', measured: 0, figures: { ones: 1 } });
  expect(await reportOf({ recipe, plant: withoutSecondary })).toMatchObject({
    outcome: 'fail',
    figures: { ones: 1, onesRebuilt: 1, onesByMargins: 0 },
  });
});

it('leaves out what luck would have got', async () => {
  // One of three ages was rebuilt as a single person: dealt out at random it would be right in one case of three.
  const { measured } = await reportOf({ recipe, plant: withoutSecondary });
  expect(measured).toBeCloseTo(100 * (1 - 1 / 3), 9);
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productNames, type Product } from '../../../shared/products/product.ts';
import type { GroupTable } from '../../../shared/products/group-table.ts';
import { sensitivityOf } from '../../../shared/protect/differential-privacy/contribution-limits.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import { Counter } from '../../../shared/workflow/counter.ts';
import { plannedTable } from '../../../shared/workflow/planned-table.ts';
import { knownBytes } from '../../support/known-bytes.ts';
import { extractOf, smallDays, smallExtracts, type SmallExtract } from '../../support/small-extract.ts';

/** One person is kept to one group a day: over three days a bound of three, which busy people reach in every product. */
const perDay = 1;
const recipe: Recipe = {
  ...presets['differential-privacy'],
  products: [...productNames],
  machineLike: 'count',
  period: smallDays,
  presence: 'stays',
  minimumNights: 1,
  maximumGroupsPerPersonDay: perDay,
};

function counted(small: SmallExtract, how: Recipe, without?: number): (product: Product) => GroupTable {
  const counter = new Counter(extractOf(small, without), knownBytes(1));
  return (product) => counter.count(product, how).table;
}

/** Squared L2 distance of two tables; no group may differ by more than 1. */
function distance(a: GroupTable, b: GroupTable): number {
  const change = new Map<number, number>();
  a.at.forEach((place, i) => change.set(place, a.persons[i] ?? 0));
  b.at.forEach((place, i) => change.set(place, (change.get(place) ?? 0) - (b.persons[i] ?? 0)));
  for (const by of change.values()) expect(Math.abs(by)).toBeLessThanOrEqual(1);
  return [...change.values()].reduce((sum, by) => sum + by * by, 0);
}

function declaredOf(small: SmallExtract, product: Product): number {
  const table = new Counter(extractOf(small), knownBytes(1)).count(product, recipe);
  const { limits, extent } = plannedTable(table, perDay);
  return sensitivityOf(product, limits, extent).groups;
}

describe('what one person can change', () => {
  it('stays within the declared bound in each product, and reaches it', { timeout: 60_000 }, () => {
    const reached = new Set<Product>();
    fc.assert(
      fc.property(smallExtracts(3, 40), (small) => {
        const whole = counted(small, recipe);
        for (const gone of small.ages.keys()) {
          const without = counted(small, recipe, gone);
          for (const product of productNames) {
            const squared = distance(whole(product), without(product));
            expect(squared).toBeLessThanOrEqual(3 * perDay);
            if (squared === 3 * perDay) reached.add(product);
          }
        }
      }),
      { seed: 31, numRuns: 500, endOnFailure: true },
    );
    expect(reached).toEqual(new Set(productNames));
  });

  it('is declared as the bound a day times the days of the period', () => {
    const [small] = fc.sample(smallExtracts(3, 40), { seed: 31, numRuns: 1 });
    if (!small) throw new Error('no extract was drawn');
    for (const product of productNames) expect(declaredOf(small, product)).toBe(3 * perDay);
  });

  it('is more than that where nothing is bounded', () => {
    const free = { ...recipe, maximumGroupsPerPersonDay: null };
    const found = new Set<Product>();
    for (const small of fc.sample(smallExtracts(3, 40), { seed: 31, numRuns: 40 }))
      for (const product of productNames)
        if (distance(counted(small, free)(product), counted(small, free, 0)(product)) > 3 * perDay)
          found.add(product);
    expect(found).toEqual(new Set(productNames));
  });
});

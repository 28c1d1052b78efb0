import { describe, expect, it } from 'vitest';
import { recoverBlanks, type BlanksFound } from '../../../../shared/attacks/blanks/recover-blanks.ts';
import type { Released } from '../../../../shared/ledger/released.ts';
import type { Product } from '../../../../shared/products/product.ts';
import type { TableRow } from '../../../../shared/products/table-row.ts';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';
import { ended } from '../../../support/ended.ts';
import { highsSolver } from '../../../support/highs.ts';
import { inA, releaseWith, squareAt, squares } from '../../../support/small-release.ts';

const solver = await highsSolver();
type Row = Omit<TableRow, 'status'>;
type Rows = Partial<Readonly<Record<Product, readonly Row[]>>>;

function blanksOf(released: Released, narrowest = 3): BlanksFound {
  return ended(recoverBlanks(released, { solver, iterationLimit: 1000, narrowest }));
}

/** By two ages and two genders, with all sums; at least five persons. */
const byClass: Partial<Recipe> = { ageBreaks: [30], byGender: true, totals: true, missingCategory: 'drop' };
const ages = ['0-29', '30+', 'all'];
const genders = ['female', 'male', 'diverse', 'all'];

/** Footfall of `a` by age and gender, row by row; undefined is not listed. */
function classes(persons: readonly (readonly (number | undefined)[])[]): readonly Row[] {
  return persons.flatMap((ofAge, i) =>
    ofAge.flatMap((count, j) => (count === undefined ? [] : [inA(count, ages[i], genders[j])])),
  );
}

/** A group of men left out of rounded figures, of whom there are `male` in all. */
const withoutMen = (roundingBase: number, male: number) => {
  const rows = classes([
    [20, undefined, 30, 20 + male],
    [40, 30, 20, 90],
    [60, male, 50, 110 + male],
  ]);
  return blanksOf(releaseWith({ ...byClass, minimumPersons: 20, roundingBase }, { footfall: rows }));
};

const home = (homeId: string, persons: number): Row => ({ zoneId: 'a', homeId, persons });

const homesOf = (all: number): Rows => ({
  catchment: [home('a', 100), home('b', 20), home('unknown', 7), home('all', all)],
});

describe('blanks seen from outside', () => {
  it('are found where one group of a sum is left out', () => {
    const rows = classes([
      [20, undefined, 30, 52],
      [40, 30, 10, 80],
      [60, 32, 40, 132],
    ]);
    expect(blanksOf(releaseWith(byClass, { footfall: rows }))).toMatchObject({ exact: 1, narrow: 0 });
  });

  it('hold where every sum leaves two groups open', () => {
    const rows = classes([
      [undefined, undefined, 30, 60],
      [undefined, undefined, 10, 80],
      [60, 40, 40, 140],
    ]);
    expect(blanksOf(releaseWith(byClass, { footfall: rows }))).toEqual({
      exact: 0,
      narrow: 0,
      safe: 4,
      gaveUp: 0,
      contradicted: 0,
    });
  });

  it('are known less exactly from rounded figures', () => {
    expect(withoutMen(1, 40)).toMatchObject({ exact: 1, narrow: 0 });
    expect(withoutMen(10, 40)).toMatchObject({ exact: 0, narrow: 1 });
    expect(withoutMen(10, 50)).toMatchObject({ exact: 0, narrow: 0, safe: 1 });
  });

  it('are no find where nobody may be there', () => {
    const rows = classes([
      [20, undefined, 30, 50],
      [40, 30, 10, 80],
      [60, 30, 40, 130],
    ]);
    expect(blanksOf(releaseWith(byClass, { footfall: rows }))).toMatchObject({ exact: 0, narrow: 0 });
  });

  it('follow from homes, of which none lies on another level', () => {
    const town = [
      ...squares(['a', 'b', 'c']),
      { zoneId: 'town', level: 1, polygons: [squareAt(0), squareAt(1)] },
    ];
    const rows = [home('a', 100), home('b', 20), home('unknown', 7), home('all', 130)];
    const recipe = { products: ['catchment' as const], totals: true };
    expect(blanksOf(releaseWith({ ...recipe, levels: [1] }, { catchment: rows }, town))).toMatchObject({
      exact: 1,
      safe: 0,
    });
    expect(blanksOf(releaseWith(recipe, { catchment: rows.slice(1) }))).toMatchObject({ exact: 0, safe: 2 });
  });

  it('include the people of all cells that a grid does not list, taken together', () => {
    const recipe = { products: ['catchment' as const], totals: true };
    const seen = (all: number) =>
      blanksOf(
        releaseWith({ ...recipe, zones: { kind: 'h3', resolution: 7 } }, homesOf(all), squares(['a', 'b'])),
      );
    expect(seen(130)).toMatchObject({ exact: 1, contradicted: 0 });
    expect(seen(140)).toMatchObject({ exact: 0, safe: 1, contradicted: 0 });
  });

  it('are not tested where figures contradict each other', () => {
    const rows = classes([
      [20, undefined, 30, 30],
      [40, 30, 10, 80],
      [60, 40, 40, 140],
    ]);
    expect(blanksOf(releaseWith(byClass, { footfall: rows }))).toMatchObject({ exact: 0, contradicted: 1 });
  });

  it('tell the reader of the rule more: a group alone was itself under the minimum', () => {
    const rows = classes([
      [40, undefined, 20, 80],
      [40, 100, 20, 160],
      [80, 120, 40, 240],
    ]);
    const released = releaseWith({ ...byClass, minimumPersons: 20, roundingBase: 5 }, { footfall: rows });
    expect(blanksOf(released, 3)).toMatchObject({ narrow: 0, safe: 1 });
    expect(blanksOf(released, 5)).toMatchObject({ narrow: 1, safe: 0 });
  });

  it('do not exist where noise is the promise', () => {
    const noisy = { guarantee: { kind: 'differentialPrivacy' as const, rho: '0.1', deltaExponent: 6 } };
    expect(blanksOf(releaseWith({ ...byClass, ...noisy }, { footfall: [inA(9, 'all', 'all')] })).safe).toBe(
      0,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { indexed } from '../../../shared/products/indexed-table.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import type { CountedTable } from '../../../shared/workflow/counted-table.ts';
import { wholeGroupsIn } from '../../../shared/workflow/whole-groups.ts';
import { smallCounted, thresholded } from '../../support/small-counted.ts';

const recipe = { ...presets.conservative, minimumPersons: 5, roundingBase: 1 };
const homes = { a: 0, b: 1, c: 2, unknown: 3, all: 4 } as const;
const sexes = { female: 0, male: 1, all: 2 } as const;
type Group = readonly [home: keyof typeof homes, gender: keyof typeof sexes, persons: number];

/** Catchment of the visited zone `a` by home and gender, with totals of both. */
function catchment(...groups: readonly Group[]): CountedTable {
  const placed = groups.map(([home, gender, persons]) => ({ at: homes[home] * 3 + sexes[gender], persons }));
  const rows = placed.toSorted((one, other) => one.at - other.at);
  const persons = Int32Array.from(rows, (row) => row.persons);
  const table = indexed({
    product: 'catchment',
    dimensions: [
      { name: 'zone', size: 1, hasTotal: false },
      { name: 'home', size: 5, hasTotal: true },
      { name: 'age', size: 1, hasTotal: false },
      { name: 'gender', size: 3, hasTotal: true },
    ],
    at: Float64Array.from(rows, ({ at }) => at),
    persons,
    contributors: persons,
  });
  return { ...smallCounted([]), table };
}

const found = (counted: CountedTable, slack: number): ReturnType<typeof wholeGroupsIn> =>
  wholeGroupsIn(thresholded(counted, recipe), slack);

describe('facts about whole groups', () => {
  it('are found where a part is its whole: everyone of a, by home b, is male', () => {
    const counted = catchment(['b', 'male', 12], ['b', 'all', 12], ['all', 'all', 40], ['all', 'male', 20]);
    expect(found(counted, 0)).toEqual({ found: 1, group: 'a · b', category: 'male' });
  });

  it('are found along homes too: everyone who is female lives in c', () => {
    const counted = catchment(['c', 'female', 9], ['all', 'female', 9], ['all', 'all', 40]);
    expect(found(counted, 0)).toEqual({ found: 1, group: 'a · female', category: 'c' });
  });

  it('are found up to as many exceptions as the rule allows, and not one more', () => {
    const counted = catchment(['b', 'male', 11], ['b', 'all', 12]);
    expect(found(counted, 0)).toEqual({ found: 0 });
    expect(found(counted, 1)).toEqual({ found: 1, group: 'a · b', category: 'male' });
  });

  it('are stated by published figures alone', () => {
    expect(found(catchment(['b', 'male', 4], ['b', 'all', 4]), 0)).toEqual({ found: 0 });
    const protectedTable = thresholded(catchment(['b', 'male', 12], ['b', 'all', 12]), recipe);
    for (const hidden of [0, 1]) {
      const fates = protectedTable.fates.map((fate, i) => (i === hidden ? 2 : fate));
      expect(wholeGroupsIn({ ...protectedTable, fates }, 0)).toEqual({ found: 0 });
    }
  });

  it('are none where the category is unknown', () => {
    const counted = catchment(['unknown', 'female', 9], ['all', 'female', 9]);
    expect(found(counted, 0)).toEqual({ found: 0 });
  });
});

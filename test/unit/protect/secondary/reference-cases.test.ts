import { beforeAll, describe, expect, it } from 'vitest';
import type { LinearSolver } from '../../../../shared/ports/linear-solver.ts';
import type { GroupTable } from '../../../../shared/products/group-table.ts';
import { highsSolver } from '../../../support/highs.ts';
import {
  audited,
  oneBlock,
  plainRule,
  released,
  releaseOf,
  suppressed,
} from '../../../support/suppressed.ts';

let solver: LinearSolver;
const iterationLimit = 10_000;
const byPersons = (persons: number) => persons;

beforeAll(async () => {
  solver = await highsSolver();
});

/** Places in the cube of the groups in the given state. */
function placesOf(table: GroupTable, states: Uint8Array | undefined, state: number): readonly number[] {
  return [...table.at].filter((_, i) => states?.[i] === state);
}

/** Lost persons: the sum over the groups hidden to protect others. */
function lost(table: GroupTable, states: Uint8Array | undefined): number {
  return [...table.persons].reduce((sum, n, i) => sum + (states?.[i] === 2 ? n : 0), 0);
}

describe('microdata1 of sdcTable (region x gender, threshold 2)', () => {
  // Regions A to D as rows; male, female as columns. The only group of at most 2 is A female.
  const table = oneBlock([
    [18, 2],
    [14, 19],
    [12, 10],
    [11, 14],
  ]);

  it('hides A female, and the pattern of cost 40 with it', () => {
    const result = suppressed(releaseOf([released(table, 3)]), plainRule(3), {
      solver,
      iterationLimit,
      costOf: byPersons,
    });
    expect(placesOf(table, result.states[0], 1)).toEqual([1]);
    expect(placesOf(table, result.states[0], 2)).toEqual([0, 6, 7]);
    expect(lost(table, result.states[0])).toBe(40);
    expect(result.audit).toMatchObject({
      exact: 0,
      narrow: 0,
      safe: 1,
      notTested: 0,
      primary: 1,
      secondary: 3,
    });
  });

  it('finds the primary group exact where nothing else is hidden, and safe in the dearer pattern too', () => {
    const release = releaseOf([released(table, 3)]);
    const pattern = (hidden: readonly number[]) =>
      Uint8Array.from(table.at, (at) => (at === 1 ? 1 : hidden.includes(at) ? 2 : 0));
    const auditOf = (hidden: readonly number[]) =>
      audited(release, plainRule(3), { solver, iterationLimit, states: [pattern(hidden)] });
    expect(auditOf([])).toMatchObject({ exact: 1, safe: 0 });
    expect(auditOf([0, 6])).toMatchObject({ exact: 1, safe: 0 });
    expect(auditOf([0, 9, 10])).toMatchObject({ exact: 0, narrow: 0, safe: 1 });
  });
});

describe('one row with two groups of one person (sdcTable, singletons)', () => {
  it('hides nothing more without the contributor, one group with', () => {
    expect(hide({ highAtLeast: 2 }).audit.secondary).toBe(0);
    expect(hide({ highAtLeast: 2, contributor: true }).audit.secondary).toBe(1);
  });

  it('hides one group where ranges must reach 3, the same as sdcTable with threshold 3', () => {
    const three = hide({ highAtLeast: 3 });
    expect(three.audit).toMatchObject({ secondary: 1, exact: 0, narrow: 0, safe: 2 });
    expect(three.states).toEqual([Uint8Array.of(1, 2, 1, 0)]);
  });

  // sdcTable asks that the numbers hidden in the row add up to 5 and hides two; here each range must reach 5, which one total does.
  it('finds the two groups of sdcTable with threshold 5 safe, its one group too few, and the total enough', () => {
    const reach = { highAtLeast: 5 };
    expect(auditLine([1, 2, 1, 2], reach)).toMatchObject({ secondary: 2, exact: 0, narrow: 0, safe: 2 });
    expect(auditLine([1, 2, 1, 0], reach)).toMatchObject({ secondary: 1, exact: 0, narrow: 2, safe: 0 });
    const five = hide(reach);
    expect(five.audit).toMatchObject({ secondary: 1, exact: 0, narrow: 0, safe: 2 });
    expect(five.states).toEqual([Uint8Array.of(1, 0, 1, 2)]);
  });
});

describe('a table of four by four (sdcTable): every line has two hidden groups, yet one is exact', () => {
  const table = oneBlock([
    [30, 47, 64, 89],
    [90, 124, 5, 31],
    [92, 100, 59, 85],
    [800, 991, 651, 685],
  ]);
  const hidden = new Set([0, 1, 2, 5, 7, 11, 13, 16, 18]);
  const underMinimum = Uint8Array.from(table.at, (at) => (at === 1 ? 1 : 0));
  const hiddenBefore = Uint8Array.from(table.at, (at) => (hidden.has(at) && at !== 1 ? 1 : 0));
  const release = releaseOf([{ table, underMinimum, hiddenBefore }]);
  const rule = plainRule(1, { highAtLeast: 48 });

  it('is found before and repaired after', () => {
    const states = [Uint8Array.from(table.at, (at) => (at === 1 ? 1 : hidden.has(at) ? 2 : 0))];
    expect(audited(release, rule, { solver, iterationLimit, states })).toMatchObject({ exact: 1, safe: 0 });
    const result = suppressed(release, rule, { solver, iterationLimit, costOf: byPersons });
    expect(result.audit).toMatchObject({ exact: 0, narrow: 0, safe: 1 });
    expect(lost(table, result.states[0])).toBe(lost(table, states[0]) + 31);
    expect(audited(release, rule, { solver, iterationLimit, states: result.states })).toMatchObject({
      exact: 0,
      safe: 1,
    });
  });
});

/** Suppresses a row of 1, 2 and 1 persons in which the two of one person are to be protected. */
function singles(): ReturnType<typeof releaseOf> {
  return releaseOf([{ table: lineOf([1, 2, 1]), underMinimum: Uint8Array.of(1, 0, 1, 0) }]);
}

function auditLine(
  states: readonly number[],
  changes: Parameters<typeof plainRule>[1],
): ReturnType<typeof audited> {
  const options = { solver, iterationLimit, states: [Uint8Array.from(states)] };
  return audited(singles(), plainRule(2, { minimumPersons: 1, ...changes }), options);
}

function hide(changes: Parameters<typeof plainRule>[1]): ReturnType<typeof suppressed> {
  return suppressed(singles(), plainRule(2, { minimumPersons: 1, ...changes }), {
    solver,
    iterationLimit,
    costOf: byPersons,
  });
}

/** One zone and bin by age only, with its total. */
function lineOf(numbers: readonly number[]): GroupTable {
  const all = [...numbers, numbers.reduce((a, b) => a + b, 0)];
  const persons = Int32Array.from(all);
  return {
    product: 'footfall',
    dimensions: [
      { name: 'zone', size: 1, hasTotal: false },
      { name: 'time', size: 1, hasTotal: false },
      { name: 'age', size: all.length, hasTotal: true },
      { name: 'gender', size: 1, hasTotal: false },
    ],
    at: Float64Array.from(all, (_, i) => i),
    persons,
    contributors: persons.slice(),
  };
}

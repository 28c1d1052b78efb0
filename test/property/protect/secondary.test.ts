import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LinearSolver } from '../../../shared/ports/linear-solver.ts';
import type { Dimension } from '../../../shared/products/group-table.ts';
import type { DimensionName } from '../../../shared/products/product.ts';
import type { ProtectionRule } from '../../../shared/protect/secondary/protection-rule.ts';
import { highsSolver } from '../../support/highs.ts';
import {
  audited,
  oneBlock,
  plainRule,
  released,
  releaseOf,
  suppressed,
  tableFrom,
} from '../../support/suppressed.ts';

let solver: LinearSolver;
const iterationLimit = 10_000;

beforeAll(async () => {
  solver = await highsSolver();
});

const rules = fc
  .record({
    minimumPersons: fc.integer({ min: 3, max: 12 }),
    rounded: fc.boolean(),
    contributor: fc.boolean(),
    rule: fc.boolean(),
  })
  .map(({ minimumPersons, rounded, contributor, rule }) =>
    plainRule(minimumPersons, { roundingBase: rounded ? minimumPersons : 1, contributor, rule }),
  );

const rows = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 4 }))
  .chain(([ages, genders]) =>
    fc.array(fc.array(fc.oneof(fc.nat(6), fc.nat(60)), { minLength: genders, maxLength: genders }), {
      minLength: ages,
      maxLength: ages,
    }),
  );

function holds(release: ReturnType<typeof releaseOf>, rule: ProtectionRule): void {
  const options = { solver, iterationLimit };
  const result = suppressed(release, rule, options);
  expect(result.audit).toMatchObject({ exact: 0, narrow: 0, notTested: 0 });
  expect(audited(release, rule, { ...options, states: result.states })).toMatchObject({
    exact: 0,
    narrow: 0,
    notTested: 0,
  });
  release.tables.forEach(({ table }, i) => {
    result.states[i]?.forEach((state, at) => {
      if (state === 0) expect(table.contributors[at]).toBeGreaterThanOrEqual(rule.minimumPersons);
    });
  });
  const hiddenBefore = result.states.map((states) => states.map((state) => (state === 2 ? 1 : 0)));
  const again = releaseOf(
    release.tables.map((table, i) => ({ ...table, hiddenBefore: hiddenBefore[i] })),
    release,
  );
  expect(suppressed({ ...again, tables: again.tables }, rule, options).states).toEqual(result.states);
}

describe('hiding further groups', () => {
  it('leaves no reader an exact or narrow range in one block by age and gender, and hides no more when done again', () => {
    fc.assert(
      fc.property(rows, rules, (numbers, rule) => {
        const table = oneBlock(numbers);
        holds(releaseOf([released(table, rule.minimumPersons)]), rule);
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it('does so in blocks of bands by age and gender', () => {
    const numbers = fc.array(fc.oneof(fc.nat(6), fc.nat(60)), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(numbers, rules, (inner, rule) => {
        const table = tableFrom('dwell', bandsByAgeAndGender, withTotals(inner));
        holds(releaseOf([released(table, rule.minimumPersons)]), rule);
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});

describe('what protection costs', () => {
  it('is at most one and a half times the least possible, on small tables, all patterns tried', () => {
    const small = fc.array(
      fc.array(fc.oneof(fc.nat(4), fc.integer({ min: 5, max: 40 })), { minLength: 2, maxLength: 2 }),
      {
        minLength: 2,
        maxLength: 3,
      },
    );
    const rule = plainRule(5);
    let tried = 0;
    fc.assert(
      fc.property(small, (numbers) => {
        const table = oneBlock(numbers);
        const release = releaseOf([released(table, 5)]);
        const options = { solver, iterationLimit, costOf: byPersons };
        const lost = (states: Uint8Array | undefined) =>
          table.persons.reduce((sum, n, at) => sum + (states?.[at] === 2 ? n : 0), 0);
        const found = lost(suppressed(release, rule, options).states[0]);
        if (found === 0) return;
        const open = [...table.persons.keys()].filter((at) => (table.persons[at] ?? 0) >= 5);
        let least = Infinity;
        for (let pattern = 0; pattern < 2 ** open.length; pattern++) {
          const states = Uint8Array.from(table.persons, (n) => (n < 5 ? 1 : 0));
          open.forEach((at, bit) => {
            if ((pattern >> bit) & 1) states[at] = 2;
          });
          if (lost(states) >= least) continue;
          const { exact, narrow, notTested } = audited(release, rule, { ...options, states: [states] });
          if (exact + narrow + notTested === 0) least = lost(states);
        }
        tried += 1;
        expect(found).toBeLessThanOrEqual(1.5 * least);
      }),
      { numRuns: 20, seed: 11 },
    );
    expect(tried).toBeGreaterThan(5);
  });
});

describe('40 people, 3 of them 60 or older', () => {
  it('does not publish the other ages beside the total: 3 would follow by subtraction', () => {
    const table = oneBlock([[37], [3]]);
    const rule = plainRule(5, { rule: true, contributor: true });
    const { states } = suppressed(releaseOf([released(table, 5)]), rule, { solver, iterationLimit });
    const stateOf = (at: number) => states[0]?.[[...table.at].indexOf(at)];
    expect(stateOf(2)).toBe(1);
    expect(stateOf(0) === 0 && stateOf(4) === 0).toBe(false);
  });
});

describe('frequency beside daily footfall', () => {
  it('hides a day that would follow from the bands and the other days', () => {
    const classes = [axis('age', 1), axis('gender', 1)];
    const days = tableFrom('footfall', [axis('zone', 1), axis('time', 3), ...classes], [40, 3, 27]);
    // 30 persons on one day, 20 on two: 70 visits, which are 40 + 3 + 27.
    const bands = tableFrom('frequency', [axis('zone', 1), axis('band', 3, true), ...classes], [30, 20, 50]);
    const release = releaseOf([released(days, 5), released(bands, 5)], {
      timeBin: 'day',
      daysOfBands: [
        { low: 1, high: 1 },
        { low: 2, high: 2 },
      ],
    });
    const rule = plainRule(5);
    const open = [Uint8Array.of(0, 1, 0), new Uint8Array(3)];
    const options = { solver, iterationLimit };
    expect(audited(release, rule, { ...options, states: open })).toMatchObject({ exact: 1 });
    const result = suppressed(release, rule, options);
    expect(result.audit).toMatchObject({ exact: 0, narrow: 0, safe: 1, wholeBlocks: 0 });
    expect(result.audit.identities.map(({ name }) => name)).toContain('days-visited');
  });
});

const bandsByAgeAndGender = [
  { name: 'zone', size: 1, hasTotal: false },
  { name: 'time', size: 1, hasTotal: false },
  { name: 'band', size: 4, hasTotal: true },
  { name: 'age', size: 3, hasTotal: true },
  { name: 'gender', size: 3, hasTotal: true },
] as const;

const byPersons = (persons: number): number => persons;

function axis(name: DimensionName, size: number, hasTotal = false): Dimension {
  return { name, size, hasTotal };
}

/** What adds up to place `at` of an axis of `size` places before its total. */
function placesIn(size: number, at: number): readonly number[] {
  return at < size ? [at] : Array.from({ length: size }, (_, i) => i);
}

/** The cube of 4 x 3 x 3 with totals from its inside of 3 x 2 x 2. */
function withTotals(inner: readonly number[]): readonly number[] {
  return Array.from({ length: 36 }, (_, place) => {
    const [band, age, gender] = [Math.floor(place / 9), Math.floor(place / 3) % 3, place % 3];
    let sum = 0;
    for (const b of placesIn(3, band))
      for (const a of placesIn(2, age))
        for (const g of placesIn(2, gender)) sum += inner[b * 4 + a * 2 + g] ?? 0;
    return sum;
  });
}

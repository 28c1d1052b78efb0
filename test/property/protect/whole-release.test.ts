import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  oneof,
  record,
  type Arbitrary,
} from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { rangesOf } from '../../../shared/audit/ranges.ts';
import type { LinearSolver } from '../../../shared/ports/linear-solver.ts';
import { rangesOfBlock } from '../../../shared/protect/secondary/ranges-of-block.ts';
import { glpkSolver } from '../../support/glpk-solver.ts';
import { highsSolver } from '../../support/highs.ts';
import { audited, plainRule, releaseOf, suppressed } from '../../support/suppressed.ts';
import { systemOfRelease, tablesOf, type Visitor } from '../../support/whole-release.ts';

let solver: LinearSolver;
let reference: LinearSolver;
const iterationLimit = 10_000;

beforeAll(async () => {
  [solver, reference] = await Promise.all([highsSolver(), glpkSolver()]);
});

const bit = integer({ min: 0, max: 1 });
const visitor: Arbitrary<Visitor> = record({
  age: constantFrom(0, 0, 0, 1),
  gender: constantFrom(0, 0, 1),
  home: constantFrom(0, 0, 1, 2),
  holder: integer({ min: 0, max: 200 }),
  hours: array(integer({ min: 0, max: 7 }), { minLength: 2, maxLength: 2 }),
  bands: array(bit, { minLength: 4, maxLength: 4 }),
  trip: constantFrom(-1, 1, 2),
});

interface Case {
  readonly visitors: readonly Visitor[];
  readonly minimumPersons: number;
  readonly rounded: boolean;
  readonly zeroGroups: 'hidden' | 'shown';
  readonly holdings: boolean;
}

const cases: Arbitrary<Case> = record({
  visitors: oneof(
    array(visitor, { minLength: 5, maxLength: 24 }),
    array(visitor, { minLength: 25, maxLength: 90, size: 'max' }),
  ),
  minimumPersons: integer({ min: 2, max: 6 }),
  rounded: constantFrom(false, true),
  zeroGroups: constantFrom('hidden' as const, 'hidden' as const, 'shown' as const),
  holdings: constantFrom(false, true),
});

it(
  'leaves a reader of all five tables at once no group under the minimum exactly or too narrowly',
  { timeout: 120_000 },
  async () => {
    const kept = { groups: 0, published: 0, hidden: 0 };
    const check = async (one: Case) => {
      const { minimumPersons, rounded, zeroGroups } = one;
      const tables = tablesOf(one.visitors, one.holdings);
      const rule = plainRule(minimumPersons, {
        roundingBase: rounded ? Math.min(5, minimumPersons) : 1,
        zeroGroups,
        rule: true,
        contributor: true,
      });
      const release = releaseOf(
        tables.map((table) => ({
          table,
          underMinimum: Uint8Array.from(table.contributors, (n) => (n < minimumPersons ? 1 : 0)),
        })),
      );
      const options = { solver, iterationLimit };
      const { states, emptyHidden, audit } = suppressed(release, rule, options);
      expect(audit).toMatchObject({ exact: 0, narrow: 0, notTested: 0 });
      expect(audited(release, rule, { ...options, states, emptyHidden })).toMatchObject({
        exact: 0,
        narrow: 0,
        notTested: 0,
      });
      const { system, point, primaries, places } = systemOfRelease(tables, { states, emptyHidden }, rule);
      const found = await rangesOf(system, primaries, reference, { iterationLimit, point });
      primaries.forEach((_, i) => {
        expect(found.gaveUp[i]).toBe(0);
        expect([found.low[i], (found.high[i] ?? 0) >= minimumPersons]).toEqual([
          Math.min(found.low[i] ?? 0, 1),
          true,
        ]);
      });
      for (const own of states)
        for (const state of own) {
          kept.groups += 1;
          kept.published += state === 0 ? 1 : 0;
          kept.hidden += state === 2 ? 1 : 0;
        }
      const place = { states, emptyHidden, table: 0, zone: 0, time: 1 };
      const told = await rangesOfBlock(release, rule, place, options);
      const targets = Int32Array.from(told, ({ at }) => places[0]?.[at] ?? -1);
      const outer = await rangesOf(system, targets, reference, { iterationLimit, point });
      told.forEach(({ low, high }, i) => {
        expect(low).toBeLessThanOrEqual(outer.low[i] ?? 0);
        expect(high).toBeGreaterThanOrEqual(outer.high[i] ?? 0);
        expect(point[targets[i] ?? 0]).toBeGreaterThanOrEqual(low);
        expect(point[targets[i] ?? 0]).toBeLessThanOrEqual(high);
      });
    };
    await assert(asyncProperty(cases, check), { numRuns: 14, seed: 5, endOnFailure: true });
    expect(kept.hidden).toBeGreaterThan(100);
    expect(kept.published / kept.groups).toBeGreaterThan(0.1);
  },
);

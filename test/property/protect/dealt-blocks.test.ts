import { array, assert, constantFrom, integer, property, record, type Arbitrary } from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { LinearSolver } from '../../../shared/ports/linear-solver.ts';
import type { ProtectionRule } from '../../../shared/protect/secondary/protection-rule.ts';
import type { Release } from '../../../shared/protect/secondary/release.ts';
import { auditPublished, suppress, type Suppressed } from '../../../shared/protect/secondary/suppress.ts';
import { highsSolver } from '../../support/highs.ts';
import { poolWithin, type PoolWithin } from '../../support/pool-within.ts';
import { plainRule, released, releaseOf } from '../../support/suppressed.ts';
import { tablesOf, type Visitor } from '../../support/whole-release.ts';

const iterationLimit = 10_000;
let solver: LinearSolver;
let second: LinearSolver;

beforeAll(async () => {
  [solver, second] = await Promise.all([highsSolver(), highsSolver()]);
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
const releases = record({
  visitors: array(visitor, { minLength: 10, maxLength: 70, size: 'max' }),
  minimumPersons: integer({ min: 2, max: 6 }),
  zeroGroups: constantFrom('hidden' as const, 'shown' as const),
});

/** How a second thread keeps pace: results between two steps of the first, which of those waiting, and when it is gone. */
interface Pace {
  readonly after: number;
  readonly results: readonly number[];
  readonly choices: readonly number[];
  readonly failsAfter: number;
}

const paces: Arbitrary<Pace> = record({
  after: constantFrom(0, 0, 3, 40),
  results: array(constantFrom(0, 0, 1, 3), { minLength: 1, maxLength: 9 }),
  choices: array(integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 9 }),
  failsAfter: constantFrom(Infinity, Infinity, 5, 60),
});

/** Runs work to its end, with a second thread that answers at its pace. */
function atPace<T>(
  work: Generator<{ done: number; total: number }, T>,
  { results, choices, failsAfter }: Pace,
  within: PoolWithin,
): T {
  let before = { done: 0, total: 0 };
  for (let at = 0; ; at++) {
    const step = work.next();
    if (step.done === true) return step.value;
    const { done, total } = step.value;
    expect(done).toBeGreaterThanOrEqual(before.done);
    expect(total).toBeGreaterThanOrEqual(before.total);
    expect(done).toBeLessThanOrEqual(total);
    before = { done, total };
    if (at === failsAfter) within.fail();
    for (let i = 0; i < (results[at % results.length] ?? 0); i++)
      within.finish(choices[(at + i) % choices.length] ?? 0);
  }
}

function alone<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

interface Both {
  readonly suppressed: Suppressed;
  readonly audit: Suppressed['audit'];
}

function onOneThread(release: Release, rule: ProtectionRule): Both {
  const suppressed = alone(suppress(release, rule, { solver, iterationLimit }));
  return {
    suppressed,
    audit: alone(auditPublished(release, rule, { ...suppressed, solver, iterationLimit })),
  };
}

it('gives the same with a second thread, however that answers and whenever it is gone', () => {
  const counts = { given: 0, finished: 0, hidden: 0, opened: 0, closed: 0 };
  const check = (
    {
      visitors,
      minimumPersons,
      zeroGroups,
    }: { visitors: readonly Visitor[] } & Pick<ProtectionRule, 'minimumPersons' | 'zeroGroups'>,
    pace: Pace,
  ): void => {
    const rule = plainRule(minimumPersons, { zeroGroups, rule: true, contributor: true });
    const release = releaseOf(tablesOf(visitors, false).map((table) => released(table, minimumPersons)));
    const within = poolWithin(second, pace.after);
    const options = { solver, iterationLimit, pool: within.pool };
    const suppressed = atPace(suppress(release, rule, options), pace, within);
    const audit = atPace(auditPublished(release, rule, { ...suppressed, ...options }), pace, within);
    expect({ suppressed, audit }).toEqual(onOneThread(release, rule));
    counts.given += within.counts.given;
    counts.finished += within.counts.finished;
    counts.opened += within.counts.opened;
    counts.closed += within.counts.closed;
    counts.hidden += suppressed.audit.secondary;
  };
  assert(property(releases, paces, check), { numRuns: 40, seed: 11, endOnFailure: true });
  expect(counts.opened).toBe(counts.closed);
  expect(counts.finished).toBeGreaterThan(100);
  expect(counts.given).toBeGreaterThan(counts.finished);
  expect(counts.hidden).toBeGreaterThan(100);
});

import * as fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { LinearSolver } from '../../../shared/ports/linear-solver.ts';
import { highsSolver } from '../../support/highs.ts';
import { outcomeFor, withMargins } from '../../support/plain-readers.ts';
import { audited, oneBlock, plainRule, released, releaseOf, suppressed } from '../../support/suppressed.ts';

let solver: LinearSolver;
const iterationLimit = 10_000;

beforeAll(async () => {
  solver = await highsSolver();
});

const numbers = fc.array(fc.oneof(fc.constantFrom(0, 1, 1, 2), fc.integer({ min: 0, max: 9 })), {
  minLength: 4,
  maxLength: 4,
});
const hiding = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
const cases = fc
  .record({ numbers, hiding, minimumPersons: fc.integer({ min: 3, max: 5 }) })
  .filter(({ numbers: [a = 0, b = 0, c = 0, d = 0], minimumPersons }) => a + b + c + d >= minimumPersons);

it('finds of random patterns what writing down every possible table finds, for all three readers', () => {
  const seen = { exact: 0, narrow: 0, safe: 0 };
  fc.assert(
    fc.property(cases, ({ numbers: [a = 0, b = 0, c = 0, d = 0], hiding: hide, minimumPersons }) => {
      const table = oneBlock([
        [a, b],
        [c, d],
      ]);
      const persons = withMargins([a, b, c, d]);
      const whole = persons.map((n, group) => (n < minimumPersons ? 1 : hide[group] === true ? 2 : 0));
      const rule = plainRule(minimumPersons, { rule: true, contributor: true });
      const states = [Uint8Array.from(table.at, (at) => whole[at] ?? 0)];
      const release = releaseOf([released(table, minimumPersons)]);
      const audit = audited(release, rule, { solver, iterationLimit, states });
      const width = Math.max(1, Math.min(3, minimumPersons - 2));
      const asStored = whole.map((state, group) => ((persons[group] ?? 0) === 0 ? 0 : state));
      const { exact, narrow } = outcomeFor({ persons, states: asStored, minimumPersons, width });
      expect({ exact: audit.exact, narrow: audit.narrow, notTested: audit.notTested }).toEqual({
        exact,
        narrow,
        notTested: 0,
      });
      seen.exact += exact;
      seen.narrow += narrow;
      seen.safe += audit.safe;
      const { states: after } = suppressed(release, rule, { solver, iterationLimit });
      const stateAt = (group: number) => after[0]?.[[...table.at].indexOf(group)] ?? 0;
      const repaired = { persons, states: persons.map((_, group) => stateAt(group)), minimumPersons, width };
      if (stateAt(8) === 0) expect(outcomeFor(repaired)).toEqual({ exact: 0, narrow: 0 });
    }),
    { numRuns: 150, seed: 17, endOnFailure: true },
  );
  expect(seen.exact).toBeGreaterThan(20);
  expect(seen.narrow).toBeGreaterThan(5);
  expect(seen.safe).toBeGreaterThan(20);
});

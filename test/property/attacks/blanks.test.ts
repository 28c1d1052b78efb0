import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { recoverBlanks } from '../../../shared/attacks/blanks/recover-blanks.ts';
import { ended } from '../../support/ended.ts';
import { highsSolver } from '../../support/highs.ts';
import { withMargins } from '../../support/plain-readers.ts';
import { inA, releaseWith } from '../../support/small-release.ts';
import { oneBlock, plainRule, released, releaseOf, suppressed } from '../../support/suppressed.ts';

const solver = await highsSolver();
const iterationLimit = 10_000;
const minimumPersons = 4;
const ages = ['0-17', '18-29', '30+', 'all'];
const recipe = { ageBreaks: [18, 30], totals: true, minimumPersons, missingCategory: 'drop' as const };
const numbers = fc
  .array(fc.oneof(fc.constantFrom(0, 1, 1, 2, 3), fc.integer({ min: 0, max: 12 })), {
    minLength: 3,
    maxLength: 3,
  })
  .filter((list) => list.reduce((a, b) => a + b, 0) >= minimumPersons);

/** Ages of one zone and their sum; what is hidden is left out. */
function blanksOf(
  persons: readonly number[],
  isShown: (group: number) => boolean,
): readonly [number, number] {
  const rows = persons.flatMap((count, group) => (isShown(group) ? [inA(count, ages[group])] : []));
  const { exact, narrow } = ended(
    recoverBlanks(releaseWith(recipe, { footfall: rows }), { solver, iterationLimit, narrowest: 1 }),
  );
  return [exact, narrow];
}

/** Every table of whole numbers with the figures that are shown, and the same sum. */
function* tablesLike(
  persons: readonly number[],
  isShown: (group: number) => boolean,
): Generator<readonly number[]> {
  const sum = persons[3] ?? 0;
  for (let a = 0; a <= sum; a++)
    for (let b = 0; a + b <= sum; b++) {
      const table = [a, b, sum - a - b];
      if (table.every((count, group) => !isShown(group) || count === persons[group])) yield table;
    }
}

it('claims of random blanks exactly what writing down every possible table shows', () => {
  const seen = { exact: 0, narrow: 0, neither: 0 };
  fc.assert(
    fc.property(
      numbers,
      fc.array(fc.constantFrom(false, false, false, true), { minLength: 3, maxLength: 3 }),
      (list, hide) => {
        const persons = [...list, list.reduce((a, b) => a + b, 0)];
        const isShown = (group: number) =>
          (persons[group] ?? 0) >= minimumPersons && (group === 3 || hide[group] !== true);
        const tables = [...tablesLike(persons, isShown)];
        let [exact, narrow] = [0, 0];
        for (const group of [0, 1, 2].filter((one) => !isShown(one))) {
          const counts = tables.map((table) => table[group] ?? 0);
          const [low, high] = [Math.min(...counts), Math.max(...counts)];
          if (low < 1 || high >= minimumPersons) seen.neither += 1;
          else if (low === high) exact += 1;
          else narrow += 1;
        }
        expect(blanksOf(persons, isShown)).toEqual([exact, narrow]);
        seen.exact += exact;
        seen.narrow += narrow;
      },
    ),
    { numRuns: 300, seed: 5, endOnFailure: true },
  );
  expect(seen.exact).toBeGreaterThan(20);
  expect(seen.neither).toBeGreaterThan(100);
});

it('claims nothing of tables that stage 3 protected', () => {
  const cells = fc.array(fc.oneof(fc.constantFrom(0, 1, 2, 3), fc.integer({ min: 0, max: 20 })), {
    minLength: 4,
    maxLength: 4,
  });
  let hidden = 0;
  fc.assert(
    fc.property(cells, ([a = 0, b = 0, c = 0, d = 0]) => {
      const table = oneBlock([
        [a, b],
        [c, d],
      ]);
      const rule = plainRule(minimumPersons, { rule: true });
      const release = releaseOf([released(table, minimumPersons)]);
      const { states } = suppressed(release, rule, { solver, iterationLimit });
      const shown = new Set([...table.at].filter((_, i) => states[0]?.[i] === 0));
      const rows = withMargins([a, b, c, d]).flatMap((count, group) =>
        shown.has(group)
          ? [inA(count, ['0-17', '18+', 'all'][Math.floor(group / 3)], ['female', 'male', 'all'][group % 3])]
          : [],
      );
      const two = { ...recipe, ageBreaks: [18], byGender: true };
      const seen = { ...releaseWith(two, { footfall: rows }), genders: ['female', 'male'] };
      const columns = seen.tables.map((one) => ({
        ...one,
        gender: one.gender.map((at) => (at === 3 ? 2 : at)),
      }));
      const found = ended(
        recoverBlanks({ ...seen, tables: columns }, { solver, iterationLimit, narrowest: 1 }),
      );
      expect(found).toMatchObject({ exact: 0, narrow: 0, gaveUp: 0, contradicted: 0 });
      hidden += found.safe;
    }),
    { numRuns: 200, seed: 6, endOnFailure: true },
  );
  expect(hidden).toBeGreaterThan(100);
});

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BaseTable } from '../../../shared/kernel/base-table.ts';
import { finished } from '../../../shared/base/steps.ts';
import { PersonHeaps } from '../../../shared/kernel/person-heaps.ts';
import { sortingHeaps } from '../../../shared/kernel/sort-events.ts';

const seed = 20_261_122;
/** Some persons with many events, in and out of order, some numbers far apart, and whole columns of repetitions. */
const events = fc
  .record({
    persons: fc.constantFrom(1, 3, 40, 5000),
    seconds: fc.constantFrom(1, 50, 2_000_000_000),
    cells: fc.constantFrom(1, 4, 5000, 4, 5000, 2_000_000_000),
    isSorted: fc.boolean(),
    draws: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 200, size: 'max' }),
  })
  .map(({ persons, seconds, cells, isSorted, draws }) => {
    const rows = draws.map(([a, b, c]) => ({
      person: a % persons,
      second: b % seconds,
      cell: c % Math.min(cells, 5000),
    }));
    const far =
      cells > 5000 ? rows.map((row, i) => ({ ...row, cell: i % 3 === 0 ? 4_500_000 : row.cell })) : rows;
    return isSorted ? far.toSorted((a, b) => a.second - b.second) : far;
  });

const listed = ({ person, second, cell }: BaseTable): readonly (readonly number[])[] =>
  Array.from(person, (who, i) => [who, second[i] ?? -1, cell[i] ?? -1]);

it('sorts events by person, second and cell and drops repetitions, however many heaps they are dealt to', () => {
  let repeated = 0;
  fc.assert(
    fc.property(events, fc.constantFrom(1, 2, 7, 64, 2048), (rows, mostHeaps) => {
      const heaps = new PersonHeaps(mostHeaps);
      for (const { person, second, cell } of rows) heaps.add(person, second, cell);
      expect(heaps.length).toBe(rows.length);
      const dealt = heaps.finish();
      expect(dealt.last.length).toBeLessThanOrEqual(mostHeaps);
      const { table, repeatsOfCell, firstSecond } = finished(sortingHeaps(dealt));
      const keys = rows
        .toSorted((a, b) => a.person - b.person || a.second - b.second || a.cell - b.cell)
        .map(({ person, second, cell }) => [person, second, cell]);
      const once = keys.filter((key, i) => i === 0 || keys[i - 1]?.join() !== key.join());
      expect(listed(table)).toEqual(once);
      expect(firstSecond).toBe(Math.min(2 ** 31 - 1, ...rows.map(({ second }) => second)));
      for (const cell of new Set(rows.map((row) => row.cell))) {
        const count = (list: readonly (readonly number[])[]): number =>
          list.filter((row) => row[2] === cell).length;
        expect(repeatsOfCell[cell]).toBe(count(keys) - count(once));
      }
      repeated += keys.length - once.length;
    }),
    { seed, numRuns: 200 },
  );
  expect(repeated).toBeGreaterThan(1000);
});

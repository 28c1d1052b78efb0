import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BaseTable } from '../../../shared/kernel/base-table.ts';
import { sortPieces } from '../../../shared/kernel/sort-events.ts';
import { EventPieces } from '../../../shared/kernel/event-pieces.ts';

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

it('sorts events by person, second and cell and drops repetitions, however they came in pieces', () => {
  let repeated = 0;
  fc.assert(
    fc.property(
      events,
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 400 }),
      (rows, rowsOfPiece, batch) => {
        const pieces = new EventPieces(rowsOfPiece);
        for (let from = 0; from < rows.length; from += batch) {
          const more = rows.slice(from, from + batch);
          const room = pieces.room(more.length + (from % 3));
          more.forEach(({ person, second, cell }, i) => {
            room.person[i] = person;
            room.second[i] = second;
            room.cell[i] = cell;
          });
          pieces.keep(more.length);
        }
        expect(pieces.length).toBe(rows.length);
        const taken = pieces.take();
        expect(taken.flatMap(listed)).toEqual(rows.map(({ person, second, cell }) => [person, second, cell]));
        expect(pieces.length).toBe(0);
        const { table, repeatsOfCell } = sortPieces(taken);
        expect(taken).toEqual([]);
        const keys = rows
          .toSorted((a, b) => a.person - b.person || a.second - b.second || a.cell - b.cell)
          .map(({ person, second, cell }) => [person, second, cell]);
        const once = keys.filter((key, i) => i === 0 || keys[i - 1]?.join() !== key.join());
        expect(listed(table)).toEqual(once);
        for (const cell of new Set(rows.map((row) => row.cell))) {
          const count = (list: readonly (readonly number[])[]): number =>
            list.filter((row) => row[2] === cell).length;
          expect(repeatsOfCell[cell]).toBe(count(keys) - count(once));
        }
        repeated += keys.length - once.length;
      },
    ),
    { seed, numRuns: 200 },
  );
  expect(repeated).toBeGreaterThan(1000);
});

import { expect, it } from 'vitest';
import { finished } from '../../../shared/base/steps.ts';
import type { BaseTable } from '../../../shared/kernel/base-table.ts';
import { heapsOf } from '../../../shared/kernel/person-heaps.ts';
import { sortBaseTable, sortingHeaps } from '../../../shared/kernel/sort-events.ts';
import { helpSorting, type HelpedSort } from '../../../shared/kernel/sort-with-help.ts';

const rows = 1 << 20;
const persons = 5000;
const seconds = 400;
const cells = 40;

const drawn = (i: number, below: number): number => (Math.imul(i + 1, 0x9e37_79b1) >>> 7) % below;

const column = (of: (i: number) => number): Int32Array =>
  Int32Array.from({ length: rows }, (_, i) => of(i % (rows - 4096)));

const events: BaseTable = {
  person: column((i) => drawn(i, persons)),
  second: column((i) => drawn(i * 3 + 1, seconds)),
  cell: column((i) => drawn(i * 7 + 2, cells)),
};
const alone = sortBaseTable(events);

const isSame = (one: BaseTable, other: BaseTable): boolean =>
  (['person', 'second', 'cell'] as const).every((name) =>
    Buffer.from(one[name].slice().buffer).equals(Buffer.from(other[name].slice().buffer)),
  );

it('sorts as many events as fill several blocks of a heap as sorting whole keys does', () => {
  const keys = Float64Array.from(
    events.person,
    (who, i) => (who * seconds + (events.second[i] ?? 0)) * cells + (events.cell[i] ?? 0),
  ).toSorted();
  const once = keys.filter((key, i) => key !== keys[i - 1]);
  const of = (part: (key: number) => number): Int32Array => Int32Array.from(once, part);
  const table = {
    person: of((key) => Math.floor(key / cells / seconds)),
    second: of((key) => Math.floor(key / cells) % seconds),
    cell: of((key) => key % cells),
  };
  expect(isSame(alone.table, table)).toBe(true);
  expect(alone.repeatsOfCell.reduce((sum, n) => sum + n, 0)).toBe(rows - once.length);
});

it.each([
  ['all there is', (sort: HelpedSort) => helpSorting(sort)],
  ['nothing', () => undefined],
  ['every third heap, and dies within the others', (sort: HelpedSort) => helpAndDie(sort)],
])('sorts alike where the second thread does %s', (_, help) => {
  let asked: HelpedSort | undefined;
  const sorted = finished(
    sortingHeaps(heapsOf(events), (sort) => {
      asked = sort;
      help(sort);
    }),
  );
  expect(asked?.taken.length).toBeGreaterThan(1000);
  expect(sorted.repeatsOfCell).toEqual(alone.repeatsOfCell);
  expect(sorted.firstSecond).toBe(alone.firstSecond);
  expect(isSame(sorted.table, alone.table)).toBe(true);
});

it('gives a table to which a second thread that is late does not write any more', () => {
  let late: HelpedSort | undefined;
  const sorted = finished(
    sortingHeaps(heapsOf(events), (sort) => {
      late = sort;
      sort.taken[sort.taken.length - 2] = 2;
    }),
  );
  expect(sorted.table.person.buffer).not.toBe(late?.sorted.table.person.buffer);
  late?.sorted.table.second.fill(-1);
  expect(isSame(sorted.table, alone.table)).toBe(true);
});

it('needs no table of its own where the second thread has finished what both have sorted', () => {
  let asked: HelpedSort | undefined;
  const work = sortingHeaps(heapsOf(events), (sort) => {
    asked = sort;
    sort.taken[5] = 2;
  });
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) {
      expect(step.value.table.person.buffer).toBe(asked?.sorted.table.person.buffer);
      expect(isSame(step.value.table, alone.table)).toBe(true);
      return;
    }
    if (step.value.done === 9 && asked) asked.taken[5] = 3;
  }
});

/** Sorts some heaps, and leaves the others taken and half written. */
function helpAndDie(sort: HelpedSort): void {
  helpSorting(sort);
  const { heaps, taken, sorted } = sort;
  for (let heap = 0; heap < taken.length; heap++) {
    if (heap % 3 === 0) continue;
    taken[heap] = 2;
    sorted.table.second.fill(-1, heaps.starts[heap], heaps.starts[heap + 1]);
  }
}

import { expect, it } from 'vitest';
import { finished } from '../../../shared/base/steps.ts';
import type { BaseTable } from '../../../shared/kernel/base-table.ts';
import { sortingPieces, sortPieces } from '../../../shared/kernel/sort-events.ts';
import { startOfHeap } from '../../../shared/kernel/heap-of-persons.ts';
import { helpSorting, type HelpedSort } from '../../../shared/kernel/sort-with-help.ts';

const rows = 1 << 20;
const persons = 5000;

const drawn = (i: number, below: number): number => (Math.imul(i + 1, 0x9e37_79b1) >>> 7) % below;

const column = (of: (i: number) => number): Int32Array =>
  Int32Array.from({ length: rows }, (_, i) => of(i % (rows - 4096)));

function pieces(): BaseTable[] {
  return [
    {
      person: column((i) => drawn(i, persons)),
      second: column((i) => drawn(i * 3 + 1, 400)),
      cell: column((i) => drawn(i * 7 + 2, 40)),
    },
  ];
}

const alone = sortPieces(pieces());

it.each([
  ['all it may', (sort: HelpedSort) => helpSorting(sort)],
  ['nothing', () => undefined],
  ['every third heap, and dies within the others', (sort: HelpedSort) => helpAndDie(sort)],
])('sorts alike where the second thread does %s', (_, help) => {
  let asked: HelpedSort | undefined;
  const sorted = finished(
    sortingPieces(pieces(), (sort) => {
      asked = sort;
      help(sort);
    }),
  );
  expect(asked?.from).toBeGreaterThan(100);
  expect(sorted.repeatsOfCell.reduce((sum, n) => sum + n, 0)).toBeGreaterThan(4000);
  expect(sorted.repeatsOfCell).toEqual(alone.repeatsOfCell);
  for (const name of ['person', 'second', 'cell'] as const)
    expect(
      Buffer.from(sorted.table[name].slice().buffer).equals(Buffer.from(alone.table[name].slice().buffer)),
    ).toBe(true);
});

/** Sorts some heaps, and leaves the others taken and half written. */
function helpAndDie(sort: HelpedSort): void {
  helpSorting(sort);
  const { heaps, from, taken, sorted } = sort;
  const offset = startOfHeap(heaps, from);
  for (let heap = from; heap < taken.length; heap++) {
    if (heap % 3 === 0) continue;
    taken[heap] = 2;
    sorted.second.fill(-1, startOfHeap(heaps, heap) - offset, startOfHeap(heaps, heap + 1) - offset);
  }
}

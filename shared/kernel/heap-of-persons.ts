import type { BaseTable } from './base-table.ts';
import { sortRowsOfPerson } from './sort-rows-of-person.ts';

/** Events dealt to heaps of neighbouring persons, in each in any order: the heap of person p is `p >>> shift`, the rows of p number from `starts[p]` on. */
export interface Heaps {
  readonly table: BaseTable;
  readonly starts: Int32Array;
  readonly shift: number;
}

/** Where the rows of one heap are sorted. */
export interface HeapDesk {
  readonly second: Int32Array;
  readonly cell: Int32Array;
  readonly next: Int32Array;
}

export function heapCount({ starts, shift }: Heaps): number {
  return Math.ceil((starts.length - 1) / 2 ** shift);
}

/** Where the rows of a heap begin; of the heap behind the last, how many rows there are. */
export function startOfHeap({ starts, shift }: Heaps, heap: number): number {
  return starts[Math.min(starts.length - 1, heap * 2 ** shift)] ?? 0;
}

/** Room for the largest heap from one on. */
export function heapDesk(heaps: Heaps, from = 0): HeapDesk {
  let most = 0;
  for (let heap = from; heap < heapCount(heaps); heap++)
    most = Math.max(most, startOfHeap(heaps, heap + 1) - startOfHeap(heaps, heap));
  return {
    second: new Int32Array(most),
    cell: new Int32Array(most),
    next: new Int32Array(2 ** heaps.shift),
  };
}

/**
 * Writes the rows of a heap from `at` of a table on, sorted by person, second and cell, each once, and behind them the cells of those that
 * repeat another, last first: as many rows in all as the heap has. They may overwrite the heap. Returns how many are left.
 */
export function sortHeap(
  heaps: Heaps,
  heap: number,
  desk: HeapDesk,
  to: { readonly table: BaseTable; readonly at: number },
): number {
  const { starts, shift } = heaps;
  const first = heap * 2 ** shift;
  const end = Math.min(starts.length - 1, first + 2 ** shift);
  const base = starts[first] ?? 0;
  gather(heaps, { first, end }, desk);
  let kept = to.at;
  let repeats = to.at + (starts[end] ?? 0) - base;
  const { person, second, cell } = to.table;
  for (let who = first; who < end; who++) {
    const [from, until] = [(starts[who] ?? 0) - base, (starts[who + 1] ?? 0) - base];
    sortRowsOfPerson(desk, from, until);
    for (let i = from; i < until; i++) {
      const [at, where] = [desk.second[i] ?? 0, desk.cell[i] ?? 0];
      if (i > from && at === desk.second[i - 1] && where === desk.cell[i - 1]) {
        cell[--repeats] = where;
        continue;
      }
      person[kept] = who;
      second[kept] = at;
      cell[kept++] = where;
    }
  }
  return kept - to.at;
}

/** Brings the rows of a heap to the desk by person, in their order of arrival. */
function gather(
  { table, starts }: Heaps,
  { first, end }: { readonly first: number; readonly end: number },
  desk: HeapDesk,
): void {
  const { person, second, cell } = table;
  const { next } = desk;
  const base = starts[first] ?? 0;
  for (let who = first; who < end; who++) next[who - first] = (starts[who] ?? 0) - base;
  for (let i = base; i < (starts[end] ?? 0); i++) {
    const at = (person[i] ?? 0) - first;
    const place = next[at] ?? 0;
    next[at] = place + 1;
    desk.second[place] = second[i] ?? 0;
    desk.cell[place] = cell[i] ?? 0;
  }
}

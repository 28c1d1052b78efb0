import type { BaseTable } from './base-table.ts';
import { heapCount, heapDesk, sortHeap, startOfHeap, type Heaps } from './heap-of-persons.ts';
import { isShared, sharedColumn } from './shared-column.ts';

/** Heaps that a second thread is asked to help sorting. All columns are shared. It takes heaps from the last on. */
export interface HelpedSort {
  readonly heaps: Heaps;
  /** The first heap it may take. */
  readonly from: number;
  /** Who has taken each heap: 0 nobody, 1 the first thread, 2 the second, 3 the second, which is done with it. */
  readonly taken: Int32Array;
  /** How many rows of each heap are left, where the second thread is done with it. */
  readonly kept: Int32Array;
  /** Where the second thread writes: the rows of heap `from` on, each heap's where they were. */
  readonly sorted: BaseTable;
}

/** Asks a second thread to help sorting. Says nothing and never throws: the caller does itself what is not done. */
export type AskToSort = (sort: HelpedSort) => void;

const free = 0;
const mine = 1;
const helped = 2;
const done = 3;

/** Events below which no second thread is asked: some ten milliseconds of sorting. */
const eventsAlone = 1 << 20;

/** Asks for help with the second half of the heaps, where there is enough to sort and memory is shared. */
export function askedToSort(
  heaps: Heaps,
  ask: AskToSort | undefined,
  least = eventsAlone,
): HelpedSort | undefined {
  const { person } = heaps.table;
  if (!ask || person.length < least || !isShared(person) || !isShared(heaps.starts)) return undefined;
  const count = heapCount(heaps);
  const from = count >>> 1;
  const rows = startOfHeap(heaps, count) - startOfHeap(heaps, from);
  const sorted = { person: sharedColumn(rows), second: sharedColumn(rows), cell: sharedColumn(rows) };
  const sort = { heaps, from, taken: sharedColumn(count), kept: sharedColumn(count), sorted };
  ask(sort);
  return sort;
}

/** Takes a heap for the first thread: false where the second is done with it. What that has begun and not finished is sorted once more. */
export function takeHeap(sort: HelpedSort | undefined, heap: number): boolean {
  if (sort === undefined || Atomics.compareExchange(sort.taken, heap, free, mine) === free) return true;
  return Atomics.load(sort.taken, heap) !== done;
}

/** Brings what the second thread sorted to its place, as `sortHeap` would have written it there. Returns how many rows are left. */
export function bringHeap(
  { heaps, from, kept, sorted }: HelpedSort,
  heap: number,
  to: { readonly table: BaseTable; readonly at: number },
): number {
  const offset = startOfHeap(heaps, from);
  const [first, end] = [startOfHeap(heaps, heap) - offset, startOfHeap(heaps, heap + 1) - offset];
  for (const name of ['person', 'second', 'cell'] as const)
    to.table[name].set(sorted[name].subarray(first, end), to.at);
  return kept[heap] ?? 0;
}

/** The second thread's part: takes heaps from the last on until none is free. */
export function helpSorting({ heaps, from, taken, kept, sorted }: HelpedSort): void {
  const desk = heapDesk(heaps, from);
  const offset = startOfHeap(heaps, from);
  for (let heap = taken.length - 1; heap >= from; heap--) {
    if (Atomics.compareExchange(taken, heap, free, helped) !== free) continue;
    kept[heap] = sortHeap(heaps, heap, desk, { table: sorted, at: startOfHeap(heaps, heap) - offset });
    Atomics.store(taken, heap, done);
  }
}

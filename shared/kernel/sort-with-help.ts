import { heapCount, heapDesk, sortHeap, type SortedHeaps } from './heap-of-persons.ts';
import type { Heaps } from './person-heaps.ts';
import { isShared, sharedColumn } from './shared-column.ts';

/** Heaps that a second thread is asked to help sorting. All columns are shared. It takes heaps from the last on. */
export interface HelpedSort {
  readonly heaps: Heaps;
  readonly sorted: SortedHeaps;
  /** Who has taken each heap: 0 nobody, 1 the first thread, 2 the second, 3 the second, which is done with it. */
  readonly taken: Int32Array;
}

/** Asks a second thread to help sorting. Says nothing and never throws: the caller does itself what is not done. */
export type AskToSort = (sort: HelpedSort) => void;

const free = 0;
const mine = 1;
const helped = 2;
const done = 3;

/** Events below which no second thread is asked: some ten milliseconds of sorting. */
const eventsAlone = 1 << 20;

/** Asks for help with the heaps, where there is enough to sort and memory is shared. */
export function askedToSort(
  heaps: Heaps,
  sorted: SortedHeaps,
  ask: AskToSort | undefined,
): HelpedSort | undefined {
  const { person } = sorted.table;
  if (!ask || person.length < eventsAlone || !isShared(person)) return undefined;
  const sort = { heaps, sorted, taken: sharedColumn(heapCount(heaps)) };
  ask(sort);
  return sort;
}

/** Who sorts a heap that the first thread has come to: it, or the second is done with it, or both since that has begun and not finished. */
export function takeHeap(sort: HelpedSort | undefined, heap: number): 'first' | 'second' | 'both' {
  if (sort === undefined || Atomics.compareExchange(sort.taken, heap, free, mine) === free) return 'first';
  return isDone(sort, heap) ? 'second' : 'both';
}

/** Whether the second thread has written all of a heap, and so writes there no more. */
export function isDone(sort: HelpedSort | undefined, heap: number): boolean {
  return sort !== undefined && Atomics.load(sort.taken, heap) === done;
}

/** The second thread's part: takes heaps from the last on until none is free. */
export function helpSorting({ heaps, sorted, taken }: HelpedSort): void {
  const desk = heapDesk(heaps);
  for (let heap = taken.length - 1; heap >= 0; heap--) {
    if (Atomics.compareExchange(taken, heap, free, helped) !== free) continue;
    sortHeap(heaps, heap, desk, sorted);
    Atomics.store(taken, heap, done);
  }
}

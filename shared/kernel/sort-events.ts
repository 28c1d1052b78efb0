import type { BaseTable } from './base-table.ts';
import { finished, type Steps } from '../base/steps.ts';
import { heapCount, heapDesk, sortHeap, type SortedHeaps } from './heap-of-persons.ts';
import { heapsOf, type Heaps } from './person-heaps.ts';
import { sharedColumn } from './shared-column.ts';
import { askedToSort, isDone, takeHeap, type AskToSort } from './sort-with-help.ts';

/** A base table, how many rows that repeat another were dropped at each cell, and the first second of all. */
export interface SortedBase {
  readonly table: BaseTable;
  readonly repeatsOfCell: Int32Array;
  /** Seconds since 1970 UTC; 2^31 - 1 where there is no row. */
  readonly firstSecond: number;
}

/** Sorts by person, then second, then cell, and drops rows that repeat the one before. */
export function sortBaseTable(table: BaseTable): SortedBase {
  return finished(sortingHeaps(heapsOf(table)));
}

/**
 * The base table of events in heaps, each of which is sorted by itself, where it fits a processor's own memory. Beside the heaps and the table it
 * takes the rows of the largest heap. With a step after each heap; a second thread sorts heaps too where it can be asked.
 */
export function* sortingHeaps(heaps: Heaps, ask?: AskToSort): Steps<SortedBase> {
  const count = heapCount(heaps);
  const [kept, earliest] = [sharedColumn(count), sharedColumn(count)];
  const sorted = { table: emptyTable(heaps.starts[count] ?? 0), kept, earliest };
  const isDisputed = yield* sortAll(heaps, sorted, ask);
  const table = isDisputed ? emptyTable(sorted.table.person.length) : sorted.table;
  const repeatsOfCell = new Int32Array(heaps.mostCell + 1);
  let rows = 0;
  let firstSecond = 0x7fff_ffff;
  for (let heap = 0; heap < count; heap++) {
    countRepeats(heaps, heap, sorted, repeatsOfCell);
    bring(sorted.table, [heaps.starts[heap] ?? 0, kept[heap] ?? 0], { table, at: rows });
    rows += kept[heap] ?? 0;
    firstSecond = Math.min(firstSecond, earliest[heap] ?? firstSecond);
    yield { done: count + heap, total: 2 * count };
  }
  return { table: firstRows(table, rows), repeatsOfCell, firstSecond };
}

/** Sorts every heap in its place. Tells whether a second thread may still be writing to one. */
function* sortAll(heaps: Heaps, sorted: SortedHeaps, ask: AskToSort | undefined): Steps<boolean> {
  const count = heapCount(heaps);
  const help = askedToSort(heaps, sorted, ask);
  const desk = heapDesk(heaps);
  const both: number[] = [];
  for (let heap = 0; heap < count; heap++) {
    const who = takeHeap(help, heap);
    if (who !== 'second') sortHeap(heaps, heap, desk, sorted);
    if (who === 'both') both.push(heap);
    yield { done: heap, total: 2 * count };
  }
  return both.some((heap) => !isDone(help, heap));
}

/** The cells of repeated rows stand behind the rows of a heap that are left. */
function countRepeats(
  heaps: Heaps,
  heap: number,
  { table, kept }: SortedHeaps,
  repeatsOfCell: Int32Array,
): void {
  const end = heaps.starts[heap + 1] ?? 0;
  for (let i = (heaps.starts[heap] ?? 0) + (kept[heap] ?? 0); i < end; i++) {
    const where = table.cell[i] ?? 0;
    repeatsOfCell[where] = (repeatsOfCell[where] ?? 0) + 1;
  }
}

function bring(
  from: BaseTable,
  [first, count]: readonly [number, number],
  to: { readonly table: BaseTable; readonly at: number },
): void {
  if (from === to.table && first === to.at) return;
  for (const name of ['person', 'second', 'cell'] as const)
    to.table[name].set(from[name].subarray(first, first + count), to.at);
}

function emptyTable(rows: number): BaseTable {
  return { person: sharedColumn(rows), second: sharedColumn(rows), cell: sharedColumn(rows) };
}

function firstRows({ person, second, cell }: BaseTable, rows: number): BaseTable {
  return {
    person: person.subarray(0, rows),
    second: second.subarray(0, rows),
    cell: cell.subarray(0, rows),
  };
}

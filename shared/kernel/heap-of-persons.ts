import type { BaseTable } from './base-table.ts';
import { placeOfBlock, stride, type Heaps } from './person-heaps.ts';
import { sortRowsOfPerson } from './sort-rows-of-person.ts';

/** Where heaps are sorted to: a table in which each has as many rows as it holds, and of each heap, how many rows are left and their first second. */
export interface SortedHeaps {
  readonly table: BaseTable;
  readonly kept: Int32Array;
  readonly earliest: Int32Array;
}

/** Where the rows of one heap are put by person. */
export interface HeapDesk {
  readonly second: Int32Array;
  readonly cell: Int32Array;
  /** Where the rows of each person of the heap begin; one more for the end. */
  readonly starts: Int32Array;
  readonly next: Int32Array;
  readonly blocks: number[];
}

export function heapCount({ last }: Heaps): number {
  return last.length;
}

function rowsOfHeap({ starts }: Heaps, heap: number): number {
  return (starts[heap + 1] ?? 0) - (starts[heap] ?? 0);
}

/** Room for the largest heap. */
export function heapDesk(heaps: Heaps): HeapDesk {
  let most = 0;
  for (let heap = 0; heap < heapCount(heaps); heap++) most = Math.max(most, rowsOfHeap(heaps, heap));
  return {
    second: new Int32Array(most),
    cell: new Int32Array(most),
    starts: new Int32Array((1 << heaps.shift) + 1),
    next: new Int32Array(1 << heaps.shift),
    blocks: [],
  };
}

/**
 * Writes the rows of a heap to its place in the table, sorted by person, second and cell, each once, and behind them the cells of those that
 * repeat another, last first. What is written depends on the heap alone: two threads may do the same one.
 */
export function sortHeap(heaps: Heaps, heap: number, desk: HeapDesk, sorted: SortedHeaps): void {
  const first = heap * (1 << heaps.shift);
  gather(heaps, heap, desk);
  const { person, second, cell } = sorted.table;
  const from = heaps.starts[heap] ?? 0;
  let kept = from;
  let repeats = heaps.starts[heap + 1] ?? 0;
  let earliest = 0x7fff_ffff;
  for (let who = 0; who < desk.next.length; who++) {
    const [begin, end] = [desk.starts[who] ?? 0, desk.starts[who + 1] ?? 0];
    if (begin === end) continue;
    sortRowsOfPerson(desk, begin, end);
    earliest = Math.min(earliest, desk.second[begin] ?? earliest);
    for (let i = begin; i < end; i++) {
      const [at, where] = [desk.second[i] ?? 0, desk.cell[i] ?? 0];
      if (i > begin && at === desk.second[i - 1] && where === desk.cell[i - 1]) {
        cell[--repeats] = where;
        continue;
      }
      person[kept] = first + who;
      second[kept] = at;
      cell[kept++] = where;
    }
  }
  sorted.kept[heap] = kept - from;
  sorted.earliest[heap] = earliest;
}

/** Brings the rows of a heap to the desk by person, in their order of arrival. */
function gather(heaps: Heaps, heap: number, desk: HeapDesk): void {
  const { starts, next, blocks } = desk;
  const mask = next.length - 1;
  starts.fill(0);
  blocks.length = 0;
  for (let block = heaps.last[heap] ?? -1; block !== -1; block = heaps.before[block] ?? -1) {
    blocks.push(block);
    countBlock(heaps, block, { starts, mask });
  }
  for (let who = 0; who <= mask; who++) {
    starts[who + 1] = (starts[who + 1] ?? 0) + (starts[who] ?? 0);
    next[who] = starts[who] ?? 0;
  }
  for (let i = blocks.length - 1; i >= 0; i--) placeBlock(heaps, blocks[i] ?? 0, desk);
}

function countBlock(
  heaps: Heaps,
  block: number,
  { starts, mask }: { readonly starts: Int32Array; readonly mask: number },
): void {
  const { slab, from } = placeOfBlock(heaps, block);
  const end = from + (heaps.filled[block] ?? 0) * stride;
  for (let at = from; at < end; at += stride) {
    const who = ((slab[at] ?? 0) & mask) + 1;
    starts[who] = (starts[who] ?? 0) + 1;
  }
}

function placeBlock(heaps: Heaps, block: number, { second, cell, next }: HeapDesk): void {
  const { slab, from } = placeOfBlock(heaps, block);
  const end = from + (heaps.filled[block] ?? 0) * stride;
  const mask = next.length - 1;
  for (let at = from; at < end; at += stride) {
    const who = (slab[at] ?? 0) & mask;
    const place = next[who] ?? 0;
    next[who] = place + 1;
    second[place] = slab[at + 1] ?? 0;
    cell[place] = slab[at + 2] ?? 0;
  }
}

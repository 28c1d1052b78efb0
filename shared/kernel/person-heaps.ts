import type { BaseTable } from './base-table.ts';
import { sharedColumn } from './shared-column.ts';

/** Rows of a block, the piece of memory that a heap grows by, and of a slab, the piece that blocks are cut from. */
const blockBits = 8;
const slabBits = 16;
const rowsOfBlock = 1 << blockBits;
const blocksOfSlab = 1 << (slabBits - blockBits);

/** Numbers to a row: person, second, cell. */
export const stride = 3;

/** Most heaps of persons: as many as a processor can write to in turn. */
const usualHeaps = 1 << 11;

/** Events by heaps of neighbouring persons: the heap of person p is `p >>> shift`. All columns are shared with a second thread where that can be. */
export interface Heaps {
  /** Rows, three numbers each, block by block. */
  readonly slabs: readonly Int32Array[];
  /** The last block of each heap, -1 where it has none. */
  readonly last: Int32Array;
  /** Of each block, the one before it in its heap, -1 for none, and how many rows it holds. */
  readonly before: Int32Array;
  readonly filled: Int32Array;
  /** How many rows all heaps before one have; one more for the end. */
  readonly starts: Int32Array;
  readonly shift: number;
  readonly mostCell: number;
}

/** Where the rows of a block begin. */
export function placeOfBlock(
  { slabs }: Heaps,
  block: number,
): { readonly slab: Int32Array; readonly from: number } {
  const slab = slabs[block >>> (slabBits - blockBits)] ?? new Int32Array(0);
  return { slab, from: (block & (blocksOfSlab - 1)) * rowsOfBlock * stride };
}

/** Events as they come, dealt to heaps of neighbouring persons in their order of arrival: 12 bytes an event. */
export class PersonHeaps {
  private readonly slabs: Int32Array[] = [];
  /** Of each heap, the row behind its last one, 0 where it has none. */
  private next = new Int32Array(64);
  private before = new Int32Array(64);
  private filled = new Int32Array(64);
  private blocks = 0;
  private shift = 0;
  private persons = 0;
  private mostCell = -1;
  private readonly mostHeaps: number;
  /** Events kept so far. */
  length = 0;

  constructor(mostHeaps = usualHeaps) {
    this.mostHeaps = mostHeaps;
  }

  /** Keeps an event: number of the person, second since 1970 UTC, number of the cell. */
  add(person: number, second: number, cell: number): void {
    if (person >= this.persons) this.meet(person);
    if (cell > this.mostCell) this.mostCell = cell;
    const heap = person >>> this.shift;
    let at = this.next[heap] ?? 0;
    if ((at & (rowsOfBlock - 1)) === 0) at = this.open(at);
    this.next[heap] = at + 1;
    const slab = this.slabs[at >>> slabBits] ?? noRows;
    const to = (at & ((1 << slabBits) - 1)) * stride;
    slab[to] = person;
    slab[to + 1] = second;
    slab[to + 2] = cell;
    this.length++;
  }

  /** All events; nothing is added afterwards. */
  finish(): Heaps {
    const count = this.heapCount();
    const last = sharedColumn(count);
    const starts = sharedColumn(count + 1);
    for (let heap = 0; heap < count; heap++) {
      last[heap] = this.closeHeap(heap);
      let rows = starts[heap] ?? 0;
      for (let block = last[heap] ?? -1; block !== -1; block = this.before[block] ?? -1)
        rows += this.filled[block] ?? 0;
      starts[heap + 1] = rows;
    }
    const { slabs, shift, mostCell } = this;
    const [before, filled] = [shared(this.before, this.blocks), shared(this.filled, this.blocks)];
    return { slabs, last, before, filled, starts, shift, mostCell };
  }

  private heapCount(): number {
    return Math.ceil(this.persons / 2 ** this.shift);
  }

  private meet(person: number): void {
    while (person >>> this.shift >= this.mostHeaps) this.joinNeighbours();
    this.persons = person + 1;
    this.next = grown(this.next, this.heapCount());
  }

  /** Opens a block behind a full one, of which `at` is the end, or for a heap without any. Returns its first row. */
  private open(at: number): number {
    const block = this.blocks++;
    if (block % blocksOfSlab === 0) this.slabs.push(sharedColumn(stride << slabBits));
    this.before = grown(this.before, this.blocks);
    this.filled = grown(this.filled, this.blocks);
    this.before[block] = at === 0 ? -1 : (at - 1) >>> blockBits;
    this.filled[block] = rowsOfBlock;
    return block << blockBits;
  }

  /** Notes how many rows the last block of a heap has. Returns that block, -1 where there is none. */
  private closeHeap(heap: number): number {
    const end = (this.next[heap] ?? 0) - 1;
    if (end < 0) return -1;
    const block = end >>> blockBits;
    this.filled[block] = (end & (rowsOfBlock - 1)) + 1;
    return block;
  }

  /** Makes one heap of each two: the blocks of the second are put behind those of the first. */
  private joinNeighbours(): void {
    const count = this.heapCount();
    for (let heap = 0; heap < count; heap += 2) {
      const [first, second] = [this.next[heap] ?? 0, heap + 1 < count ? (this.next[heap + 1] ?? 0) : 0];
      if (first !== 0 && second !== 0) this.before[this.firstBlock(second)] = this.closeHeap(heap);
      this.next[heap >>> 1] = second === 0 ? first : second;
    }
    this.next.fill(0, (count + 1) >>> 1);
    this.shift++;
  }

  private firstBlock(next: number): number {
    let block = (next - 1) >>> blockBits;
    for (let before = this.before[block] ?? -1; before !== -1; before = this.before[block] ?? -1)
      block = before;
    return block;
  }
}

/** Events of a table, dealt to heaps. */
export function heapsOf({ person, second, cell }: BaseTable): Heaps {
  const heaps = new PersonHeaps();
  for (let i = 0; i < person.length; i++) heaps.add(person[i] ?? 0, second[i] ?? 0, cell[i] ?? 0);
  return heaps.finish();
}

const noRows = new Int32Array(0);

function grown(column: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (length <= column.length) return column;
  const more = new Int32Array(Math.max(2 * column.length, length));
  more.set(column);
  return more;
}

function shared(column: Int32Array, length: number): Int32Array {
  const copy = sharedColumn(length);
  copy.set(column.subarray(0, length));
  return copy;
}

import type { BaseTable } from './base-table.ts';
import { finished, type Steps } from '../base/steps.ts';
import { heapCount, heapDesk, sortHeap, startOfHeap, type Heaps } from './heap-of-persons.ts';
import { sharedColumn } from './shared-column.ts';
import { askedToSort, bringHeap, takeHeap, type AskToSort } from './sort-with-help.ts';

/** A base table, and how many rows that repeat another were dropped at each cell. */
export interface SortedBase {
  readonly table: BaseTable;
  readonly repeatsOfCell: Int32Array;
}

/** Most heaps of persons that rows are dealt to: as many as a processor can write to in turn. */
const mostHeaps = 1 << 11;

/** Sorts by person, then second, then cell, and drops rows that repeat the one before. */
export function sortBaseTable(table: BaseTable): SortedBase {
  return sortPieces([table]);
}

/**
 * The base table of events in pieces, each of which is let go as soon as it is dealt out. Rows are dealt to heaps of
 * neighbouring persons in their order of arrival; each heap is then sorted by itself, where it fits a processor's own
 * memory. Beside pieces and table it takes the rows of the largest heap once more, and 4 bytes a person; where a second thread helps,
 * also half the table.
 */
export function sortPieces(pieces: BaseTable[]): SortedBase {
  return finished(sortingPieces(pieces));
}

/** As `sortPieces`, with a step after each piece and heap; a second thread sorts half of the heaps where it can be asked. */
export function* sortingPieces(pieces: BaseTable[], ask?: AskToSort): Steps<SortedBase> {
  const { starts, mostCell } = yield* countedPersons(pieces);
  const persons = starts.length - 1;
  const length = starts[persons] ?? 0;
  const shift = Math.max(0, Math.ceil(Math.log2(Math.max(1, persons) / mostHeaps)));
  const table = { person: sharedColumn(length), second: sharedColumn(length), cell: sharedColumn(length) };
  const heaps = { table, starts, shift };
  yield* deal(pieces, heaps);
  const repeatsOfCell = new Int32Array(mostCell + 1);
  const kept = yield* sortHeaps(heaps, repeatsOfCell, ask);
  return { table: firstRows(table, kept), repeatsOfCell };
}

function* countedPersons(pieces: readonly BaseTable[]): Steps<{
  readonly starts: Int32Array;
  readonly mostCell: number;
}> {
  let counts = new Int32Array(1 << 10);
  let mostPerson = -1;
  let mostCell = -1;
  for (const { person, cell } of pieces) {
    for (let i = 0; i < person.length; i++) {
      const who = person[i] ?? 0;
      if (who > mostPerson) {
        mostPerson = who;
        if (who >= counts.length) counts = wider(counts, who);
      }
      counts[who] = (counts[who] ?? 0) + 1;
      mostCell = Math.max(mostCell, cell[i] ?? 0);
    }
    yield { done: 0, total: 3 };
  }
  const starts = sharedColumn(mostPerson + 2);
  for (let who = 0; who <= mostPerson; who++) starts[who + 1] = (starts[who] ?? 0) + (counts[who] ?? 0);
  return { starts, mostCell };
}

function wider(counts: Int32Array, index: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(Math.max(2 * counts.length, index + 1));
  more.set(counts);
  return more;
}

function* deal(pieces: BaseTable[], heaps: Heaps): Steps<void> {
  const { table, shift } = heaps;
  const next = Int32Array.from({ length: heapCount(heaps) }, (_, heap) => startOfHeap(heaps, heap));
  for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) {
    const { person, second, cell } = piece;
    for (let i = 0; i < person.length; i++) {
      const who = person[i] ?? 0;
      const heap = who >>> shift;
      const place = next[heap] ?? 0;
      next[heap] = place + 1;
      table.person[place] = who;
      table.second[place] = second[i] ?? 0;
      table.cell[place] = cell[i] ?? 0;
    }
    yield { done: 1, total: 3 };
  }
}

/** Sorts heap after heap and moves what is no repetition to the front; tells how many rows are left. */
function* sortHeaps(heaps: Heaps, repeatsOfCell: Int32Array, ask: AskToSort | undefined): Steps<number> {
  const { table } = heaps;
  const help = askedToSort(heaps, ask);
  const desk = heapDesk(heaps);
  let at = 0;
  for (let heap = 0; heap < heapCount(heaps); heap++) {
    const isMine = help === undefined || takeHeap(help, heap);
    const kept = isMine ? sortHeap(heaps, heap, desk, { table, at }) : bringHeap(help, heap, { table, at });
    const rows = startOfHeap(heaps, heap + 1) - startOfHeap(heaps, heap);
    for (let i = at + kept; i < at + rows; i++) {
      const where = table.cell[i] ?? 0;
      repeatsOfCell[where] = (repeatsOfCell[where] ?? 0) + 1;
    }
    at += kept;
    yield { done: 2, total: 3 };
  }
  return at;
}

function firstRows({ person, second, cell }: BaseTable, rows: number): BaseTable {
  return {
    person: person.subarray(0, rows),
    second: second.subarray(0, rows),
    cell: cell.subarray(0, rows),
  };
}

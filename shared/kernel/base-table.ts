import { finished, type Steps } from '../base/steps.ts';
import { sortRowsOfPerson } from './sort-rows-of-person.ts';

/** Events in memory: person number, seconds since 1970 UTC, and cell number, sorted by person and time, each row once. */
export interface BaseTable {
  readonly person: Int32Array;
  readonly second: Int32Array;
  readonly cell: Int32Array;
}

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
 * memory. Beside pieces and table it takes the rows of the largest heap once more, and 4 bytes a person.
 */
export function sortPieces(pieces: BaseTable[]): SortedBase {
  return finished(sortingPieces(pieces));
}

/** As `sortPieces`, with a step after each piece and heap. */
export function* sortingPieces(pieces: BaseTable[]): Steps<SortedBase> {
  const { starts, mostCell } = yield* countedPersons(pieces);
  const persons = starts.length - 1;
  const length = starts[persons] ?? 0;
  const shift = Math.max(0, Math.ceil(Math.log2(Math.max(1, persons) / mostHeaps)));
  const table = {
    person: new Int32Array(length),
    second: new Int32Array(length),
    cell: new Int32Array(length),
  };
  yield* deal(pieces, { table, starts, shift });
  const repeatsOfCell = new Int32Array(mostCell + 1);
  const kept = yield* sortHeaps({ table, starts, shift }, repeatsOfCell);
  return { table: firstRows(table, kept), repeatsOfCell };
}

/** Where rows are dealt to: the heap of a person is `person >>> shift`, the rows of person p begin at `starts[p]`. */
interface Heaps {
  readonly table: BaseTable;
  readonly starts: Int32Array;
  readonly shift: number;
}

function* countedPersons(pieces: readonly BaseTable[]): Steps<{
  readonly starts: Int32Array;
  readonly mostCell: number;
}> {
  let mostPerson = -1;
  let mostCell = -1;
  for (const { person, cell } of pieces) {
    for (let i = 0; i < person.length; i++) {
      mostPerson = Math.max(mostPerson, person[i] ?? 0);
      mostCell = Math.max(mostCell, cell[i] ?? 0);
    }
    yield { done: 0, total: 3 };
  }
  const starts = new Int32Array(mostPerson + 2);
  for (const { person } of pieces) {
    for (let i = 0; i < person.length; i++) {
      const at = (person[i] ?? 0) + 1;
      starts[at] = (starts[at] ?? 0) + 1;
    }
    yield { done: 0, total: 3 };
  }
  for (let who = 0; who <= mostPerson; who++) starts[who + 1] = (starts[who + 1] ?? 0) + (starts[who] ?? 0);
  return { starts, mostCell };
}

function* deal(pieces: BaseTable[], { table, starts, shift }: Heaps): Steps<void> {
  const heaps = Math.ceil((starts.length - 1) / 2 ** shift);
  const next = Int32Array.from({ length: heaps }, (_, heap) => starts[heap * 2 ** shift] ?? 0);
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
function* sortHeaps({ table, starts, shift }: Heaps, repeatsOfCell: Int32Array): Steps<number> {
  const persons = starts.length - 1;
  const step = 2 ** shift;
  let most = 0;
  for (let first = 0; first < persons; first += step)
    most = Math.max(most, (starts[Math.min(persons, first + step)] ?? 0) - (starts[first] ?? 0));
  const own = { second: new Int32Array(most), cell: new Int32Array(most) };
  const next = new Int32Array(step);
  let kept = 0;
  for (let first = 0; first < persons; first += step) {
    const end = Math.min(persons, first + step);
    gather({ table, starts, shift }, { first, end, next }, own);
    const base = starts[first] ?? 0;
    for (let who = first; who < end; who++) {
      const [from, to] = [(starts[who] ?? 0) - base, (starts[who + 1] ?? 0) - base];
      sortRowsOfPerson(own, from, to);
      for (let i = from; i < to; i++) {
        const [second, cell] = [own.second[i] ?? 0, own.cell[i] ?? 0];
        if (i > from && second === own.second[i - 1] && cell === own.cell[i - 1]) {
          repeatsOfCell[cell] = (repeatsOfCell[cell] ?? 0) + 1;
          continue;
        }
        table.person[kept] = who;
        table.second[kept] = second;
        table.cell[kept] = cell;
        kept++;
      }
    }
    yield { done: 2, total: 3 };
  }
  return kept;
}

/** Brings the rows of a heap into `own` by person, in their order of arrival. */
function gather(
  { table, starts }: Heaps,
  { first, end, next }: { readonly first: number; readonly end: number; readonly next: Int32Array },
  own: Pick<BaseTable, 'second' | 'cell'>,
): void {
  const { person, second, cell } = table;
  const base = starts[first] ?? 0;
  for (let who = first; who < end; who++) next[who - first] = (starts[who] ?? 0) - base;
  for (let i = base; i < (starts[end] ?? 0); i++) {
    const at = (person[i] ?? 0) - first;
    const place = next[at] ?? 0;
    next[at] = place + 1;
    own.second[place] = second[i] ?? 0;
    own.cell[place] = cell[i] ?? 0;
  }
}

function firstRows({ person, second, cell }: BaseTable, rows: number): BaseTable {
  return {
    person: person.subarray(0, rows),
    second: second.subarray(0, rows),
    cell: cell.subarray(0, rows),
  };
}

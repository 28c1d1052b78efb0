import { whole } from './entry-of.ts';

/** Rows waiting to be looked at, each at most once, first in first out; all of them wait at the beginning. */
export interface RowQueue {
  /** The next row, or -1 when none waits. */
  take(): number;
  /** Lets a row wait, unless it does already. */
  add(row: number): void;
  isEmpty(): boolean;
}

/** A queue of the rows 0 to `rows - 1`. */
export function createRowQueue(rows: number): RowQueue {
  const ring = Int32Array.from({ length: rows }, (_, row) => row);
  const waits = new Uint8Array(rows).fill(1);
  let first = 0;
  let count = rows;
  return {
    take: () => {
      if (count === 0) return -1;
      const row = whole(ring, first);
      first = first + 1 === rows ? 0 : first + 1;
      count--;
      waits[row] = 0;
      return row;
    },
    add: (row) => {
      if (waits[row] === 1) return;
      waits[row] = 1;
      ring[(first + count) % rows] = row;
      count++;
    },
    isEmpty: () => count === 0,
  };
}

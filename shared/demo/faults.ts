import { drawBelow, purpose, stream } from './random.ts';

/**
 * Event rows by what is wrong with them; each row is counted once, in the first line that fits. A reader that tries the
 * reasons in this order must find these numbers.
 */
export interface DemoFaults {
  /** Event rows written, without the header. */
  rows: number;
  /** Rows with fewer or more than four fields. */
  raggedRows: number;
  /** Rows whose time is `0000-00-00T00:00:00Z`: a collector without a clock, many rows in a run. */
  brokenTimes: number;
  /** Rows with an empty person. */
  missingPersons: number;
  /** Rows with a cell that the cell reference does not have. */
  unknownCells: number;
  /** Otherwise good rows of people in the objection register, repeats included. */
  objectorRows: number;
  /** Otherwise good rows at cells outside all districts, repeats included. */
  outsideRows: number;
  /** Otherwise good rows that repeat the row before to the byte. */
  duplicates: number;
  /** Times a device went from one cell to a neighbour and back within 10 seconds; not an error. */
  pingPongs: number;
}

/** All counts at zero. */
export function noFaults(): DemoFaults {
  return {
    rows: 0,
    raggedRows: 0,
    brokenTimes: 0,
    missingPersons: 0,
    unknownCells: 0,
    objectorRows: 0,
    outsideRows: 0,
    duplicates: 0,
    pingPongs: 0,
  };
}

/** What is wrong with a single row. */
export type RowFault = 'none' | 'raggedShort' | 'raggedLong' | 'missingPerson' | 'unknownCell';

const sixteenths: readonly RowFault[] = [
  'raggedShort',
  'raggedShort',
  'raggedLong',
  'raggedLong',
  'unknownCell',
  'unknownCell',
  'unknownCell',
  'missingPerson',
  'missingPerson',
];

/** The fault of a row that was chosen for a closer look (one row in 256), by 4 random bits. */
export function rowFault(bits: number): RowFault {
  return sixteenths[bits] ?? 'none';
}

/** Rows of one block and day, counted from 0, that have a broken time: `from` up to but not including `to`. */
export interface Burst {
  readonly from: number;
  readonly to: number;
}

/** One block and day in 40 has a burst, and the very first has, so that even a small run shows one. */
export function burstOf(seed: number, block: number, dayIndex: number): Burst {
  const chance = stream(seed, block * 64 + dayIndex, purpose.burst);
  const first = block === 0 && dayIndex === 0;
  if (!first && drawBelow(chance, 0, 40) !== 0) return { from: 0, to: 0 };
  const from = first ? 12 : drawBelow(chance, 1, 600);
  return { from, to: from + 40 + drawBelow(chance, 2, 160) };
}

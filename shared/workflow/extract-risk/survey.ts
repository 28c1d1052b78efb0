import type { BaseTable } from '../../kernel/base-table.ts';

const quarter = 900;
const rowsPerStep = 1 << 18;

/** Quarters of an hour from the first event of an extract to its last. */
export interface Quarters {
  /** Start of the first one, seconds since 1970 UTC. */
  readonly start: number;
  readonly count: number;
}

/** What has to be known of all events before anything is measured. */
export interface Survey {
  readonly quarters: Quarters;
  /** 1 for cells with events. */
  readonly isUsed: Uint8Array;
}

/** Goes through the events of an extract once; `done` counts rows. */
export function* surveyed(
  { second, cell }: BaseTable,
  cells: number,
): Generator<{ readonly done: number; readonly total: number }, Survey> {
  const isUsed = new Uint8Array(cells);
  const total = second.length;
  let [low, high] = [Infinity, -Infinity];
  for (let row = 0; row < total; row += 1) {
    if (row % rowsPerStep === 0) yield { done: row, total };
    const now = second[row] ?? 0;
    if (now < low) low = now;
    if (now > high) high = now;
    isUsed[cell[row] ?? 0] = 1;
  }
  if (total === 0) return { quarters: { start: 0, count: 0 }, isUsed };
  const start = Math.floor(low / quarter) * quarter;
  return { quarters: { start, count: Math.floor((high - start) / quarter) + 1 }, isUsed };
}

/** The quarter of an instant, counted from 0. */
export function quarterAt({ start }: Quarters, second: number): number {
  return Math.floor((second - start) / quarter);
}

import type { CountOrder, RunRange } from './count-order.ts';

/** Where one thread counts, range after range. */
export interface CountSheet {
  readonly counts: Int32Array;
  /** The pair in which each person was last met, -1 at first. */
  readonly stamps: Int32Array;
  /** Class of each person; those who are left out have one of their own, behind all others. */
  readonly groupOf: Uint8Array | Int32Array;
  readonly tally: Int32Array;
}

/** An empty sheet to count into `counts`. */
export function countSheet(
  { groups: { classes, classOfPerson } }: CountOrder,
  counts: Int32Array,
): CountSheet {
  const persons = classOfPerson.length;
  const groupOf = classes < 256 ? new Uint8Array(persons) : new Int32Array(persons);
  for (let who = 0; who < persons; who++) {
    const group = classOfPerson[who] ?? -1;
    groupOf[who] = group < 0 ? classes : group;
  }
  return { counts, stamps: new Int32Array(persons).fill(-1), groupOf, tally: new Int32Array(classes + 1) };
}

/** Counts the persons of some runs, as `countPersons` does those of all. Nothing is decided by row: a processor guesses wrong too often. */
export function countRange(order: CountOrder, range: Omit<RunRange, 'pair'>, sheet: CountSheet): void {
  const { sites, zoneStarts, runs } = order.presences;
  const { slot, starts, person, firstSlot } = sites;
  const { bins, binOfSlot } = order.slotBins;
  const { stamps, groupOf, tally } = sheet;
  const shift = firstSlot - order.slotBins.firstSlot;
  let { zone } = range;
  let latest = -1;
  for (let at = range.from; at < range.to; at++) {
    while (at >= (zoneStarts[zone + 1] ?? 0)) zone++;
    const run = runs[at] ?? 0;
    const bin = binOfSlot[(slot[run] ?? 0) + shift] ?? -1;
    if (bin < 0) continue;
    const pair = zone * bins + bin;
    if (pair !== latest) write(sheet, latest);
    latest = pair;
    const end = starts[run + 1] ?? 0;
    for (let row = starts[run] ?? 0; row < end; row++) {
      const who = person[row] ?? 0;
      const apart = (stamps[who] ?? 0) ^ pair;
      const isNew = (apart | -apart) >>> 31;
      stamps[who] = pair;
      const group = groupOf[who] ?? 0;
      tally[group] = (tally[group] ?? 0) + isNew;
    }
  }
  write(sheet, latest);
}

/** Writes what was tallied of a pair, and begins anew. */
function write({ counts, tally }: CountSheet, pair: number): void {
  if (pair === -1) return;
  const classes = tally.length - 1;
  for (let group = 0; group < classes; group++) counts[pair * classes + group] = tally[group] ?? 0;
  tally.fill(0);
}

import type { SlotBins } from './count-persons.ts';
import type { Presences } from './presences.ts';

/**
 * Calls `meet` with each presence inside the bins, its pair of zone and bin (`zone * bins + bin`), and whether it is the
 * person's first there. The slots of a bin must follow each other.
 */
export function eachPair(
  { zoneStarts, slot, person, firstSlot }: Presences,
  slotBins: SlotBins,
  persons: number,
  meet: (row: number, pair: number, first: boolean) => void,
): void {
  const { bins, binOfSlot } = slotBins;
  const latest = new Int32Array(persons).fill(-1);
  for (let zone = 0; zone + 1 < zoneStarts.length; zone++) {
    const end = zoneStarts[zone + 1] ?? 0;
    for (let row = zoneStarts[zone] ?? 0; row < end; row++) {
      const bin = binOfSlot[(slot[row] ?? 0) + firstSlot - slotBins.firstSlot] ?? -1;
      if (bin === -1) continue;
      const pair = zone * bins + bin;
      const who = person[row] ?? 0;
      meet(row, pair, latest[who] !== pair);
      latest[who] = pair;
    }
  }
}

import { slotSeconds } from '../../shared/products/time-bins.ts';
import type { BaseTable } from '../../shared/kernel/base-table.ts';
import type { Stays } from '../../shared/kernel/stays.ts';

/**
 * Events in the form of stays of one second each, for counting by events what can be counted by stays. Of events that
 * follow each other in one zone and slot the first stands for all; events in no zone are left out. Handovers are not taken back:
 * these are the presences of `presencesOf`.
 */
export function momentsOf(base: BaseTable, zoneOfCell: Int32Array): Stays {
  const { person, second, cell } = base;
  const column = (): Int32Array => new Int32Array(cell.length);
  const moments = { person: column(), zone: column(), from: column(), to: column() };
  let count = 0;
  let who = -1;
  let zone = -1;
  let slot = -1;
  for (let i = 0; i < cell.length; i++) {
    const here = zoneOfCell[cell[i] ?? 0] ?? -1;
    const now = second[i] ?? 0;
    const slotNow = Math.floor(now / slotSeconds);
    const repeats = here === zone && slotNow === slot && person[i] === who;
    who = person[i] ?? 0;
    zone = here;
    slot = slotNow;
    if (repeats || here === -1) continue;
    moments.person[count] = who;
    moments.zone[count] = here;
    moments.from[count] = now;
    moments.to[count] = now + 1;
    count++;
  }
  return {
    person: moments.person.subarray(0, count),
    zone: moments.zone.subarray(0, count),
    from: moments.from.subarray(0, count),
    to: moments.to.subarray(0, count),
  };
}

import { slotSeconds } from '../products/time-bins.ts';
import type { BaseTable } from './base-table.ts';
import type { Stays } from './stays.ts';

/**
 * Events in the form of stays of one second each, for counting by events what can be counted by stays. Of events that
 * follow each other in one zone and slot the first stands for all; events in no zone are left out. Handovers are not taken back:
 * these are the presences of `presencesOf`.
 */
export function momentsOf(base: BaseTable, zoneOfCell: Int32Array): Stays {
  const { person, second, cell } = base;
  const repeats = (i: number, zone: number): boolean =>
    i > 0 &&
    person[i - 1] === person[i] &&
    zoneOfCell[cell[i - 1] ?? 0] === zone &&
    Math.floor((second[i - 1] ?? 0) / slotSeconds) === Math.floor((second[i] ?? 0) / slotSeconds);
  let count = 0;
  for (let i = 0; i < cell.length; i++) {
    const zone = zoneOfCell[cell[i] ?? 0] ?? -1;
    if (zone !== -1 && !repeats(i, zone)) count++;
  }
  const column = (): Int32Array => new Int32Array(count);
  const moments = { person: column(), zone: column(), from: column(), to: column() };
  let at = 0;
  for (let i = 0; i < cell.length; i++) {
    const zone = zoneOfCell[cell[i] ?? 0] ?? -1;
    if (zone === -1 || repeats(i, zone)) continue;
    moments.person[at] = person[i] ?? 0;
    moments.zone[at] = zone;
    moments.from[at] = second[i] ?? 0;
    moments.to[at] = (second[i] ?? 0) + 1;
    at++;
  }
  return moments;
}

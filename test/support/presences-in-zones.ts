import type { BaseTable } from '../../shared/kernel/base-table.ts';
import { presenceReader } from '../../shared/kernel/each-presence.ts';
import { presencesOfCells } from '../../shared/kernel/presences-of-cells.ts';
import { presencesOfStays } from '../../shared/kernel/presences-of-stays.ts';
import { presencesInZones, type Presences } from '../../shared/kernel/presences.ts';
import type { Stays } from '../../shared/kernel/stays.ts';
import { slotSeconds } from '../../shared/products/time-bins.ts';

/** Presences of events in the zones of one level. */
export function presencesByCells(
  base: BaseTable,
  zoneOfCell: Int32Array,
  zones: number,
  visitsAtOnce?: number,
): Presences {
  const atCells = presencesOfCells(base, zoneOfCell.length, slotSeconds, visitsAtOnce);
  return presencesInZones(atCells, [zoneOfCell], zones);
}

/** Presences of stays in their own zones. */
export function presencesByZones(stays: Stays, zones: number, visitsAtOnce?: number): Presences {
  const own = Int32Array.from({ length: zones }, (_, zone) => zone);
  return presencesInZones(presencesOfStays(stays, zones, visitsAtOnce), [own], zones);
}

/** Zone, second and person of each presence, by zone and slot, then person. */
export function listedPresences(presences: Presences, persons: number): readonly string[] {
  const each = presenceReader(presences, persons);
  return Array.from({ length: presences.zoneStarts.length - 1 }, (_, zone) => {
    const own: (readonly [number, number])[] = [];
    each(zone, (person, slot) => own.push([slot + presences.sites.firstSlot, person]));
    return own
      .toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
      .map(([slot, person]) => `${zone}|${slot * slotSeconds}|${person}`);
  }).flat();
}

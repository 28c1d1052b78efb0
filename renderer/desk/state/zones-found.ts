import type { AttackMark } from '../../../shared/ipc/attack-findings.ts';
import type { ZoneShape } from '../../../shared/ipc/view.ts';
import type { AttackName } from '../../../shared/policy/attack-limits.ts';

/** Zones where attacks found something, by index, each with the attacks; marks of zones that are not there are left out. */
export function zonesFound(
  marks: readonly AttackMark[],
  shapes: readonly Pick<ZoneShape, 'zoneId'>[],
): ReadonlyMap<number, readonly AttackName[]> {
  if (marks.length === 0) return new Map();
  const zones = new Map(shapes.map(({ zoneId }, zone) => [zoneId, zone]));
  const found = new Map<number, readonly AttackName[]>();
  for (const { attack, zoneId } of marks) {
    const zone = zones.get(zoneId);
    if (zone === undefined) continue;
    const known = found.get(zone) ?? [];
    if (!known.includes(attack)) found.set(zone, [...known, attack]);
  }
  return found;
}

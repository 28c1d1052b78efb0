import type { Stays } from './stays.ts';

/**
 * Stays in the zones of a coarser level: the same stays, each in the zone that `coarserOf` gives for its own, -1 for none.
 * Somebody is in a coarser zone exactly while they are in a zone of it, so whoever is counted there, or on a way between
 * two, is counted in at least one of its zones. Stays found anew from events in coarser zones would fill gaps in
 * which nobody is in any zone of them.
 */
export function coarserStays(stays: Stays, coarserOf: Int32Array): Stays {
  const zone = new Int32Array(stays.zone.length);
  for (let i = 0; i < zone.length; i++) {
    const own = stays.zone[i] ?? -1;
    zone[i] = own === -1 ? -1 : (coarserOf[own] ?? -1);
  }
  return { ...stays, zone };
}

import type { Stays } from './stays.ts';

/**
 * Stays in the zones of a coarser level: the same stays, each in the zone that `coarserOf` gives for its own, -1 for none.
 * Somebody is in a coarser zone exactly while they are in a zone of it, so whoever is counted there, or on a way between
 * two, is counted in at least one of its zones. Stays found anew from events in coarser zones would fill gaps in
 * which nobody is in any zone of them.
 */
export function coarserStays(stays: Stays, coarserOf: Int32Array): Stays {
  return { ...stays, zone: stays.zone.map((zone) => coarserOf[zone] ?? -1) };
}

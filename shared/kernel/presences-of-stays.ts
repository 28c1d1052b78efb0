import { slotSeconds } from '../products/time-bins.ts';
import type { Presences } from './presences.ts';
import type { Stays } from './stays.ts';

/**
 * Presences of stays: a person is in a zone in a slot of 900 s when a stay of theirs there has a second in it. Zone by
 * zone a counting sort over the slots of that zone, so that a stray stay years away costs memory once. `outsideZones` is
 * 0: events in no zone make no stay.
 */
export function presencesOfStays(stays: Stays, zones: number): Presences {
  const { firstSlot, slots } = slotRange(stays);
  const runs = runsByZone(stays, zones, firstSlot);
  const { person: who, first, last } = runs;
  let length = 0;
  for (let i = 0; i < who.length; i++) length += (last[i] ?? 0) - (first[i] ?? 0) + 1;
  const slot = new Int32Array(length);
  const person = new Int32Array(length);
  const next = new Int32Array(slots + 1);
  const zoneStarts = new Int32Array(zones + 1);
  let kept = 0;
  for (let zone = 0; zone < zones; zone++) {
    const begin = runs.starts[zone] ?? 0;
    const end = runs.starts[zone + 1] ?? 0;
    kept = startsOfSlots(runs, { begin, end, kept }, next);
    for (let i = begin; i < end; i++)
      for (let at = first[i] ?? 0; at <= (last[i] ?? 0); at++) {
        const place = next[at] ?? 0;
        next[at] = place + 1;
        slot[place] = at;
        person[place] = who[i] ?? 0;
      }
    zoneStarts[zone + 1] = kept;
  }
  return { zoneStarts, slot, person, firstSlot, slots, outsideZones: 0 };
}

/** Runs of slots, first and last, by zone, person and time; no slot of a person comes twice in a zone. */
interface Runs {
  readonly starts: Int32Array;
  readonly person: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
}

function runsByZone({ zone, person, from, to }: Stays, zones: number, firstSlot: number): Runs {
  const starts = new Int32Array(zones + 1);
  for (const at of zone) if (at !== -1) starts[at + 1] = (starts[at + 1] ?? 0) + 1;
  for (let at = 0; at < zones; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const next = starts.slice();
  const column = (): Int32Array => new Int32Array(starts[zones] ?? 0);
  const runs = { starts, person: column(), first: column(), last: column() };
  for (let stay = 0; stay < zone.length; stay++) {
    const at = zone[stay] ?? -1;
    if (at === -1) continue;
    const place = next[at] ?? 0;
    next[at] = place + 1;
    const again = place > (starts[at] ?? 0) && runs.person[place - 1] === person[stay];
    const first = Math.floor((from[stay] ?? 0) / slotSeconds) - firstSlot;
    runs.person[place] = person[stay] ?? 0;
    runs.first[place] = again ? Math.max(first, (runs.last[place - 1] ?? 0) + 1) : first;
    runs.last[place] = Math.floor(((to[stay] ?? 0) - 1) / slotSeconds) - firstSlot;
  }
  return runs;
}

/** Sets `next[slot]` to where the rows of a slot of one zone begin, and tells where the zone ends. */
function startsOfSlots(
  { first, last }: Runs,
  { begin, end, kept }: { readonly begin: number; readonly end: number; readonly kept: number },
  next: Int32Array,
): number {
  let low = Infinity;
  let high = -1;
  for (let i = begin; i < end; i++) {
    low = Math.min(low, first[i] ?? 0);
    high = Math.max(high, last[i] ?? 0);
  }
  if (high === -1) return kept;
  next.fill(0, low, high + 2);
  for (let i = begin; i < end; i++)
    for (let at = first[i] ?? 0; at <= (last[i] ?? 0); at++) next[at + 1] = (next[at + 1] ?? 0) + 1;
  next[low] = kept;
  for (let at = low; at <= high; at++) next[at + 1] = (next[at + 1] ?? 0) + (next[at] ?? 0);
  return next[high + 1] ?? 0;
}

function slotRange({ from, to }: Stays): { readonly firstSlot: number; readonly slots: number } {
  if (from.length === 0) return { firstSlot: 0, slots: 0 };
  let low = Infinity;
  let high = -Infinity;
  for (let stay = 0; stay < from.length; stay++) {
    low = Math.min(low, from[stay] ?? 0);
    high = Math.max(high, to[stay] ?? 0);
  }
  const firstSlot = Math.floor(low / slotSeconds);
  return { firstSlot, slots: Math.floor((high - 1) / slotSeconds) - firstSlot + 1 };
}

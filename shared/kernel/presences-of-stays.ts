import { slotSeconds } from '../products/time-bins.ts';
import type { Presences } from './presences.ts';
import type { Stays } from './stays.ts';

/**
 * Presences of stays: a person is in a zone in a slot of 900 s when a stay of theirs there has a second in it. Zone by
 * zone a counting sort over the slots of that zone, so that a stray stay years away costs memory once. `outsideZones` is
 * 0: events in no zone make no stay.
 */
export function presencesOfStays(stays: Stays, zones: number): Presences {
  const { firstSlot, slots, spanned } = slotRange(stays);
  const sorted = byZone(stays, zones);
  const slot = new Int32Array(spanned);
  const person = new Int32Array(spanned);
  const next = new Int32Array(slots + 1);
  const zoneStarts = new Int32Array(zones + 1);
  let kept = 0;
  for (let zone = 0; zone < zones; zone++) {
    zoneStarts[zone] = kept;
    const own = {
      stays,
      firstSlot,
      order: sorted.order.subarray(sorted.starts[zone], sorted.starts[zone + 1]),
    };
    const { low, high } = ownSlots(own);
    next.fill(0, low, high + 2);
    eachPresence(own, (at) => {
      next[at + 1] = (next[at + 1] ?? 0) + 1;
    });
    if (low <= high) next[low] = kept;
    for (let at = low; at <= high; at++) next[at + 1] = (next[at + 1] ?? 0) + (next[at] ?? 0);
    if (low <= high) kept = next[high + 1] ?? 0;
    eachPresence(own, (at, who) => {
      const place = next[at] ?? 0;
      next[at] = place + 1;
      slot[place] = at;
      person[place] = who;
    });
  }
  zoneStarts[zones] = kept;
  return {
    zoneStarts,
    slot: slot.subarray(0, kept),
    person: person.subarray(0, kept),
    firstSlot,
    slots,
    outsideZones: 0,
  };
}

/** The stays of one zone: their rows by person and time, and the slot that the others count from. */
interface ZoneStays {
  readonly stays: Stays;
  readonly order: Int32Array;
  readonly firstSlot: number;
}

/** Calls `meet` once for each slot and person of a zone, by person and slot. */
function eachPresence(
  { stays, order, firstSlot }: ZoneStays,
  meet: (slot: number, person: number) => void,
): void {
  let before = -1;
  let done = -1;
  for (const stay of order) {
    const who = stays.person[stay] ?? 0;
    if (who !== before) done = -1;
    before = who;
    const last = Math.floor(((stays.to[stay] ?? 0) - 1) / slotSeconds) - firstSlot;
    const first = Math.floor((stays.from[stay] ?? 0) / slotSeconds) - firstSlot;
    for (let slot = Math.max(first, done + 1); slot <= last; slot++) meet(slot, who);
    done = last;
  }
}

function ownSlots({ stays, order, firstSlot }: ZoneStays): { readonly low: number; readonly high: number } {
  let low = Infinity;
  let high = -Infinity;
  for (const stay of order) {
    low = Math.min(low, Math.floor((stays.from[stay] ?? 0) / slotSeconds) - firstSlot);
    high = Math.max(high, Math.floor(((stays.to[stay] ?? 0) - 1) / slotSeconds) - firstSlot);
  }
  return low <= high ? { low, high } : { low: 0, high: -1 };
}

/** Rows of the stays sorted by zone, stably. */
function byZone({ zone }: Stays, zones: number): { readonly starts: Int32Array; readonly order: Int32Array } {
  const starts = new Int32Array(zones + 1);
  for (const at of zone) starts[at + 1] = (starts[at + 1] ?? 0) + 1;
  for (let at = 0; at < zones; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const next = starts.slice();
  const order = new Int32Array(zone.length);
  zone.forEach((at, stay) => {
    const place = next[at] ?? 0;
    next[at] = place + 1;
    order[place] = stay;
  });
  return { starts, order };
}

function slotRange({ from, to }: Stays): {
  readonly firstSlot: number;
  readonly slots: number;
  readonly spanned: number;
} {
  if (from.length === 0) return { firstSlot: 0, slots: 0, spanned: 0 };
  let low = Infinity;
  let high = -Infinity;
  let spanned = 0;
  for (let stay = 0; stay < from.length; stay++) {
    const first = Math.floor((from[stay] ?? 0) / slotSeconds);
    const last = Math.floor(((to[stay] ?? 0) - 1) / slotSeconds);
    low = Math.min(low, first);
    high = Math.max(high, last);
    spanned += last - first + 1;
  }
  return { firstSlot: low, slots: high - low + 1, spanned };
}

import { slotSeconds } from '../products/time-bins.ts';
import { presencesBySite } from './presences-by-site.ts';
import type { SitePresences } from './site-presences.ts';
import type { Stays } from './stays.ts';

/** Presences of stays at their zones: a person is there in a slot of 900 s when a stay of theirs has a second in it. */
export function presencesOfStays(stays: Stays, zones: number, visitsAtOnce?: number): SitePresences {
  const { person, zone, from, to } = stays;
  const { firstSlot, slots } = slotRange(stays);
  const visitsOfSite = new Int32Array(zones);
  let presences = 0;
  for (let stay = 0; stay < zone.length; stay++) {
    const at = zone[stay] ?? -1;
    if (at === -1) continue;
    visitsOfSite[at] = (visitsOfSite[at] ?? 0) + 1;
    presences +=
      Math.floor(((to[stay] ?? 0) - 1) / slotSeconds) - Math.floor((from[stay] ?? 0) / slotSeconds) + 1;
  }
  const own = { visitsOfSite, presences, firstSlot, slots, inOneSlot: false };
  return presencesBySite(
    {
      ...own,
      collect: ({ first, end, next }, { person: who, ...visits }) => {
        const begins = next.slice();
        for (let stay = 0; stay < zone.length; stay++) {
          const at = (zone[stay] ?? -1) - first;
          if (at < 0 || at >= end - first) continue;
          const place = next[at] ?? 0;
          next[at] = place + 1;
          const again = place > (begins[at] ?? 0) && who[place - 1] === person[stay];
          const begin = Math.floor((from[stay] ?? 0) / slotSeconds) - firstSlot;
          who[place] = person[stay] ?? 0;
          visits.first[place] = again ? Math.max(begin, (visits.last[place - 1] ?? 0) + 1) : begin;
          visits.last[place] = Math.floor(((to[stay] ?? 0) - 1) / slotSeconds) - firstSlot;
        }
      },
    },
    visitsAtOnce,
  );
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

import { finished, type Steps } from '../base/steps.ts';
import { slotSeconds } from '../products/time-bins.ts';
import { makingPresences, type RowRange, type SiteRange } from './presences-by-site.ts';
import type { VisitsOfSites } from './run-writer.ts';
import type { SitePresences } from './site-presences.ts';
import type { Stays } from './stays.ts';

/** Presences of stays at their zones: a person is there in a slot of 900 s when a stay of theirs has a second in it. */
export function presencesOfStays(stays: Stays, zones: number, visitsAtOnce?: number): SitePresences {
  return finished(makingPresencesOfStays(stays, zones, visitsAtOnce));
}

/** As `presencesOfStays`, with steps on the way. */
export function* makingPresencesOfStays(
  stays: Stays,
  zones: number,
  visitsAtOnce?: number,
): Steps<SitePresences> {
  const { zone, from, to } = stays;
  const { firstSlot, slots } = slotRange(stays);
  const visitsOfSite = new Int32Array(zones);
  let presences = 0;
  for (let stay = 0; stay < zone.length; stay++) {
    const at = zone[stay] ?? -1;
    if (at === -1) continue;
    visitsOfSite[at] = (visitsOfSite[at] ?? 0) + 1;
    presences += slotOf((to[stay] ?? 0) - 1) - slotOf(from[stay] ?? 0) + 1;
  }
  const source = { rows: zone.length, visitsOfSite, presences, firstSlot, slots, inOneSlot: false };
  const collect = (rows: RowRange, range: SiteRange, visits: VisitsOfSites): void =>
    collectStays(stays, { ...rows, ...range, firstSlot }, visits);
  return yield* makingPresences({ ...source, collect }, visitsAtOnce);
}

function slotOf(second: number): number {
  return Math.floor(second / slotSeconds);
}

function collectStays(
  { person, zone, from: begins, to: ends }: Stays,
  { from, to, first, end, next, firstSlot }: RowRange & SiteRange & { readonly firstSlot: number },
  visits: VisitsOfSites,
): void {
  const sites = end - first;
  for (let stay = from; stay < to; stay++) {
    const at = (zone[stay] ?? -1) - first;
    if (at < 0 || at >= sites) continue;
    const place = next[at] ?? 0;
    next[at] = place + 1;
    visits.person[place] = person[stay] ?? 0;
    visits.first[place] = slotOf(begins[stay] ?? 0) - firstSlot;
    visits.last[place] = slotOf((ends[stay] ?? 0) - 1) - firstSlot;
  }
}

function slotRange({ from, to }: Stays): { readonly firstSlot: number; readonly slots: number } {
  if (from.length === 0) return { firstSlot: 0, slots: 0 };
  let low = 0x7fff_ffff;
  let high = -0x8000_0000;
  for (let stay = 0; stay < from.length; stay++) {
    low = Math.min(low, from[stay] ?? 0);
    high = Math.max(high, to[stay] ?? 0);
  }
  const firstSlot = slotOf(low);
  return { firstSlot, slots: slotOf(high - 1) - firstSlot + 1 };
}

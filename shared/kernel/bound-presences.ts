import type { DatedBins } from './dated-bins.ts';
import { keyInBin, PersonGroups, type ContributionBound } from './person-groups.ts';
import { eachPair } from './presence-pairs.ts';
import type { Presences } from './presences.ts';
import { sharedColumn } from './shared-column.ts';

/**
 * Presences in at most `groupsPerDay` pairs of zone and bin a person and local day, for footfall: each person once in each pair
 * that is kept, in its first slot.
 */
export function boundPresences(presences: Presences, bins: DatedBins, bound: ContributionBound): Presences {
  const persons = bound.tieOfPerson.length;
  const own = pairsOfPersons(presences, bins, persons);
  const { pairs, starts } = own;
  dropPairs(own, bins, bound);
  const zones = presences.zoneStarts.length - 1;
  const count = bins.starts.length;
  const startOfPair = new Int32Array(zones * count + 1);
  for (const pair of pairs) if (pair !== -1) startOfPair[pair + 1] = (startOfPair[pair + 1] ?? 0) + 1;
  for (let pair = 0; pair < zones * count; pair++)
    startOfPair[pair + 1] = (startOfPair[pair + 1] ?? 0) + (startOfPair[pair] ?? 0);
  const person = sharedColumn(startOfPair[zones * count] ?? 0);
  const next = startOfPair.slice();
  for (let who = 0; who < persons; who++)
    for (let i = starts[who] ?? 0; i < (starts[who + 1] ?? 0); i++) {
      const pair = pairs[i] ?? -1;
      if (pair === -1) continue;
      const place = next[pair] ?? 0;
      next[pair] = place + 1;
      person[place] = who;
    }
  return asPresences({ zones, startOfPair, person }, bins);
}

/** Pairs of each person, ascending; those of `p` are `starts[p]` to `starts[p + 1] - 1`, -1 where one was dropped. */
interface PairsOfPersons {
  readonly pairs: Int32Array;
  readonly starts: Int32Array;
}

function pairsOfPersons(presences: Presences, bins: DatedBins, persons: number): PairsOfPersons {
  const slotBins = { ...bins, bins: bins.starts.length };
  const starts = new Int32Array(persons + 1);
  eachPair(presences, slotBins, persons, (who) => {
    starts[who + 1] = (starts[who + 1] ?? 0) + 1;
  });
  for (let who = 0; who < persons; who++) starts[who + 1] = (starts[who + 1] ?? 0) + (starts[who] ?? 0);
  const next = starts.slice();
  const pairs = new Int32Array(starts[persons] ?? 0);
  eachPair(presences, slotBins, persons, (who, pair) => {
    const place = next[who] ?? 0;
    next[who] = place + 1;
    pairs[place] = pair;
  });
  return { pairs, starts };
}

function dropPairs({ pairs, starts }: PairsOfPersons, bins: DatedBins, bound: ContributionBound): void {
  const count = bins.starts.length;
  const groups = new PersonGroups(bound, (pair) => keyInBin(bins, Math.floor(pair / count), pair % count));
  const mayExceed = daysExceeded(bins, bound.groupsPerDay);
  for (let who = 0; who < bound.tieOfPerson.length; who++) {
    const own = pairs.subarray(starts[who], starts[who + 1]);
    if (!mayExceed(own)) continue;
    for (const pair of own) groups.offer(pair);
    const kept = new Set<number>();
    groups.settle(who, (pair) => kept.add(pair));
    for (let i = 0; kept.size < own.length && i < own.length; i++) if (!kept.has(own[i] ?? -1)) own[i] = -1;
  }
}

/** Tells whether some pairs of one person are more on a day than so many. */
function daysExceeded({ dayOfBin }: DatedBins, groupsPerDay: number): (pairs: Int32Array) => boolean {
  let [low, high] = [Infinity, -Infinity];
  for (const day of dayOfBin) [low, high] = [Math.min(low, day), Math.max(high, day)];
  const pairsOfDay = new Int32Array(Math.max(0, high - low + 1));
  const bins = dayOfBin.length;
  return (pairs) => {
    if (pairs.length <= groupsPerDay) return false;
    pairsOfDay.fill(0);
    let most = 0;
    for (let i = 0; i < pairs.length; i++) {
      const day = (dayOfBin[(pairs[i] ?? 0) % bins] ?? 0) - low;
      const now = (pairsOfDay[day] ?? 0) + 1;
      pairsOfDay[day] = now;
      most = Math.max(most, now);
    }
    return most > groupsPerDay;
  };
}

interface Pairs {
  readonly zones: number;
  readonly startOfPair: Int32Array;
  readonly person: Int32Array;
}

/** Zones as sites, with a run in the first slot of each bin. */
function asPresences(
  { zones, startOfPair, person }: Pairs,
  { binOfSlot, firstSlot, starts }: DatedBins,
): Presences {
  const bins = starts.length;
  const slotOfBin = new Int32Array(bins);
  for (let slot = binOfSlot.length - 1; slot >= 0; slot--) slotOfBin[binOfSlot[slot] ?? -1] = slot;
  const runStarts = Int32Array.from({ length: zones + 1 }, (_, zone) => zone * bins);
  const slot = Int32Array.from({ length: zones * bins }, (_, pair) => slotOfBin[pair % bins] ?? 0);
  const runs = sharedColumn(zones * bins);
  for (let run = 0; run < runs.length; run++) runs[run] = run;
  const sites = { runStarts, slot, starts: startOfPair, person, firstSlot, slots: binOfSlot.length };
  return { sites, zoneStarts: runStarts, runs };
}

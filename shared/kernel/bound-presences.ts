import type { DatedBins } from './dated-bins.ts';
import { GrownArray } from './grown-array.ts';
import { keyInBin, PersonGroups, type ContributionBound } from './person-groups.ts';
import { eachPair } from './presence-pairs.ts';
import type { Presences } from './presences.ts';
import { sharedColumn } from './shared-column.ts';

/** Most counts of persons by day that are kept to tell who has too many pairs: 128 MiB. */
const mostPersonDays = 1 << 26;

/**
 * Presences in at most `groupsPerDay` pairs of zone and bin a person and local day, for footfall: each person once in each pair
 * that is kept, in its first slot. Where nobody has more, they are those that were given.
 */
export function boundPresences(presences: Presences, bins: DatedBins, bound: ContributionBound): Presences {
  const { hasMore, pairs: all } = personsWithMore(presences, bins, bound);
  if (!hasMore.includes(1)) return presences;
  const persons = hasMore.length;
  const own = pairsOfPersons(presences, bins, hasMore);
  const dropped = dropPairs(own, bins, bound);
  const zones = presences.zoneStarts.length - 1;
  const count = bins.starts.length;
  const startOfPair = sharedColumn(zones * count + 1);
  const person = sharedColumn(all - dropped);
  const next = own.starts.slice();
  let kept = 0;
  eachPair(presences, { ...bins, bins: count }, persons, (who, pair) => {
    if (hasMore[who] === 1) {
      const at = next[who] ?? 0;
      next[who] = at + 1;
      if (own.pairs[at] === -1) return;
    }
    person[kept] = who;
    kept++;
    startOfPair[pair + 1] = kept;
  });
  for (let pair = 0; pair < zones * count; pair++)
    startOfPair[pair + 1] = Math.max(startOfPair[pair + 1] ?? 0, startOfPair[pair] ?? 0);
  return asPresences({ zones, startOfPair, person }, bins);
}

/** 1 for persons with more pairs on a day than the bound lets them have, and how many pairs all persons have. */
function personsWithMore(
  presences: Presences,
  bins: DatedBins,
  { tieOfPerson, groupsPerDay }: ContributionBound,
): { readonly hasMore: Uint8Array; readonly pairs: number } {
  const persons = tieOfPerson.length;
  const { starts, dayOfBin } = bins;
  let [low, high] = [Infinity, -Infinity];
  for (const day of dayOfBin) [low, high] = [Math.min(low, day), Math.max(high, day)];
  const days = starts.length === 0 ? 0 : high - low + 1;
  const isCounted = persons * days <= mostPersonDays;
  const pairsOfDay = new Int32Array(isCounted ? persons * days : 0);
  const hasMore = new Uint8Array(persons).fill(isCounted ? 0 : 1);
  const count = starts.length;
  let pairs = 0;
  eachPair(presences, { ...bins, bins: count }, persons, (who, pair) => {
    pairs++;
    if (!isCounted) return;
    const at = who * days + (dayOfBin[pair % count] ?? 0) - low;
    const now = (pairsOfDay[at] ?? 0) + 1;
    pairsOfDay[at] = now;
    if (now > groupsPerDay) hasMore[who] = 1;
  });
  return { hasMore, pairs };
}

/** Pairs of persons, ascending; those of `p` are `starts[p]` to `starts[p + 1] - 1`, -1 where one was dropped. */
interface PairsOfPersons {
  readonly pairs: Int32Array;
  readonly starts: Int32Array;
}

function pairsOfPersons(presences: Presences, bins: DatedBins, isAsked: Uint8Array): PairsOfPersons {
  const persons = isAsked.length;
  const starts = new Int32Array(persons + 1);
  const [person, pair] = [new GrownArray(), new GrownArray()];
  eachPair(presences, { ...bins, bins: bins.starts.length }, persons, (who, own) => {
    if (isAsked[who] !== 1) return;
    starts[who + 1] = (starts[who + 1] ?? 0) + 1;
    person.push(who);
    pair.push(own);
  });
  for (let who = 0; who < persons; who++) starts[who + 1] = (starts[who + 1] ?? 0) + (starts[who] ?? 0);
  const next = starts.slice();
  const pairs = new Int32Array(pair.length);
  for (let i = 0; i < pairs.length; i++) {
    const who = person.at(i) ?? 0;
    const place = next[who] ?? 0;
    next[who] = place + 1;
    pairs[place] = pair.at(i) ?? 0;
  }
  return { pairs, starts };
}

/** Tells how many pairs it dropped. */
function dropPairs({ pairs, starts }: PairsOfPersons, bins: DatedBins, bound: ContributionBound): number {
  const count = bins.starts.length;
  const groups = new PersonGroups(bound, (pair) => keyInBin(bins, Math.floor(pair / count), pair % count));
  let dropped = 0;
  for (let who = 0; who < bound.tieOfPerson.length; who++) {
    const own = pairs.subarray(starts[who], starts[who + 1]);
    if (own.length <= bound.groupsPerDay) continue;
    for (const pair of own) groups.offer(pair);
    const kept = new Set<number>();
    groups.settle(who, (pair) => kept.add(pair));
    dropped += own.length - kept.size;
    for (let i = 0; kept.size < own.length && i < own.length; i++) if (!kept.has(own[i] ?? -1)) own[i] = -1;
  }
  return dropped;
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

import type { SlotBins } from './count-persons.ts';
import type { DatedBins } from './dated-bins.ts';
import { keyInBin, PersonGroups, type ContributionBound } from './person-groups.ts';
import { eachPair } from './presence-pairs.ts';
import type { Presences } from './presences.ts';

/**
 * Presences in at most `groupsPerDay` pairs of zone and bin a person and local day, for footfall; those outside the bins
 * are left out.
 */
export function boundPresences(presences: Presences, bins: DatedBins, bound: ContributionBound): Presences {
  const { slot, person } = presences;
  const persons = bound.tieOfPerson.length;
  const count = bins.starts.length;
  const slotBins = { ...bins, bins: count };
  const { pairs, starts } = pairsOfPersons(presences, slotBins, persons);
  const groups = new PersonGroups(bound, (pair) => keyInBin(bins, Math.floor(pair / count), pair % count));
  for (let who = 0; who < persons; who++) {
    const own = pairs.subarray(starts[who], starts[who + 1]);
    for (const pair of own) groups.offer(pair);
    const kept = new Set<number>();
    groups.settle(who, (pair) => kept.add(pair));
    for (let i = 0; kept.size < own.length && i < own.length; i++) if (!kept.has(own[i] ?? -1)) own[i] = -1;
  }
  const next = starts.slice();
  const isKept = new Uint8Array(slot.length);
  let rows = 0;
  eachPair(presences, slotBins, persons, (i, _pair, first) => {
    const who = person[i] ?? 0;
    if (first) next[who] = (next[who] ?? 0) + 1;
    if (pairs[(next[who] ?? 0) - 1] === -1) return;
    isKept[i] = 1;
    rows++;
  });
  return keepRows(presences, isKept, rows);
}

/** Pairs of each person, ascending; those of `p` are `starts[p]` to `starts[p + 1] - 1`. */
function pairsOfPersons(
  presences: Presences,
  bins: SlotBins,
  persons: number,
): { readonly pairs: Int32Array; readonly starts: Int32Array } {
  const starts = new Int32Array(persons + 1);
  eachPair(presences, bins, persons, (row, _pair, first) => {
    const at = (presences.person[row] ?? 0) + 1;
    if (first) starts[at] = (starts[at] ?? 0) + 1;
  });
  for (let who = 0; who < persons; who++) starts[who + 1] = (starts[who + 1] ?? 0) + (starts[who] ?? 0);
  const next = starts.slice();
  const pairs = new Int32Array(starts[persons] ?? 0);
  eachPair(presences, bins, persons, (row, pair, first) => {
    if (!first) return;
    const who = presences.person[row] ?? 0;
    const place = next[who] ?? 0;
    next[who] = place + 1;
    pairs[place] = pair;
  });
  return { pairs, starts };
}

function keepRows(presences: Presences, isKept: Uint8Array, rows: number): Presences {
  const slot = new Int32Array(rows);
  const person = new Int32Array(rows);
  const zoneStarts = new Int32Array(presences.zoneStarts.length);
  let kept = 0;
  for (let zone = 0; zone + 1 < zoneStarts.length; zone++) {
    const end = presences.zoneStarts[zone + 1] ?? 0;
    for (let row = presences.zoneStarts[zone] ?? 0; row < end; row++) {
      if (isKept[row] !== 1) continue;
      slot[kept] = presences.slot[row] ?? 0;
      person[kept] = presences.person[row] ?? 0;
      kept++;
    }
    zoneStarts[zone + 1] = kept;
  }
  return { ...presences, zoneStarts, slot, person };
}

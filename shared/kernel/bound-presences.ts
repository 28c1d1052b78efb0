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
  const { hasMore, pairs, filled } = personsWithMore(presences, bins, bound);
  if (!hasMore.includes(1)) return presences;
  const own = pairsOfPersons(presences, bins, hasMore);
  const rows = pairs - dropPairs(own, bins, bound);
  const zones = presences.zoneStarts.length - 1;
  const runs = new PairRuns(zones, { rows, runs: filled }, bins);
  const next = own.starts.slice();
  eachPair(presences, { ...bins, bins: bins.starts.length }, hasMore.length, (who, pair) => {
    if (hasMore[who] === 1) {
      const at = next[who] ?? 0;
      next[who] = at + 1;
      if (own.pairs[at] === -1) return;
    }
    runs.add(who, pair);
  });
  return runs.presences();
}

/**
 * 1 for persons with more pairs on a day than the bound lets them have, how many pairs all persons have together, and how
 * many have anybody.
 */
function personsWithMore(
  presences: Presences,
  bins: DatedBins,
  { tieOfPerson, groupsPerDay }: ContributionBound,
): { readonly hasMore: Uint8Array; readonly pairs: number; readonly filled: number } {
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
  let filled = 0;
  let latest = -1;
  eachPair(presences, { ...bins, bins: count }, persons, (who, pair) => {
    pairs++;
    if (pair !== latest) filled++;
    latest = pair;
    if (!isCounted) return;
    const at = who * days + (dayOfBin[pair % count] ?? 0) - low;
    const now = (pairsOfDay[at] ?? 0) + 1;
    pairsOfDay[at] = now;
    if (now > groupsPerDay) hasMore[who] = 1;
  });
  return { hasMore, pairs, filled };
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

/** Zones as sites, with a run in the first slot of each bin that has anybody. */
class PairRuns {
  private readonly bins: DatedBins;
  private readonly slotOfBin: Int32Array;
  private readonly zoneStarts: Int32Array;
  private readonly slot: Int32Array;
  private readonly starts: Int32Array;
  private readonly person: Int32Array;
  private runs = 0;
  private rows = 0;
  private latest = -1;

  constructor(zones: number, most: { readonly rows: number; readonly runs: number }, bins: DatedBins) {
    this.bins = bins;
    this.slotOfBin = new Int32Array(bins.starts.length);
    const { binOfSlot } = bins;
    for (let slot = binOfSlot.length - 1; slot >= 0; slot--) this.slotOfBin[binOfSlot[slot] ?? -1] = slot;
    this.zoneStarts = sharedColumn(zones + 1);
    this.slot = sharedColumn(most.runs);
    this.starts = sharedColumn(most.runs + 1);
    this.person = sharedColumn(most.rows);
  }

  /** Adds a person to a pair; pairs come ascending. */
  add(person: number, pair: number): void {
    if (pair !== this.latest) this.open(pair);
    this.person[this.rows] = person;
    this.rows++;
    this.starts[this.runs] = this.rows;
  }

  presences(): Presences {
    const { zoneStarts, slot, starts, person, bins } = this;
    for (let zone = 1; zone < zoneStarts.length; zone++)
      zoneStarts[zone] = Math.max(zoneStarts[zone] ?? 0, zoneStarts[zone - 1] ?? 0);
    const runs = sharedColumn(this.runs);
    for (let run = 0; run < runs.length; run++) runs[run] = run;
    const { firstSlot, binOfSlot } = bins;
    const sites = { runStarts: zoneStarts, slot, starts, person, firstSlot, slots: binOfSlot.length };
    return { sites, zoneStarts, runs };
  }

  private open(pair: number): void {
    const count = this.slotOfBin.length;
    this.slot[this.runs] = this.slotOfBin[pair % count] ?? 0;
    this.runs++;
    this.zoneStarts[Math.floor(pair / count) + 1] = this.runs;
    this.latest = pair;
  }
}

import { sharedColumn } from './shared-column.ts';
import type { SitePresences } from './site-presences.ts';

/** Slots counted from the first: 2 bytes each where there are no more than 65,536. */
export type SlotColumn = Int32Array | Uint16Array;

/** Visits by site, person and time: first and last slot of each. What repeats the visit before at a site, or overlaps it, counts once. */
export interface VisitsOfSites {
  readonly person: Int32Array;
  readonly first: SlotColumn;
  /** The same column as `first` where every visit lies in one slot. */
  readonly last: SlotColumn;
}

/** Visits `from` to `to - 1`, and slots between `low` and `high`, both included. */
interface Slots {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

/** Sites with fewer visits than this share of the slots they reach over are sorted without a pass over all those slots. */
const sparse = 1 / 16;

/** Writes the runs of one site after the other, `most` of them with so many presences. */
export class RunWriter {
  private readonly runStarts: Int32Array;
  private readonly slot: Int32Array;
  private readonly starts: Int32Array;
  private readonly person: Int32Array;
  /** Of each slot, at first how many persons are there, then where the last of them was put. */
  private readonly latest: Int32Array;
  private readonly slots: number;
  private runs = 0;
  private rows = 0;

  constructor(sites: number, slots: number, most: { readonly runs: number; readonly presences: number }) {
    this.slots = slots;
    this.runStarts = sharedColumn(sites + 1);
    this.slot = sharedColumn(most.runs);
    this.starts = sharedColumn(most.runs + 1);
    this.person = sharedColumn(most.presences);
    this.latest = new Int32Array(slots + 1);
  }

  /** Writes the runs of a site, whose visits are those from `from` to before `to`. */
  write(site: number, visits: VisitsOfSites, [from, to]: readonly [number, number]): void {
    if (from < to) {
      const slots = this.slotsOf(visits, from, to);
      const isInOneSlot = visits.first === visits.last;
      if (isInOneSlot && to - from < (slots.high - slots.low) * sparse) this.sortFew(visits, from, to);
      else this.writeMany(visits, slots, isInOneSlot);
    }
    this.runStarts[site + 1] = this.runs;
  }

  columns(): Pick<SitePresences, 'runStarts' | 'slot' | 'starts' | 'person'> {
    return {
      runStarts: this.runStarts,
      slot: this.slot.subarray(0, this.runs),
      starts: this.starts.subarray(0, this.runs + 1),
      person: this.person.subarray(0, this.rows),
    };
  }

  /** The slots that visits reach over, or all there are where that is no more work. */
  private slotsOf({ first, last }: VisitsOfSites, from: number, to: number): Slots {
    if (to - from >= this.slots * sparse) return { from, to, low: 0, high: this.slots - 1 };
    let low = this.slots;
    let high = -1;
    for (let i = from; i < to; i++) {
      low = Math.min(low, first[i] ?? 0);
      high = Math.max(high, last[i] ?? 0);
    }
    return { from, to, low, high };
  }

  private writeMany(visits: VisitsOfSites, slots: Slots, isInOneSlot: boolean): void {
    const { latest, person } = this;
    const { low, high } = slots;
    latest.fill(0, low, high + 2);
    if (isInOneSlot) countMoments(visits, slots, latest);
    else countLasting(visits, slots, latest);
    for (let at = low; at <= high; at++) {
      const persons = latest[at] ?? 0;
      if (persons > 0) latest[at] = this.open(at, persons) - 1;
    }
    if (isInOneSlot) placeMoments(visits, slots, { latest, person });
    else placeLasting(visits, slots, { latest, person });
  }

  private sortFew({ person, first }: VisitsOfSites, from: number, to: number): void {
    const keys = Float64Array.from(
      { length: to - from },
      (_, i) => (first[from + i] ?? 0) * 0x8000_0000 + (person[from + i] ?? 0),
    ).toSorted();
    let slot = -1;
    let before = -1;
    for (const key of keys) {
      if (key === before) continue;
      before = key;
      const own = Math.floor(key / 0x8000_0000);
      if (own === slot) this.starts[this.runs] = ++this.rows;
      else this.open(own, 1);
      slot = own;
      this.person[this.rows - 1] = key - own * 0x8000_0000;
    }
  }

  /** Begins a run of so many persons and tells where they go. */
  private open(slot: number, persons: number): number {
    const place = this.rows;
    this.slot[this.runs] = slot;
    this.runs++;
    this.rows += persons;
    this.starts[this.runs] = this.rows;
    return place;
  }
}

/** Where persons are put: `latest[slot]` is the place of the last one put there. */
interface Places {
  readonly latest: Int32Array;
  readonly person: Int32Array;
}

function countMoments({ person, first }: VisitsOfSites, { from, to }: Slots, counts: Int32Array): void {
  let who = -1;
  let slot = -1;
  for (let i = from; i < to; i++) {
    const now = first[i] ?? 0;
    const apart = ((person[i] ?? 0) ^ who) | (now ^ slot);
    counts[now] = (counts[now] ?? 0) + ((apart | -apart) >>> 31);
    who = person[i] ?? 0;
    slot = now;
  }
}

/** A repeated visit is put where the one before it was, so that nothing is decided by row. */
function placeMoments(
  { person, first }: VisitsOfSites,
  { from, to }: Slots,
  { latest, person: into }: Places,
): void {
  let who = -1;
  let slot = -1;
  for (let i = from; i < to; i++) {
    const now = first[i] ?? 0;
    const own = person[i] ?? 0;
    const apart = (own ^ who) | (now ^ slot);
    const place = (latest[now] ?? 0) + ((apart | -apart) >>> 31);
    latest[now] = place;
    into[place] = own;
    who = own;
    slot = now;
  }
}

/** The slot in which visit `i` begins to count: not in one in which the person was already there. */
function beginOf({ person, first, last }: VisitsOfSites, i: number, from: number): number {
  const begin = first[i] ?? 0;
  return i > from && person[i - 1] === person[i] ? Math.max(begin, (last[i - 1] ?? 0) + 1) : begin;
}

function countLasting(visits: VisitsOfSites, { from, to, low, high }: Slots, counts: Int32Array): void {
  for (let i = from; i < to; i++) {
    const begin = beginOf(visits, i, from);
    const after = (visits.last[i] ?? 0) + 1;
    if (begin >= after) continue;
    counts[begin] = (counts[begin] ?? 0) + 1;
    counts[after] = (counts[after] ?? 0) - 1;
  }
  for (let at = low + 1; at <= high; at++) counts[at] = (counts[at] ?? 0) + (counts[at - 1] ?? 0);
}

function placeLasting(visits: VisitsOfSites, { from, to }: Slots, { latest, person }: Places): void {
  for (let i = from; i < to; i++) {
    const own = visits.person[i] ?? 0;
    const end = visits.last[i] ?? 0;
    for (let at = beginOf(visits, i, from); at <= end; at++) {
      const place = (latest[at] ?? 0) + 1;
      latest[at] = place;
      person[place] = own;
    }
  }
}

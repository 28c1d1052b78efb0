import { sharedColumn } from './shared-column.ts';
import type { SitePresences } from './site-presences.ts';

/** Visits by site, person and time: first and last slot of each. No slot of a person comes twice at a site. */
export interface VisitsOfSites {
  readonly person: Int32Array;
  readonly first: Int32Array;
  /** The same column as `first` where every visit lies in one slot. */
  readonly last: Int32Array;
}

/** Sites `first` to `end - 1`, and where to put the next visit of each (`next[site - first]`). */
export interface SiteRange {
  readonly first: number;
  readonly end: number;
  readonly next: Int32Array;
}

/** Visits in the order of persons and time, and how to bring those of some sites together. */
export interface VisitSource {
  /** How many visits each site has at most. */
  readonly visitsOfSite: Int32Array;
  /** How many presences they make at most. */
  readonly presences: number;
  readonly firstSlot: number;
  readonly slots: number;
  readonly inOneSlot: boolean;
  /** Puts the visits to the sites of a range where they belong and moves `next` on; what repeats the visit before at a site is left out. */
  readonly collect: (range: SiteRange, to: VisitsOfSites) => void;
}

/** Most visits that are brought together in one go: 128 MiB, or 192 where they last. */
const mostVisits = 1 << 24;

/**
 * Presences of visits: they are brought together site by site, and those of a site sorted by slot, where it fits a processor's own
 * memory. What it takes beside the result is bounded: one go's visits, however many there are in all.
 */
export function presencesBySite(source: VisitSource, visitsAtOnce = mostVisits): SitePresences {
  const { visitsOfSite, presences, firstSlot, slots } = source;
  const sites = visitsOfSite.length;
  const writer = new RunWriter(source, Math.min(presences, sites * slots));
  const ranges = rangesOf(visitsOfSite, visitsAtOnce);
  const most = ranges.reduce((all, { visits }) => Math.max(all, visits), 0);
  const first = new Int32Array(most);
  const visits = {
    person: new Int32Array(most),
    first,
    last: source.inOneSlot ? first : new Int32Array(most),
  };
  for (const range of ranges) {
    const next = new Int32Array(range.end - range.first);
    let at = 0;
    for (let site = range.first; site < range.end; site++) {
      next[site - range.first] = at;
      at += visitsOfSite[site] ?? 0;
    }
    const begins = next.slice();
    source.collect({ ...range, next }, visits);
    for (let site = 0; site < next.length; site++)
      writer.write(range.first + site, visits, [begins[site] ?? 0, next[site] ?? 0]);
  }
  return { ...writer.columns(), firstSlot, slots };
}

function rangesOf(
  visitsOfSite: Int32Array,
  atOnce: number,
): readonly { readonly first: number; readonly end: number; readonly visits: number }[] {
  const ranges: { first: number; end: number; visits: number }[] = [];
  visitsOfSite.forEach((visits, site) => {
    const last = ranges.at(-1);
    if (last && last.visits + visits <= atOnce) {
      last.visits += visits;
      last.end = site + 1;
    } else ranges.push({ first: site, end: site + 1, visits });
  });
  return ranges;
}

/** Sites with fewer visits than this share of the slots they reach over are sorted without a pass over all those slots. */
const sparse = 1 / 16;

/** Writes the runs of one site after the other. */
class RunWriter {
  private readonly runStarts: Int32Array;
  private readonly slot: Int32Array;
  private readonly starts: Int32Array;
  private readonly person: Int32Array;
  private readonly next: Int32Array;
  private runs = 0;
  private rows = 0;

  constructor({ visitsOfSite, presences, slots }: VisitSource, mostRuns: number) {
    this.runStarts = sharedColumn(visitsOfSite.length + 1);
    this.slot = sharedColumn(mostRuns);
    this.starts = sharedColumn(mostRuns + 1);
    this.person = sharedColumn(presences);
    this.next = new Int32Array(slots + 1);
  }

  write(site: number, visits: VisitsOfSites, [from, to]: readonly [number, number]): void {
    if (from < to) {
      const [low, high] = this.slotsOf(visits, from, to);
      const isSparse = visits.first === visits.last && to - from < (high - low) * sparse;
      if (isSparse) this.sortFew(visits, from, to);
      else this.countSlots(visits, { from, to, low, high });
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

  private slotsOf({ first, last }: VisitsOfSites, from: number, to: number): readonly [number, number] {
    let low = Infinity;
    let high = -1;
    for (let i = from; i < to; i++) {
      low = Math.min(low, first[i] ?? 0);
      high = Math.max(high, last[i] ?? 0);
    }
    return [low, high];
  }

  private countSlots({ person, first, last }: VisitsOfSites, { from, to, low, high }: Slots): void {
    const { next } = this;
    next.fill(0, low, high + 1);
    for (let i = from; i < to; i++)
      for (let at = first[i] ?? 0; at <= (last[i] ?? 0); at++) next[at] = (next[at] ?? 0) + 1;
    for (let at = low; at <= high; at++) {
      const persons = next[at] ?? 0;
      if (persons > 0) next[at] = this.open(at, persons);
    }
    for (let i = from; i < to; i++)
      for (let at = first[i] ?? 0; at <= (last[i] ?? 0); at++) {
        const place = next[at] ?? 0;
        next[at] = place + 1;
        this.person[place] = person[i] ?? 0;
      }
  }

  private sortFew({ person, first }: VisitsOfSites, from: number, to: number): void {
    const keys = Float64Array.from(
      { length: to - from },
      (_, i) => (first[from + i] ?? 0) * 0x8000_0000 + (person[from + i] ?? 0),
    ).toSorted();
    let slot = -1;
    for (const key of keys) {
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

interface Slots {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

import type { Steps } from '../base/steps.ts';
import { RunWriter, type VisitsOfSites } from './run-writer.ts';
import type { SitePresences } from './site-presences.ts';

/** Sites `first` to `end - 1`, and where to put the next visit of each (`next[site - first]`). */
export interface SiteRange {
  readonly first: number;
  readonly end: number;
  readonly next: Int32Array;
}

/** Rows `from` to `to - 1` of what visits are told from. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** Visits in the order of persons and time, and how to bring those of some sites together. */
export interface VisitSource {
  readonly rows: number;
  /** How many visits each site has. */
  readonly visitsOfSite: Int32Array;
  /** How many presences they make at most. */
  readonly presences: number;
  readonly firstSlot: number;
  readonly slots: number;
  readonly inOneSlot: boolean;
  /** Puts the visits that rows make at the sites of a range where they belong and moves `next` on. */
  readonly collect: (rows: RowRange, range: SiteRange, to: VisitsOfSites) => void;
}

/** Most visits that are brought together in one go: 96 MiB, or 128 where they last; a third more with more than 65,536 slots. */
const mostVisits = 1 << 24;
/** Rows read between two steps. */
const rowsOfStep = 1 << 20;

/**
 * Presences of visits: they are brought together site by site, and those of a site sorted by slot, where it fits a processor's own
 * memory. What it takes beside the result is bounded: one go's visits, however many there are in all. With a step after
 * each million rows and each site.
 */
export function* makingPresences(source: VisitSource, visitsAtOnce = mostVisits): Steps<SitePresences> {
  const { visitsOfSite, presences, firstSlot, slots, rows } = source;
  const sites = visitsOfSite.length;
  const writer = new RunWriter(sites, slots, { runs: Math.min(presences, sites * slots), presences });
  const ranges = rangesOf(visitsOfSite, visitsAtOnce);
  const visits = roomFor(
    ranges.reduce((all, range) => Math.max(all, range.visits), 0),
    source,
  );
  const total = ranges.length * rows;
  for (const [i, { first, end }] of ranges.entries()) {
    const begins = placesOf(visitsOfSite.subarray(first, end));
    const range = { first, end, next: begins.slice() };
    for (let from = 0; from < rows; from += rowsOfStep) {
      source.collect({ from, to: Math.min(rows, from + rowsOfStep) }, range, visits);
      yield { done: i * rows + from, total };
    }
    for (let site = first; site < end; site++) {
      writer.write(site, visits, [begins[site - first] ?? 0, range.next[site - first] ?? 0]);
      yield { done: (i + 1) * rows, total };
    }
  }
  return { ...writer.columns(), firstSlot, slots };
}

function roomFor(most: number, { slots, inOneSlot }: VisitSource): VisitsOfSites {
  const Slot = slots <= 1 << 16 ? Uint16Array : Int32Array;
  const first = new Slot(most);
  return { person: new Int32Array(most), first, last: inOneSlot ? first : new Slot(most) };
}

/** Where the visits of each site begin. */
function placesOf(visitsOfSite: Int32Array): Int32Array {
  let at = 0;
  return visitsOfSite.map((visits) => {
    at += visits;
    return at - visits;
  });
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

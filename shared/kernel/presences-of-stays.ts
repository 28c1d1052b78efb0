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
  const rows = stays.zone.length;
  const survey = { low: 0x7fff_ffff, high: -0x8000_0000, presences: 0, visitsOfSite: new Int32Array(zones) };
  for (let from = 0; from < rows; from += staysOfStep) {
    look(stays, { from, to: Math.min(rows, from + staysOfStep) }, survey);
    yield { done: from, total: rows };
  }
  const { low, high, presences, visitsOfSite } = survey;
  const firstSlot = rows === 0 ? 0 : slotOf(low);
  const slots = rows === 0 ? 0 : slotOf(high - 1) - firstSlot + 1;
  const source = { rows, visitsOfSite, presences, firstSlot, slots, inOneSlot: false };
  const collect = (part: RowRange, range: SiteRange, visits: VisitsOfSites): void =>
    collectStays(stays, { ...part, ...range, firstSlot }, visits);
  return yield* makingPresences({ ...source, collect }, visitsAtOnce);
}

/** Stays read between two steps. */
const staysOfStep = 1 << 19;

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

interface Survey {
  /** First second and the last, in which nobody is any more. */
  low: number;
  high: number;
  presences: number;
  readonly visitsOfSite: Int32Array;
}

/** How far stays reach, how many each zone has, and how many presences they make at most. */
function look({ zone, from: begins, to: ends }: Stays, { from, to }: RowRange, survey: Survey): void {
  const { visitsOfSite } = survey;
  for (let stay = from; stay < to; stay++) {
    const [begin, end] = [begins[stay] ?? 0, ends[stay] ?? 0];
    survey.low = Math.min(survey.low, begin);
    survey.high = Math.max(survey.high, end);
    const at = zone[stay] ?? -1;
    if (at === -1) continue;
    visitsOfSite[at] = (visitsOfSite[at] ?? 0) + 1;
    survey.presences += slotOf(end - 1) - slotOf(begin) + 1;
  }
}

import { finished, type Steps } from '../base/steps.ts';
import type { DatedBins } from './dated-bins.ts';
import { pairParts, PersonGroups, type ContributionBound } from './person-groups.ts';
import { rowsOfPersons } from './person-rows.ts';
import type { Presences } from './presences.ts';
import { sharedColumn } from './shared-column.ts';
import { personOfRow, type VisitRows } from './visit-rows.ts';
import { VisitedPairs } from './visited-pairs.ts';

/** Whose presences are bound: rows of each level, whose zones are numbered over all levels, and the bins that pairs are made of. */
export interface BoundOrder {
  readonly levels: readonly VisitRows[];
  readonly zones: number;
  readonly bins: DatedBins;
}

/** Persons between two steps. */
const personsOfStep = 1 << 11;

/**
 * Presences in at most `groupsPerDay` pairs of zone and bin a person and local day, for footfall: each person once in each pair
 * that is kept, in its first slot. Undefined where nobody has more. Beside the result it takes 4 bytes a pair of a person.
 */
export function boundPresences(order: BoundOrder, bound: ContributionBound): Presences | undefined {
  return finished(bindingPresences(order, bound));
}

/** As `boundPresences`, with steps on the way. */
export function* bindingPresences(
  { levels, zones, bins }: BoundOrder,
  bound: ContributionBound,
): Steps<Presences | undefined> {
  const [finest] = levels;
  if (!finest) throw new Error('no level of zones');
  const persons = bound.tieOfPerson.length;
  const starts = rowsOfPersons(personOfRow(finest), persons);
  const visited = new VisitedPairs(levels, zones, bins);
  const groups = new PersonGroups(bound, pairParts(bins));
  const kept = new KeptPairs(persons, zones * bins.starts.length);
  let dropped = 0;
  for (let who = 0; who < persons; who++) {
    visited.offer(who, [starts[who] ?? 0, starts[who + 1] ?? 0], groups);
    dropped += groups.size;
    groups.settle(who);
    dropped -= groups.size;
    kept.add(who, groups);
    groups.clear();
    if (who % personsOfStep === 0) yield { done: who, total: 2 * persons };
  }
  return dropped === 0 ? undefined : yield* presencesOfPairs(kept, zones, bins);
}

const pairsOfPiece = 1 << 20;

/** The pairs of each person, one after the other, and how many persons each pair has. */
class KeptPairs {
  readonly pieces: Int32Array[] = [];
  readonly pairsOfPerson: Int32Array;
  readonly personsOfPair: Int32Array;
  private filled = pairsOfPiece;

  constructor(persons: number, pairs: number) {
    this.pairsOfPerson = new Int32Array(persons);
    this.personsOfPair = new Int32Array(pairs);
  }

  add(person: number, groups: PersonGroups): void {
    const { personsOfPair } = this;
    this.pairsOfPerson[person] = groups.size;
    for (let i = 0; i < groups.size; i++) {
      const pair = groups.at(i);
      if (this.filled === pairsOfPiece) {
        this.pieces.push(new Int32Array(pairsOfPiece));
        this.filled = 0;
      }
      const piece = this.pieces[this.pieces.length - 1];
      if (piece) piece[this.filled] = pair;
      this.filled++;
      personsOfPair[pair] = (personsOfPair[pair] ?? 0) + 1;
    }
  }
}

/** Zones as sites, with a run in the first slot of each bin that has anybody. */
function* presencesOfPairs(kept: KeptPairs, zones: number, bins: DatedBins): Steps<Presences> {
  const { pieces, pairsOfPerson, personsOfPair } = kept;
  const { firstSlot, binOfSlot } = bins;
  const filled = personsOfPair.reduce((runs, persons) => runs + (persons > 0 ? 1 : 0), 0);
  const zoneStarts = sharedColumn(zones + 1);
  const [slot, starts] = [sharedColumn(filled), sharedColumn(filled + 1)];
  const next = openRuns(personsOfPair, bins, { zoneStarts, slot, starts });
  const person = sharedColumn(starts[filled] ?? 0);
  const persons = pairsOfPerson.length;
  let at = 0;
  let piece = pieces.shift();
  for (let who = 0; who < persons; who++) {
    for (let left = pairsOfPerson[who] ?? 0; left > 0; left--) {
      if (at === pairsOfPiece) {
        piece = pieces.shift();
        at = 0;
      }
      const pair = piece?.[at] ?? 0;
      at++;
      const place = next[pair] ?? 0;
      next[pair] = place + 1;
      person[place] = who;
    }
    if (who % personsOfStep === 0) yield { done: persons + who, total: 2 * persons };
  }
  const runs = sharedColumn(filled);
  for (let run = 0; run < filled; run++) runs[run] = run;
  const sites = { runStarts: zoneStarts, slot, starts, person, firstSlot, slots: binOfSlot.length };
  return { sites, zoneStarts, runs };
}

/** Fills the columns of runs, and makes of the persons of each pair where the first of them goes. */
function openRuns(
  personsOfPair: Int32Array,
  { starts: binStarts, binOfSlot }: DatedBins,
  { zoneStarts, slot, starts }: Pick<Presences['sites'], 'slot' | 'starts'> & Pick<Presences, 'zoneStarts'>,
): Int32Array {
  const count = binStarts.length;
  const slotOfBin = new Int32Array(count);
  for (let at = binOfSlot.length - 1; at >= 0; at--) slotOfBin[binOfSlot[at] ?? -1] = at;
  let run = 0;
  let rows = 0;
  for (let zone = 0; zone + 1 < zoneStarts.length; zone++) {
    for (let bin = 0; bin < count; bin++) {
      const persons = personsOfPair[zone * count + bin] ?? 0;
      personsOfPair[zone * count + bin] = rows;
      if (persons === 0) continue;
      slot[run] = slotOfBin[bin] ?? 0;
      run++;
      rows += persons;
      starts[run] = rows;
    }
    zoneStarts[zone + 1] = run;
  }
  return personsOfPair;
}

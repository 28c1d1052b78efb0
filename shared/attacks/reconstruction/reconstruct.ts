import { shareOf, type Share } from '../share.ts';
import type { AtomSystem } from './atom-system.ts';
import { pairedDifference, type Difference, type PairedHits } from './paired-difference.ts';
import { rebuild, type Rebuilt } from './rebuild.ts';

/**
 * Share of some atoms that were rebuilt exactly, by a reader of the release and by one of its sums only; what the rebuilt numbers would
 * score by chance, dealt to the atoms at random; and how much better the release's reader does than the sums' reader.
 */
export interface Score {
  readonly fromRelease: Share;
  readonly fromMargins: Share;
  readonly byChance: number;
  readonly uplift: Difference;
}

/** How well the atoms of a release can be rebuilt from it: all of them, and those of a single person. */
export interface Reconstruction {
  readonly parts: number;
  readonly all: Score;
  readonly ones: Score;
}

/** How far the work is, in parts of the release. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * Solves a whole release for its atoms (least squares of 0 or more, rounded) and compares with the true numbers. `total` is how many
 * parts there are, for the progress. Intervals of the shares take atoms for independent; those of the uplift do not.
 */
export function* reconstruct(
  parts: Iterable<AtomSystem>,
  total: number,
): Generator<Progress, Reconstruction> {
  const tally: Tally = { all: [], ones: [], truths: new Map(), rebuilt: new Map() };
  for (const part of parts) {
    const progress = { done: tally.all.length, total };
    yield progress;
    const steps = rebuild(part);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield progress;
    count(tally, part, step.value);
  }
  const atoms = sum(tally.all, 'cases');
  const share = (of: ReadonlyMap<number, number>, value: number): number =>
    atoms === 0 ? 0 : (of.get(value) ?? 0) / atoms;
  const agreeing = [...tally.truths.keys()].map(
    (value) => share(tally.truths, value) * share(tally.rebuilt, value),
  );
  return {
    parts: tally.all.length,
    all: scoreOf(
      tally.all,
      agreeing.reduce((whole, one) => whole + one, 0),
    ),
    ones: scoreOf(tally.ones, share(tally.rebuilt, 1)),
  };
}

interface Tally {
  readonly all: PairedHits[];
  readonly ones: PairedHits[];
  /** How many atoms have each number, in truth and as rebuilt from the release. */
  readonly truths: Map<number, number>;
  readonly rebuilt: Map<number, number>;
}

function count(tally: Tally, { truth, isAtom }: AtomSystem, { fromRelease, fromMargins }: Rebuilt): void {
  const atoms = [...isAtom.keys()].filter((v) => isAtom[v] === 1);
  const hits = (found: Float64Array, of: readonly number[]): number =>
    of.filter((v) => found[v] === truth[v]).length;
  const paired = (of: readonly number[]): PairedHits => ({
    cases: of.length,
    first: hits(fromRelease, of),
    second: hits(fromMargins, of),
  });
  tally.all.push(paired(atoms));
  tally.ones.push(paired(atoms.filter((v) => truth[v] === 1)));
  for (const v of atoms) {
    countIn(tally.truths, truth[v] ?? 0);
    countIn(tally.rebuilt, fromRelease[v] ?? 0);
  }
}

function countIn(counts: Map<number, number>, value: number): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function sum(hits: readonly PairedHits[], of: keyof PairedHits): number {
  return hits.reduce((whole, part) => whole + part[of], 0);
}

function scoreOf(hits: readonly PairedHits[], byChance: number): Score {
  const cases = sum(hits, 'cases');
  return {
    fromRelease: shareOf(sum(hits, 'first'), cases),
    fromMargins: shareOf(sum(hits, 'second'), cases),
    byChance,
    uplift: pairedDifference(hits),
  };
}

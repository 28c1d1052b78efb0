import type { CountRule } from '../count-rule.ts';
import { seededRandom, type SeededRandom } from '../random.ts';
import type { Traces } from '../traces.ts';
import { drawFrom, marginalsOf, sharesOf, type Marginals } from './marginals.ts';
import { neighboursOf } from './neighbours.ts';

/** A release as anybody can read it: persons by zone and time. */
export interface ReleasedFootfall {
  readonly zones: number;
  readonly bins: number;
  /** Figure of zone z in bin b at `b * zones + z`; `NaN` where hidden. */
  readonly figures: Float64Array;
  /** Two numbers a zone, in units in which distances make sense (longitude times the cosine of the latitude, latitude). */
  readonly centres: Float64Array;
  /** How many people were counted, as far as readers know. */
  readonly persons: number;
  /** How figures are protected, by group `b * zones + z`; the method is published. */
  readonly rule: CountRule;
  /** What an attacker takes a hidden figure for: half of what hides it, for instance. */
  readonly hiddenGuess: number;
}

export interface SynthesisOptions {
  readonly seed: string;
  /** Invented people; 5000 in the reference. */
  readonly people: number;
  /** Zones in which an invented person moves; 10 in the reference. */
  readonly zonesPerPerson: number;
}

export const usualSynthesis = {
  people: 5000,
  zonesPerPerson: 10,
} as const satisfies Partial<SynthesisOptions>;

/** Rounds in which the activity is corrected, people looked at in each, and the most it changes in one. */
const corrections = { rounds: 5, people: 1000, most: 2 } as const;

/** What is invented from. */
interface Pattern {
  readonly release: ReleasedFootfall;
  readonly marginals: Marginals;
  readonly neighbours: readonly (readonly number[])[];
  readonly zonesPerPerson: number;
}

/**
 * Invents people who look like those of a release, from its figures alone (Guan et al. 2024): zones follow the sums over time, times the
 * sums over zones, the number of points of a person is exponential, and a person moves within zones that lie together. The mean number of
 * points is corrected until invented people, protected in the same way, show the same total. Groups are
 * `b * zones + z`. Yields now and then.
 */
export function* synthesiseTraces(
  release: ReleasedFootfall,
  { seed, people, zonesPerPerson }: SynthesisOptions,
): Generator<void, Traces> {
  const marginals = marginalsOf(release);
  const pattern = { release, marginals, neighbours: neighboursOf(release.centres), zonesPerPerson };
  const random = seededRandom(seed, 'membership synthesis');
  let activity = Math.max(1, marginals.total / Math.max(1, release.persons));
  for (let round = 0; round < corrections.rounds; round += 1) {
    const trial = yield* invent(pattern, activity, Math.min(corrections.people, people), random);
    const ratio = visibleTotal(release.figures) / visibleTotal(protectedFigures(release, trial, random));
    if (!Number.isFinite(ratio) || ratio <= 0 || Math.abs(ratio - 1) < 0.01) break;
    activity = Math.max(1, activity * Math.min(corrections.most, Math.max(1 / corrections.most, ratio)));
  }
  return yield* invent(pattern, activity, people, random);
}

function visibleTotal(figures: Float64Array): number {
  return figures.reduce((sum, figure) => (Number.isNaN(figure) ? sum : sum + figure), 0);
}

/** The figures of as many people as were counted, protected like the release. */
function protectedFigures(
  { figures, persons, rule }: ReleasedFootfall,
  { groupOf, persons: people }: Traces,
  random: SeededRandom,
): Float64Array {
  const counts = new Float64Array(figures.length);
  for (const group of groupOf) counts[group] = (counts[group] ?? 0) + 1;
  return counts.map((count, group) => rule(group, Math.round((count * persons) / people), random));
}

function* invent(
  pattern: Pattern,
  activity: number,
  people: number,
  random: SeededRandom,
): Generator<void, Traces> {
  const starts = new Uint32Array(people + 1);
  const traces: Uint32Array[] = [];
  for (let person = 0; person < people; person += 1) {
    const points = Math.max(1, Math.round(-activity * Math.log(1 - random.uniform())));
    const trace = inventOne(pattern, points, random);
    traces.push(trace);
    starts[person + 1] = (starts[person] ?? 0) + trace.length;
    if (person % 64 === 63) yield;
  }
  const groupOf = new Uint32Array(starts[people] ?? 0);
  for (const [person, trace] of traces.entries()) groupOf.set(trace, starts[person]);
  return { persons: people, groups: pattern.release.figures.length, starts, groupOf };
}

/** Up to `points` different points of one person, ascending. */
function inventOne(pattern: Pattern, points: number, random: SeededRandom): Uint32Array {
  const { release, marginals } = pattern;
  const own = zonesTogether(pattern, random);
  const shares = sharesOf(Float64Array.from(own, (zone) => marginals.zones.weights[zone] ?? 0));
  const wanted = Math.min(points, own.length * release.bins);
  const found = new Set<number>();
  for (let attempt = 0; attempt < 4 * wanted && found.size < wanted; attempt += 1) {
    const zone = own[drawFrom(shares, random)] ?? 0;
    found.add(drawFrom(marginals.bins, random) * release.zones + zone);
  }
  return Uint32Array.from(found).toSorted();
}

/** A zone and others next to it or to each other, all drawn by how many people they have. */
function zonesTogether(
  { marginals, neighbours, zonesPerPerson }: Pattern,
  random: SeededRandom,
): readonly number[] {
  const own = new Set([drawFrom(marginals.zones, random)]);
  const fringe = new Set<number>();
  const widen = (zone: number): void => {
    for (const other of neighbours[zone] ?? []) if (!own.has(other)) fringe.add(other);
  };
  for (const zone of own) widen(zone);
  while (own.size < zonesPerPerson && fringe.size > 0) {
    const near = [...fringe];
    const next =
      near[
        drawFrom(sharesOf(Float64Array.from(near, (zone) => marginals.zones.weights[zone] ?? 0)), random)
      ] ?? 0;
    fringe.delete(next);
    own.add(next);
    widen(next);
  }
  return [...own];
}

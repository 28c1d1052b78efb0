import type { SeededRandom } from '../random.ts';
import type { Traces } from '../traces.ts';

/** How many groups a person is in, by thirds of all persons. */
export const activities = ['low', 'middle', 'high'] as const;

/** Whether more of a person's groups are sparse than of the person in the middle of all. */
export const sparsities = ['busy', 'sparse'] as const;

/** Persons by activity and sparsity. */
export interface Strata {
  /** Stratum of each person: activity * 2 + sparsity; 255 for a person in no group. */
  readonly of: Uint8Array;
  /** Persons of each stratum. */
  readonly persons: readonly number[];
}

const noStratum = 255;

/** Entries and persons looked at between two steps. */
const entriesPerStep = 500_000;
const personsPerStep = 2000;

/** Groups with so few persons that only a quarter of the groups with anybody have as few: 1, others 0. */
export function* sparseGroups({ groups, groupOf }: Traces): Generator<void, Uint8Array> {
  const persons = new Uint32Array(groups);
  for (let from = 0; from < groupOf.length; from += entriesPerStep) {
    for (const group of groupOf.subarray(from, from + entriesPerStep))
      persons[group] = (persons[group] ?? 0) + 1;
    yield;
  }
  const occupied = persons.filter((count) => count > 0).toSorted();
  const limit = occupied[Math.floor((occupied.length - 1) / 4)] ?? 0;
  return Uint8Array.from(persons, (count) => (count > 0 && count <= limit ? 1 : 0));
}

/** Thirds by the number of groups, halves by the share of sparse ones; equal values stay together, so strata may be empty. */
export function* strataOf(traces: Traces, sparse: Uint8Array): Generator<void, Strata> {
  const { persons, starts } = traces;
  const lengths = Float64Array.from({ length: persons }, (_, p) => (starts[p + 1] ?? 0) - (starts[p] ?? 0));
  const shares = new Float64Array(persons);
  for (let p = 0; p < persons; p += 1) {
    shares[p] = (lengths[p] ?? 0) === 0 ? 0 : inSparse(traces, sparse, p) / (lengths[p] ?? 1);
    if (p % personsPerStep === 0) yield;
  }
  const isPresent = (_: number, p: number): boolean => (lengths[p] ?? 0) > 0;
  const [least, middle] = [1 / 3, 2 / 3].map((share) => quantile(lengths.filter(isPresent), share));
  const half = quantile(shares.filter(isPresent), 0.5);
  const of = Uint8Array.from(lengths, (length, p) => {
    if (length === 0) return noStratum;
    const activity = Number(length > (least ?? 0)) + Number(length > (middle ?? 0));
    return activity * sparsities.length + Number((shares[p] ?? 0) > half);
  });
  const counts = activities.flatMap((_, a) =>
    sparsities.map((__, s) => of.filter((stratum) => stratum === a * sparsities.length + s).length),
  );
  return { of, persons: counts };
}

function inSparse({ starts, groupOf }: Traces, sparse: Uint8Array, person: number): number {
  let found = 0;
  for (let i = starts[person] ?? 0; i < (starts[person + 1] ?? 0); i += 1)
    found += sparse[groupOf[i] ?? 0] ?? 0;
  return found;
}

function quantile(values: Float64Array, share: number): number {
  return values.toSorted()[Math.floor((values.length - 1) * share)] ?? 0;
}

/** Persons to draw from: those of the strata, or of `among` where it is given. */
export type Drawable = Strata & { readonly among?: Uint8Array | undefined };

/** Persons drawn in turn from each stratum that still has some, without repeats; fewer than `count` where there are not enough. */
export function drawTargets(
  { of, persons, among }: Drawable,
  count: number,
  random: SeededRandom,
): Uint32Array {
  const rest = persons.map((_, stratum) =>
    [...of.keys()].filter((p) => of[p] === stratum && (among === undefined || among[p] === 1)),
  );
  const drawn: number[] = [];
  while (drawn.length < count && rest.some((list) => list.length > 0)) {
    for (const list of rest) {
      if (list.length > 0 && drawn.length < count) drawn.push(takeOne(list, random));
    }
  }
  return Uint32Array.from(drawn);
}

function takeOne(list: number[], random: SeededRandom): number {
  const at = random.below(list.length);
  const one = list[at] ?? 0;
  list[at] = list.at(-1) ?? 0;
  list.pop();
  return one;
}

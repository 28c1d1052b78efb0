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

/** Groups with so few persons that only a quarter of the groups with anybody have as few: 1, others 0. */
export function sparseGroups({ groups, groupOf }: Traces): Uint8Array {
  const persons = new Uint32Array(groups);
  for (const group of groupOf) persons[group] = (persons[group] ?? 0) + 1;
  const occupied = persons.filter((count) => count > 0).toSorted();
  const limit = occupied[Math.floor((occupied.length - 1) / 4)] ?? 0;
  return Uint8Array.from(persons, (count) => (count > 0 && count <= limit ? 1 : 0));
}

/** Thirds by the number of groups, halves by the share of sparse ones; equal values stay together, so strata may be empty. */
export function strataOf({ persons, starts, groupOf }: Traces, sparse: Uint8Array): Strata {
  const lengths = Float64Array.from({ length: persons }, (_, p) => (starts[p + 1] ?? 0) - (starts[p] ?? 0));
  const shares = lengths.map((length, p) => {
    let inSparse = 0;
    for (let i = starts[p] ?? 0; i < (starts[p + 1] ?? 0); i += 1) inSparse += sparse[groupOf[i] ?? 0] ?? 0;
    return length === 0 ? 0 : inSparse / length;
  });
  const present = lengths.map((length, p) => (length > 0 ? p : -1)).filter((p) => p >= 0);
  const quantile = (values: Float64Array, share: number): number =>
    Float64Array.from(present, (p) => values[p] ?? 0).toSorted()[Math.floor((present.length - 1) * share)] ??
    0;
  const thirds = [quantile(lengths, 1 / 3), quantile(lengths, 2 / 3)] as const;
  const half = quantile(shares, 0.5);
  const counts = Array.from({ length: activities.length * sparsities.length }, () => 0);
  const of = new Uint8Array(persons).fill(noStratum);
  for (const p of present) {
    const length = lengths[p] ?? 0;
    const activity = length <= thirds[0] ? 0 : length <= thirds[1] ? 1 : 2;
    const stratum = activity * sparsities.length + ((shares[p] ?? 0) > half ? 1 : 0);
    of[p] = stratum;
    counts[stratum] = (counts[stratum] ?? 0) + 1;
  }
  return { of, persons: counts };
}

/** Persons drawn in turn from each stratum that still has some, without repeats; fewer than `count` where there are not enough. */
export function drawTargets({ of, persons }: Strata, count: number, random: SeededRandom): Uint32Array {
  const lists = persons.map((size) => new Uint32Array(size));
  const filled = persons.map(() => 0);
  for (const [p, stratum] of of.entries()) {
    const list = lists[stratum];
    if (list === undefined) continue;
    const at = filled[stratum] ?? 0;
    list[at] = p;
    filled[stratum] = at + 1;
  }
  const drawn: number[] = [];
  for (let round = 0; drawn.length < count && lists.some((list) => round < list.length); round += 1) {
    for (const list of lists) {
      if (round >= list.length || drawn.length >= count) continue;
      const other = round + random.below(list.length - round);
      const one = list[other] ?? 0;
      list[other] = list[round] ?? 0;
      list[round] = one;
      drawn.push(one);
    }
  }
  return Uint32Array.from(drawn);
}

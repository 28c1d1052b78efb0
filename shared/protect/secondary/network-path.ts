import type { Frame } from './frame.ts';

/** A cycle through a group: the other groups on it in order, each with the sign of its change when the group itself goes up. */
export interface Cycle {
  readonly groups: readonly number[];
  readonly signs: readonly number[];
}

/**
 * Cost of changing a group in the direction of `sign`: 0 or more; Infinity where it cannot change. The path found costs
 * least in all.
 */
export type StepCost = (group: number, sign: number) => number;

/** Whether the sums of a frame form a network: one layer of ages by genders with both totals and nothing else. */
export function isNetwork({ shape }: Frame): boolean {
  return shape.layers === 1 && shape.ageTotal && shape.genderTotal && shape.weights.length === 0;
}

/**
 * The cheapest cycle through `group` when it moves in `direction`. Lines of ages and of genders are nodes, groups edges between
 * them; along a path from the group's age to its gender the changes alternate (totals count the other way round).
 * Complete: where there is none, the group cannot move at all.
 */
export function cheapestCycle(
  frame: Frame,
  group: number,
  direction: number,
  costOf: StepCost,
): Cycle | undefined {
  const { ages, genders } = frame.shape;
  const own = signOf(frame, group) * direction;
  const nodes = ages + genders;
  const distance = new Float64Array(nodes).fill(Infinity);
  const via = new Int32Array(nodes).fill(-1);
  const done = new Uint8Array(nodes);
  const from = Math.floor(group / genders);
  const to = ages + (group % genders);
  distance[from] = 0;
  for (;;) {
    const node = nearest(distance, done);
    if (node < 0) return undefined;
    if (node === to) return cycleOf({ frame, via, own, direction }, from, to);
    done[node] = 1;
    relax(node);
  }

  function relax(node: number): void {
    const isAge = node < ages;
    const count = isAge ? genders : ages;
    for (let other = 0; other < count; other++) {
      const edge = isAge ? node * genders + other : other * genders + (node - ages);
      const next = isAge ? ages + other : other;
      if (edge === group || done[next] === 1) continue;
      const change = (isAge ? -own : own) * signOf(frame, edge);
      const reached = (distance[node] ?? Infinity) + costOf(edge, change);
      if (reached >= (distance[next] ?? Infinity)) continue;
      distance[next] = reached;
      via[next] = edge;
    }
  }
}

function nearest(distance: Float64Array, done: Uint8Array): number {
  let best = -1;
  let least = Infinity;
  for (let node = 0; node < distance.length; node++) {
    const here = distance[node] ?? Infinity;
    if (done[node] === 1 || here >= least) continue;
    best = node;
    least = here;
  }
  return best;
}

interface Found {
  readonly frame: Frame;
  readonly via: Int32Array;
  readonly own: number;
  readonly direction: number;
}

function cycleOf({ frame, via, own, direction }: Found, from: number, to: number): Cycle {
  const { ages, genders } = frame.shape;
  const groups: number[] = [];
  const signs: number[] = [];
  for (let node = to; node !== from;) {
    const edge = via[node] ?? 0;
    const isIntoGender = node >= ages;
    groups.push(edge);
    signs.push((isIntoGender ? -own : own) * signOf(frame, edge) * direction);
    node = isIntoGender ? Math.floor(edge / genders) : ages + (edge % genders);
  }
  return { groups, signs };
}

/** 1 for a class of the inside and the grand total, -1 for a total over ages or genders alone. */
export function signOf({ shape }: Frame, group: number): number {
  const isAgeTotal = Math.floor(group / shape.genders) === shape.ages - 1;
  const isGenderTotal = group % shape.genders === shape.genders - 1;
  return isAgeTotal === isGenderTotal ? 1 : -1;
}

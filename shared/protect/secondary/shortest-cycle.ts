import type { Frame } from './frame.ts';
import { isNetwork, signOf, type Cycle } from './network-path.ts';
import type { Field } from './room.ts';

/** Working memory of the search in one frame, used again by each search. */
interface Scratch {
  readonly signs: Int8Array;
  readonly via: Int32Array;
  readonly queue: Int32Array;
}

const scratchOf = new WeakMap<Frame, Scratch>();

/**
 * The cycle with the fewest groups through `group` in which every group can change at least by one when the group moves in
 * `direction`; undefined where it cannot move. Only for a network.
 */
export function shortestCycle(field: Field, group: number, direction: number): Cycle | undefined {
  const { frame } = field;
  if (!isNetwork(frame)) throw new Error('Shortest cycles exist in networks only.');
  const scratch = scratchOf.get(frame) ?? newScratch(frame);
  scratchOf.set(frame, scratch);
  const { ages, genders } = frame.shape;
  const own = (scratch.signs[group] ?? 0) * direction;
  const from = Math.floor(group / genders);
  const to = ages + (group % genders);
  if (!search(field, scratch, { group, own, from, to })) return undefined;
  return pathOf(frame, scratch, { own, from, to, direction });
}

interface Route {
  readonly own: number;
  readonly from: number;
  readonly to: number;
}

function search(field: Field, scratch: Scratch, route: Route & { readonly group: number }): boolean {
  const { via, queue } = scratch;
  via.fill(-1);
  via[route.from] = route.group;
  queue[0] = route.from;
  let length = 1;
  for (let head = 0; head < length; head++) {
    length = visit(field, scratch, { ...route, node: queue[head] ?? 0, length });
    if ((via[route.to] ?? -1) >= 0) return true;
  }
  return false;
}

function visit(
  { frame, bounds, numbers }: Field,
  { signs, via, queue }: Scratch,
  at: Route & { readonly group: number; readonly node: number; readonly length: number },
): number {
  const { ages, genders } = frame.shape;
  const isAge = at.node < ages;
  const count = isAge ? genders : ages;
  const first = isAge ? at.node * genders : at.node - ages;
  const step = isAge ? 1 : genders;
  const wanted = isAge ? -at.own : at.own;
  let length = at.length;
  for (let other = 0; other < count; other++) {
    const next = isAge ? ages + other : other;
    if ((via[next] ?? 0) >= 0) continue;
    const edge = first + other * step;
    const rises = wanted * (signs[edge] ?? 0) > 0;
    const number = numbers[edge] ?? 0;
    if (edge === at.group || (rises ? number >= (bounds.high[edge] ?? 0) : number <= (bounds.low[edge] ?? 0))) continue;
    via[next] = edge;
    queue[length++] = next;
  }
  return length;
}

function pathOf(frame: Frame, { signs, via }: Scratch, route: Route & { readonly direction: number }): Cycle {
  const { ages, genders } = frame.shape;
  const groups: number[] = [];
  const changes: number[] = [];
  for (let node = route.to; node !== route.from; ) {
    const edge = via[node] ?? 0;
    const isIntoGender = node >= ages;
    groups.push(edge);
    changes.push((isIntoGender ? -route.own : route.own) * (signs[edge] ?? 0) * route.direction);
    node = isIntoGender ? Math.floor(edge / genders) : ages + (edge % genders);
  }
  return { groups, signs: changes };
}

function newScratch(frame: Frame): Scratch {
  const nodes = frame.shape.ages + frame.shape.genders;
  const signs = Int8Array.from({ length: frame.groups }, (_, group) => signOf(frame, group));
  return { signs, via: new Int32Array(nodes), queue: new Int32Array(nodes) };
}

import type { Frame } from './frame.ts';
import { isNetwork, signOf, type Cycle } from './network-path.ts';
import type { Field } from './room.ts';

/** Working memory of the search in one frame, used again by each search. */
interface Scratch {
  readonly signs: Int8Array;
  readonly via: Int32Array;
  readonly queue: Int32Array;
  length: number;
  group: number;
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
  const { ages, genders } = frame.shape;
  const own = (scratch.signs[group] ?? 0) * direction;
  const from = Math.floor(group / genders);
  const to = ages + (group % genders);
  if (!search(field, scratch, group, { own, from, to })) return undefined;
  return pathOf(frame, scratch, { own, from, to, direction });
}

interface Route {
  readonly own: number;
  readonly from: number;
  readonly to: number;
}

function search(field: Field, scratch: Scratch, group: number, route: Route): boolean {
  const { via, queue } = scratch;
  const { ages } = field.frame.shape;
  via.fill(-1);
  via[route.from] = group;
  scratch.group = group;
  scratch.length = 1;
  queue[0] = route.from;
  for (let head = 0; head < scratch.length; head++) {
    const node = queue[head] ?? 0;
    if (node < ages) visitGenders(field, scratch, node, -route.own);
    else visitAges(field, scratch, node - ages, route.own);
    if ((via[route.to] ?? -1) >= 0) return true;
  }
  return false;
}

function visitGenders(field: Field, scratch: Scratch, age: number, change: number): void {
  const { ages, genders } = field.frame.shape;
  const first = age * genders;
  for (let gender = 0; gender < genders; gender++)
    if (scratch.via[ages + gender] === -1)
      enter(field, scratch, first + gender, change * (ages + gender + 1));
}

function visitAges(field: Field, scratch: Scratch, gender: number, change: number): void {
  const { ages, genders } = field.frame.shape;
  for (let age = 0; age < ages; age++)
    if (scratch.via[age] === -1) enter(field, scratch, age * genders + gender, change * (age + 1));
}

/** `target` is the node the edge leads to plus one, with the sign of the change. */
function enter({ bounds, numbers }: Field, scratch: Scratch, edge: number, target: number): void {
  if (edge === scratch.group) return;
  const number = numbers[edge] ?? 0;
  const rises = target * (scratch.signs[edge] ?? 0) > 0;
  if (rises ? number >= (bounds.high[edge] ?? 0) : number <= (bounds.low[edge] ?? 0)) return;
  const node = Math.abs(target) - 1;
  scratch.via[node] = edge;
  scratch.queue[scratch.length++] = node;
}

function pathOf(frame: Frame, { signs, via }: Scratch, route: Route & { readonly direction: number }): Cycle {
  const { ages, genders } = frame.shape;
  const groups: number[] = [];
  const changes: number[] = [];
  for (let node = route.to; node !== route.from;) {
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
  const scratch = { signs, via: new Int32Array(nodes), queue: new Int32Array(nodes), length: 0, group: -1 };
  scratchOf.set(frame, scratch);
  return scratch;
}

import { published, type Block } from './block.ts';
import { boundsOf, openedBounds, type Bounds } from './bounds.ts';
import type { ClassMove } from './class-moves.ts';
import type { LayerMove } from './layer-moves.ts';
import { readerOf, type Need } from './need.ts';
import { cheapestCycle, isNetwork } from './network-path.ts';
import { neededWidth, type ProtectionRule } from './protection-rule.ts';
import { roomForMove, roomOf, type Field } from './room.ts';
import { shift } from './shift.ts';

/** Nothing to do, or groups to hide; `meets` where one move through them is enough for the need. */
export type Proposal =
  | { readonly kind: 'met' }
  | { readonly kind: 'hide'; readonly hide: readonly number[]; readonly meets: boolean };

/** Keeps paths short where they cost the same. */
const tieBreak = 1e-6;

interface Search {
  readonly block: Block;
  /** Numbers after what is possible without hiding more, and bounds as they are. */
  readonly now: Field;
  /** The same numbers, and bounds as if every group were hidden. */
  readonly opened: Field;
  readonly group: number;
  readonly direction: number;
  readonly amount: number;
}

interface Best {
  score: number;
  hide: readonly number[];
  meets: boolean;
}

/**
 * The cheapest groups to hide so that a need comes closer: those of the one move through the group that costs least for
 * what it is good for. Undefined where no move exists. Ties go to the first in the order of moves.
 */
export function cheapestMove(block: Block, rule: ProtectionRule, need: Need): Proposal | undefined {
  const best: Best = { score: Infinity, hide: [], meets: false };
  const searches = searchesFor(block, rule, need);
  if (searches.length === 0 || searches.some((search) => isThere(search, need))) return { kind: 'met' };
  for (const search of searches) seek(search, best);
  return best.score === Infinity ? undefined : { kind: 'hide', hide: best.hide, meets: best.meets };
}

/** What is missing for the need in each direction that helps, after all that hidden groups allow. */
function searchesFor(block: Block, rule: ProtectionRule, need: Need): readonly Search[] {
  const bounds = fixedFor(block, need, boundsOf(block, rule, readerOf(need, rule.rule)));
  const wide = fixedFor(block, need, openedBounds(block, rule, readerOf(need, rule.rule)));
  const persons = block.persons[need.group] ?? 0;
  const wanted = need.kind === 'width' ? neededWidth(rule) : 1;
  const amounts = {
    high: [rule.highAtLeast - persons, 0],
    low: [0, persons - 1],
    width: [wanted, wanted],
    contributor: [1, 1],
  };
  const [up = 0, down = 0] = amounts[need.kind];
  const rise = search(1, up);
  const fall = search(-1, down);
  if (need.kind !== 'width') return [up > 0 ? [rise] : [], down > 0 ? [fall] : []].flat();
  const got = 2 * wanted - rise.amount - fall.amount;
  const missing = wanted - got;
  return missing <= 0 ? [] : [rise, fall].map((one) => ({ ...one, amount: missing }));

  function search(direction: number, amount: number): Search {
    const now = { frame: block.frame, bounds, numbers: block.persons.slice() };
    const done = amount > 0 ? shift(now, { group: need.group, direction, amount }, []) : 0;
    const opened = { ...now, bounds: wide };
    return { block, now, opened, group: need.group, direction, amount: amount - done };
  }
}

function isThere(search: Search, need: Need): boolean {
  return search.amount <= 0 && need.kind !== 'width';
}

function fixedFor(block: Block, need: Need, bounds: Bounds): Bounds {
  if (need.known >= 0) bounds.low[need.known] = bounds.high[need.known] = block.persons[need.known] ?? 0;
  return bounds;
}

function seek(search: Search, best: Best): void {
  if (isNetwork(search.block.frame)) seekCycle(search, best);
  else seekMove(search, best);
}

/** The cheapest cycle with room for all that is missing, or for as much of it as possible. */
function seekCycle(search: Search, best: Best): void {
  const { block, now, opened, group, direction } = search;
  const most = Math.min(search.amount, roomOf(opened, group, direction));
  for (let room = most; room > 0; room = Math.floor(room / 2)) {
    const isInTheWay = (at: number, sign: number) =>
      block.state[at] === published && roomOf(now, at, sign) < room;
    const cycle = cheapestCycle(block.frame, group, direction, (at, sign) => {
      if (roomOf(opened, at, sign) < room) return Infinity;
      return tieBreak + (isInTheWay(at, sign) ? (block.cost[at] ?? 0) : 0);
    });
    if (cycle === undefined) continue;
    const all = [group, ...cycle.groups];
    const hide = all.filter((at, i) => isInTheWay(at, direction * (i === 0 ? 1 : (cycle.signs[i - 1] ?? 0))));
    offer(block, hide, { room, meets: room >= search.amount }, best);
    return;
  }
}

function seekMove(search: Search, best: Best): void {
  const { frame } = search.block;
  const layer = Math.floor(search.group / frame.classes);
  const layerMoves = frame.layerMoves(layer);
  for (const classes of frame.classMoves(search.group - layer * frame.classes)) {
    if (!isOpen(search, layer, classes)) continue;
    for (const layers of layerMoves) {
      const room = Math.min(search.amount, roomForMove(search.opened, layers, classes, search.direction));
      if (room > 0) consider(search, { layers, classes, room }, best);
    }
  }
}

interface Candidate {
  readonly layers: LayerMove;
  readonly classes: ClassMove;
  readonly room: number;
}

function consider(search: Search, candidate: Candidate, best: Best): void {
  const { room } = candidate;
  offer(search.block, toHide(search, candidate), { room, meets: room >= search.amount }, best);
}

function offer(
  block: Block,
  hide: readonly number[],
  { room, meets }: { readonly room: number; readonly meets: boolean },
  best: Best,
): void {
  if (hide.length === 0 || (best.meets && !meets)) return;
  const cost = hide.reduce((sum, group) => sum + (block.cost[group] ?? 0), 0);
  const score = cost / room;
  if (meets === best.meets && score >= best.score) return;
  Object.assign(best, { score, hide, meets });
}

/** Published groups of the move that are in its way as long as they are published. */
function toHide(search: Search, { layers, classes, room }: Candidate): readonly number[] {
  const { block, now, direction } = search;
  const hide: number[] = [];
  layers.layers.forEach((layer, i) => {
    classes.classes.forEach((at, j) => {
      const group = layer * block.frame.classes + at;
      const sign = direction * (layers.signs[i] ?? 0) * (classes.signs[j] ?? 0);
      if (block.state[group] === published && roomOf(now, group, sign) < room) hide.push(group);
    });
  });
  return hide;
}

function isOpen(search: Search, layer: number, classes: ClassMove): boolean {
  const base = layer * search.block.frame.classes;
  return classes.classes.every(
    (at, j) => roomOf(search.opened, base + at, search.direction * (classes.signs[j] ?? 0)) > 0,
  );
}

import { real, whole } from './entry-of.ts';
import type { Network } from './network.ts';

/** Room for one search through a network, used again and again. */
export interface Search {
  readonly queue: Int32Array;
  /** By which arc a node was reached, or -1. */
  readonly by: Int32Array;
  /** The arcs of the way found, and which way each is run through: 1 or -1. */
  readonly path: number[];
}

/** Room for searching `network`. */
export function createSearch(network: Network): Search {
  return { queue: new Int32Array(network.nodes), by: new Int32Array(network.nodes), path: [] };
}

/**
 * Raises (`way` 1) or lowers (`way` -1) the flow along `arc` once, over the shortest way back that has room, and keeps the
 * circulation. Returns by how much, 0 when there is no more room, Infinity (and nothing is changed) when there is no limit. The
 * arcs it changed are `search.path`.
 */
export function pushFlow(
  network: Network,
  flow: Float64Array,
  { arc, way }: { readonly arc: number; readonly way: 1 | -1 },
  search: Search,
): number {
  const own = room(network, flow, arc, way);
  search.path.length = 0;
  if (own <= 0) return 0;
  const from = whole(way > 0 ? network.head : network.tail, arc);
  const to = whole(way > 0 ? network.tail : network.head, arc);
  if (!findWay(network, flow, { from, to, without: arc }, search)) return 0;
  let amount = own;
  for (let node = to; node !== from; node = before(network, node, search)) {
    const via = whole(search.by, node);
    amount = Math.min(amount, room(network, flow, via, wayInto(network, via, node)));
    search.path.push(via);
  }
  if (amount === Infinity) return Infinity;
  for (let node = to; node !== from; node = before(network, node, search)) {
    const via = whole(search.by, node);
    flow[via] = real(flow, via) + amount * wayInto(network, via, node);
  }
  flow[arc] = real(flow, arc) + amount * way;
  search.path.push(arc);
  return amount;
}

function room(network: Network, flow: Float64Array, arc: number, way: number): number {
  return way > 0 ? real(network.high, arc) - real(flow, arc) : real(flow, arc) - real(network.low, arc);
}

function wayInto(network: Network, arc: number, node: number): 1 | -1 {
  return network.head[arc] === node ? 1 : -1;
}

function before(network: Network, node: number, search: Search): number {
  const arc = whole(search.by, node);
  return whole(network.head[arc] === node ? network.tail : network.head, arc);
}

interface Way {
  readonly from: number;
  readonly to: number;
  readonly without: number;
}

function findWay(network: Network, flow: Float64Array, { from, to, without }: Way, search: Search): boolean {
  const { queue, by } = search;
  by.fill(-1);
  queue[0] = from;
  for (let taken = 0, count = 1; taken < count; taken++) {
    const node = whole(queue, taken);
    if (node === to) return true;
    for (let k = whole(network.starts, node); k < whole(network.starts, node + 1); k++) {
      const arc = whole(network.incident, k);
      const isForward = network.tail[arc] === node;
      const next = whole(isForward ? network.head : network.tail, arc);
      if (arc === without || next === from || by[next] !== -1) continue;
      if (room(network, flow, arc, isForward ? 1 : -1) <= 0) continue;
      by[next] = arc;
      queue[count++] = next;
    }
  }
  return false;
}

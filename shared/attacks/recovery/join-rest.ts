import { nearestFirst } from './nearest-first.ts';
import { transport, type Shipment } from './transport.ts';
import type { ZonePlane } from './zone-plane.ts';

/** Where everyone is expected, how much room each zone has left, and where they go: both are changed. */
export interface Step {
  readonly expected: Int16Array;
  readonly room: Int32Array;
  readonly next: Int16Array;
}

/** With more sources times sinks than this, the shortest ways are taken first. */
const largestTransport = 20_000;

/** Sends persons from the zones where they are expected to the room that is left, by the least sum of distances. */
export function joinRest(rest: Uint32Array, { expected, room, next }: Step, plane: ZonePlane): void {
  const waiting = new Map<number, number[]>();
  for (const person of rest) {
    const zone = expected[person] ?? 0;
    const others = waiting.get(zone);
    if (others === undefined) waiting.set(zone, [person]);
    else others.push(person);
  }
  const served = new Map<number, number>();
  for (const { from, to, amount } of shipments(waiting, room, plane)) {
    const start = served.get(from) ?? 0;
    served.set(from, start + amount);
    for (const person of waiting.get(from)?.slice(start, start + amount) ?? []) next[person] = to;
  }
}

function shipments(
  waiting: ReadonlyMap<number, readonly number[]>,
  room: Int32Array,
  { zones, distance }: ZonePlane,
): readonly Shipment[] {
  const free = [...room.keys()].filter((zone) => (room[zone] ?? 0) > 0);
  const sources = { zones: [...waiting.keys()], amounts: [...waiting.values()].map(({ length }) => length) };
  const sinks = { zones: free, amounts: free.map((zone) => room[zone] ?? 0) };
  const metres = (from: number, to: number): number => distance[from * zones + to] ?? 0;
  const isLarge = sources.zones.length * sinks.zones.length > largestTransport;
  return isLarge ? nearestFirst(sources, sinks, metres) : transport(sources, sinks, metres);
}

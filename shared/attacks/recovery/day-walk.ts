import { joinRest } from './join-rest.ts';
import type { Movement } from './movement.ts';
import type { ZonePlane } from './zone-plane.ts';

/** Where the attacker believes everyone to be while a day goes by; persons are numbered within the day only. */
export interface Walk {
  readonly now: Int16Array;
  readonly before: Int16Array;
  /** Zone at the end of the night. */
  readonly home: Int16Array;
  /** Bins since the last move. */
  readonly since: Uint16Array;
}

/**
 * One bin further: whoever is expected in a zone that shows room is put there, the rest goes to the room that is left by the
 * cheapest transport. Persons in one zone with one expectation are the same to it. Where a bin shows fewer persons than there are, those
 * without room were not seen and keep their last position.
 */
export function walkOn(walk: Walk, counts: Int32Array, movement: Movement, plane: ZonePlane): void {
  const { now, before, home } = walk;
  const room = counts.slice();
  const next = now.slice();
  const order = movement === 'return' ? byStay(walk.since) : undefined;
  const expected = movement === 'onwards' ? ahead(before, now, plane) : now;
  let rest = settle(order, expected, room, next);
  if (movement === 'return') rest = settle(rest, home, room, next);
  joinRest(rest, { expected, room, next }, plane);
  note(walk, next);
}

function ahead(before: Int16Array, now: Int16Array, { onwards }: ZonePlane): Int16Array {
  const expected = now.slice();
  for (let person = 0; person < now.length; person++) {
    const [from, zone] = [before[person] ?? 0, now[person] ?? 0];
    if (from !== zone) expected[person] = onwards(from, zone);
  }
  return expected;
}

/** Puts those of `order` (everyone by number, without one) into their expected zones while there is room; returns the others. */
function settle(
  order: Uint32Array | undefined,
  expected: Int16Array,
  room: Int32Array,
  next: Int16Array,
): Uint32Array {
  const length = order?.length ?? expected.length;
  const rest = new Uint32Array(length);
  let left = 0;
  for (let at = 0; at < length; at++) {
    const person = order === undefined ? at : (order[at] ?? 0);
    const zone = expected[person] ?? 0;
    const free = room[zone] ?? 0;
    if (free === 0) rest[left++] = person;
    else {
      room[zone] = free - 1;
      next[person] = zone;
    }
  }
  return rest.subarray(0, left);
}

function byStay(since: Uint16Array): Uint32Array {
  const longest = since.reduce((most, bins) => Math.max(most, bins), 0);
  const starts = new Uint32Array(longest + 2);
  for (let at = 0; at < since.length; at++) {
    const bins = (since[at] ?? 0) + 1;
    starts[bins] = (starts[bins] ?? 0) + 1;
  }
  for (let bins = 0; bins <= longest; bins++)
    starts[bins + 1] = (starts[bins + 1] ?? 0) + (starts[bins] ?? 0);
  const order = new Uint32Array(since.length);
  for (let person = 0; person < since.length; person++) {
    const bins = since[person] ?? 0;
    const at = starts[bins] ?? 0;
    order[at] = person;
    starts[bins] = at + 1;
  }
  return order;
}

function note({ now, before, since }: Walk, next: Int16Array): void {
  for (let person = 0; person < now.length; person++) {
    const isStay = next[person] === now[person];
    since[person] = isStay ? (since[person] ?? 0) + 1 : 0;
  }
  before.set(now);
  now.set(next);
}

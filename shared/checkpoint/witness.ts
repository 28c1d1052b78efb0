import type { SeenLedger } from './seen-ledger.ts';

/**
 * A ledger beside one seen before. `new`: nothing is known; `same`; `newer`: it goes on from what was seen; `older`: what was seen goes on from
 * it; `fork`: each holds an entry the other does not have in its place.
 */
export type Standing = 'new' | 'same' | 'newer' | 'older' | 'fork';

/** How `found` stands to `seen` by their leaves: one history is the beginning of the other, or they fork. */
export function standingOf(
  found: Pick<SeenLedger, 'leaves'>,
  seen: Pick<SeenLedger, 'leaves'> | undefined,
): Standing {
  if (seen === undefined) return 'new';
  const common = Math.min(found.leaves.length, seen.leaves.length);
  for (let i = 0; i < common; i++) if (found.leaves[i] !== seen.leaves[i]) return 'fork';
  if (found.leaves.length === seen.leaves.length) return 'same';
  return found.leaves.length > seen.leaves.length ? 'newer' : 'older';
}

/**
 * What was seen of the same ledger that `found` must agree with: under its own key, and under every key in `trusted` (hexadecimal). What was
 * seen under a key that is no longer trusted does not count, so that whoever stole it cannot stand in the way of a recovery.
 */
export function comparable(
  found: Pick<SeenLedger, 'origin' | 'key'>,
  seen: readonly SeenLedger[],
  trusted: readonly string[],
): readonly SeenLedger[] {
  return seen.filter(
    ({ origin, key }) => origin === found.origin && (key === found.key || trusted.includes(key)),
  );
}

/** What a witness keeps after it accepted `found`: the longest history of each origin and key, in the order they were first seen. */
export function remembered(seen: readonly SeenLedger[], found: SeenLedger): readonly SeenLedger[] {
  const at = seen.findIndex(({ origin, key }) => origin === found.origin && key === found.key);
  const before = seen[at];
  if (before === undefined) return [...seen, found];
  const standing = standingOf(found, before);
  if (standing === 'fork') throw new Error('a fork was about to be remembered');
  return standing === 'newer' ? seen.with(at, found) : seen;
}

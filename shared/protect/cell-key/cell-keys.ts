import type { Keys } from './record-keys.ts';

/** Cell keys of `groups` groups without anybody: all 0. */
export function emptyCellKeys(groups: number): Keys {
  return { high: new Uint32Array(groups), low: new Uint32Array(groups) };
}

/**
 * Adds entry `source` of `from` to entry `group` of `sums`, modulo 2^64, in place. `from` holds record keys (a person joins
 * a group; each person of a group exactly once) or cell keys (groups without common persons join a total).
 */
export function addKey(sums: Keys, group: number, from: Keys, source: number): void {
  const low = (sums.low[group] ?? 0) + (from.low[source] ?? 0);
  sums.low[group] = low;
  sums.high[group] = (sums.high[group] ?? 0) + (from.high[source] ?? 0) + (low > 0xffff_ffff ? 1 : 0);
}

/**
 * Cell keys of all groups: per group the sum of its persons' record keys modulo 2^64. Row i says that `person[i]` is in
 * `group[i]`; each pair once, in any order. The same set of persons has the same key in every table.
 */
export function cellKeys(records: Keys, group: Int32Array, person: Int32Array, groups: number): Keys {
  const sums = emptyCellKeys(groups);
  for (let i = 0; i < group.length; i++) addKey(sums, group[i] ?? 0, records, person[i] ?? 0);
  return sums;
}

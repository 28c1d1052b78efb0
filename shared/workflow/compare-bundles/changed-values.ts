import type { Json } from '../../base/json.ts';

/** Something that differs between two objects: its keys joined by dots, and what it was and is; absent where an object lacks it. */
export interface ChangedValue {
  readonly key: string;
  readonly from?: Json;
  readonly to?: Json;
}

/**
 * What differs between two objects, entry by entry, objects within them too; lists count as one value. Sorted by key. Keys, never
 * sentences, so that every language can say them.
 */
export function changedValues(earlier: Json, later: Json): readonly ChangedValue[] {
  const [before, after] = [leavesOf(earlier), leavesOf(later)];
  const keys = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return keys
    .map((key) => {
      const [from, to] = [before.get(key), after.get(key)];
      return { key, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
    })
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}

function leavesOf(value: Json, key = ''): ReadonlyMap<string, Json> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map([[key, value]]);
  return new Map(
    Object.entries(value as Readonly<Record<string, Json>>).flatMap(([name, one]) => [
      ...leavesOf(one, key === '' ? name : `${key}.${name}`),
    ]),
  );
}

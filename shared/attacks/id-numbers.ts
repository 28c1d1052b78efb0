/** Numbers given to keys; -1 for a key without one. */
export interface IdNumbers {
  get(key: number): number;
  set(key: number, id: number): void;
}

/** Most keys that are numbered in an array: 64 MiB. */
const mostInArray = 1 << 24;

/** Numbers for keys from 0 to `keys` - 1: in an array, or in a map where that would be too long. */
export function idNumbers(keys: number): IdNumbers {
  if (keys > mostInArray) {
    const idOf = new Map<number, number>();
    return { get: (key) => idOf.get(key) ?? -1, set: (key, id) => void idOf.set(key, id) };
  }
  const idOf = new Int32Array(Math.max(0, keys)).fill(-1);
  return { get: (key) => idOf[key] ?? -1, set: (key, id) => void (idOf[key] = id) };
}

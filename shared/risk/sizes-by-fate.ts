import { groupsBySize } from './groups-by-size.ts';

/** Groups by size and by what became of them: index n stands for groups of n; size 0 is not counted. */
export interface SizesByFate {
  readonly groups: Int32Array;
  readonly published: Int32Array;
  /** Hidden to protect others. */
  readonly secondary: Int32Array;
}

/** Parts groups by the threshold alone: those of at least `minimumPersons` are published. `groupsOfSize[n]` groups have n. */
export function partedAt(groupsOfSize: Int32Array, minimumPersons: number): SizesByFate {
  return {
    groups: groupsOfSize,
    published: groupsOfSize.map((groups, size) => (size >= minimumPersons ? groups : 0)),
    secondary: new Int32Array(groupsOfSize.length),
  };
}

/** Parts groups by their fates: 0 published, 2 hidden to protect others, all else hidden for themselves. */
export function partedByFate(sizes: Int32Array, fates: Uint8Array): SizesByFate {
  return {
    groups: groupsBySize(sizes),
    published: groupsBySize(sizes, (i) => fates[i] === 0),
    secondary: groupsBySize(sizes, (i) => fates[i] === 2),
  };
}

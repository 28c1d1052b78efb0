/** How many groups have how many persons: `groupsOfSize[n]` groups have `n`; size 0 is not counted. `only` picks groups. */
export function groupsBySize(counts: Int32Array, only?: (group: number) => boolean): Int32Array {
  let most = 0;
  for (const count of counts) if (count > most) most = count;
  const groupsOfSize = new Int32Array(most + 1);
  for (let i = 0; i < counts.length; i++) {
    if (only && !only(i)) continue;
    const count = counts[i] ?? 0;
    groupsOfSize[count] = (groupsOfSize[count] ?? 0) + 1;
  }
  groupsOfSize[0] = 0;
  return groupsOfSize;
}

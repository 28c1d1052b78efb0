/** Which persons are in which groups: row i says that `person[i]` is in `group[i]`; rows of one group follow each other. */
export interface Memberships {
  readonly group: Int32Array;
  readonly person: Int32Array;
}

/**
 * What the threshold acts on: distinct holders of contracts per group. Persons of one holding (a family, a fleet) share a
 * number in `holderOfPerson` and count once; somebody without a known holder has a number of their own. Ten devices of one
 * holding are one contributor however many persons the group counts.
 */
export function contributorsOfGroups(
  { group, person }: Memberships,
  holderOfPerson: Int32Array,
  groups: number,
): Int32Array {
  const contributors = new Int32Array(groups);
  const lastGroup = new Int32Array(holderOfPerson.reduce((most, holder) => Math.max(most, holder), -1) + 1);
  lastGroup.fill(-1);
  let before = 0;
  for (let i = 0; i < group.length; i++) {
    const at = group[i] ?? 0;
    const holder = holderOfPerson[person[i] ?? 0] ?? -1;
    if (at < before) throw new Error('memberships are not in the order of their groups');
    if (holder < 0) throw new Error(`person ${person[i]} has no holder`);
    before = at;
    if (lastGroup[holder] === at) continue;
    lastGroup[holder] = at;
    contributors[at] = (contributors[at] ?? 0) + 1;
  }
  return contributors;
}

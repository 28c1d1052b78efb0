import type { DatedBins } from './dated-bins.ts';
import { tieHash } from './tie-hash.ts';

/** How many groups of a product a person may be counted in on one local day, and their number for the choice among more. */
export interface ContributionBound {
  readonly groupsPerDay: number;
  /** A number per person that does not depend on the review, such as an unkeyed hash of the source identifier. */
  readonly tieOfPerson: Int32Array;
}

/** Where a group is: what the choice among too many rests on, with the person's number. `time` is an instant or a day. */
export interface GroupKey {
  readonly day: number;
  readonly zone: number;
  readonly time: number;
  readonly destination?: number;
}

/** The groups of one person, no more of them on a day than the bound allows: those that come first by `tieHash`. */
export class PersonGroups {
  private readonly bound: ContributionBound | undefined;
  private readonly keyOf: (group: number) => GroupKey;
  private readonly groups: number[] = [];

  constructor(bound: ContributionBound | undefined, keyOf: (group: number) => GroupKey) {
    this.bound = bound;
    this.keyOf = keyOf;
  }

  /** Offers a group the person belongs to, each once. */
  offer(group: number): void {
    this.groups.push(group);
  }

  /** Hands the groups that are kept to `take`, and forgets them all. */
  settle(person: number, take: (group: number) => void): void {
    if (this.bound && this.groups.length > this.bound.groupsPerDay) this.choose(person, this.bound, take);
    else for (const group of this.groups) take(group);
    this.groups.length = 0;
  }

  private choose(
    person: number,
    { groupsPerDay, tieOfPerson }: ContributionBound,
    take: (group: number) => void,
  ): void {
    const byDay = new Map<number, number[]>();
    for (const group of this.groups) {
      const { day } = this.keyOf(group);
      const own = byDay.get(day);
      if (own) own.push(group);
      else byDay.set(day, [group]);
    }
    const tie = tieOfPerson[person] ?? 0;
    for (const own of byDay.values()) {
      const chosen = own.length <= groupsPerDay ? own : this.inOrder(own, tie).slice(0, groupsPerDay);
      for (const group of chosen) take(group);
    }
  }

  private inOrder(groups: readonly number[], tie: number): readonly number[] {
    const ranked = groups.map((group) => {
      const { zone, time, destination } = this.keyOf(group);
      return { group, hash: tieHash(tie, zone, time, destination ?? 0) };
    });
    ranked.sort((a, b) => a.hash - b.hash || a.group - b.group);
    return ranked.map(({ group }) => group);
  }
}

/** Key of a group in a zone and a bin. */
export function keyInBin(bins: DatedBins, zone: number, bin: number): GroupKey {
  return { day: bins.dayOfBin[bin] ?? 0, zone, time: bins.starts[bin] ?? 0 };
}

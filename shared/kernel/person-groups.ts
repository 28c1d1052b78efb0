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

interface Offer extends GroupKey {
  readonly group: number;
}

/** The groups of one person, no more of them on a day than the bound allows: those that come first by `tieHash`. */
export class PersonGroups {
  private readonly bound: ContributionBound | undefined;
  private readonly groups: number[] = [];
  private readonly offers: Offer[] = [];

  constructor(bound: ContributionBound | undefined) {
    this.bound = bound;
  }

  /** Offers a group the person belongs to, each once. */
  offer(group: number, key: () => GroupKey): void {
    if (this.bound) this.offers.push({ group, ...key() });
    else this.groups.push(group);
  }

  /** Hands the groups that are kept to `take`, and forgets them all. */
  settle(person: number, take: (group: number) => void): void {
    for (const group of this.groups) take(group);
    this.groups.length = 0;
    if (!this.bound) return;
    const { groupsPerDay, tieOfPerson } = this.bound;
    const tie = tieOfPerson[person] ?? 0;
    const ranked = this.offers
      .map(({ group, day, zone, time, destination }) => ({
        group,
        day,
        hash: tieHash(tie, zone, time, destination ?? 0),
      }))
      .toSorted((a, b) => a.day - b.day || a.hash - b.hash || a.group - b.group);
    ranked.forEach(({ group, day }, i) => {
      if (ranked[i - groupsPerDay]?.day !== day) take(group);
    });
    this.offers.length = 0;
  }
}

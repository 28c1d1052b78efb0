import type { DatedBins } from './dated-bins.ts';
import { tieHash } from './tie-hash.ts';

/** How many groups of a product a person may be counted in on one local day, and their number for the choice among more. */
export interface ContributionBound {
  readonly groupsPerDay: number;
  /** A number per person that does not depend on the review, such as an unkeyed hash of the source identifier. */
  readonly tieOfPerson: Int32Array;
}

/** Where a group is, told of its number: what the choice among too many rests on, with the person's number. */
export interface GroupParts {
  readonly bins: DatedBins;
  readonly binOf: (group: number) => number;
  readonly zoneOf: (group: number) => number;
  readonly destinationOf?: (group: number) => number;
}

/**
 * The groups of one person, no more of them on a day than the bound allows: those that come first by `tieHash`, equal ones by their
 * number. Offer the groups, settle, and read those that are kept.
 */
export class PersonGroups {
  private readonly bound: ContributionBound | undefined;
  private readonly parts: GroupParts;
  private readonly lowestDay: number;
  private readonly offeredOnDay: Int32Array;
  private readonly chosen: ChosenGroups;
  private groups = new Float64Array(64);
  private offered = new Float64Array(0);
  private days = new Int32Array(0);
  /** How many groups were offered, and, once settled, how many are kept. */
  size = 0;

  constructor(bound: ContributionBound | undefined, parts: GroupParts) {
    this.bound = bound;
    this.parts = parts;
    const { dayOfBin } = parts.bins;
    let [low, high] = [0x7fff_ffff, -0x8000_0000];
    for (const day of dayOfBin) [low, high] = [Math.min(low, day), Math.max(high, day)];
    this.lowestDay = low;
    this.offeredOnDay = new Int32Array(dayOfBin.length === 0 ? 0 : high - low + 1);
    this.chosen = new ChosenGroups(bound?.groupsPerDay ?? 0);
  }

  /** Offers a group the person belongs to, each once. */
  offer(group: number): void {
    if (this.size === this.groups.length) this.groups = twiceAsLong(this.groups);
    this.groups[this.size] = group;
    this.size++;
  }

  /** A group that was kept: those of a settled person are 0 to `size - 1`. */
  at(index: number): number {
    return this.groups[index] ?? -1;
  }

  /** Leaves the groups that are kept. */
  settle(person: number): void {
    const { bound, size } = this;
    if (bound && size > bound.groupsPerDay && this.hasMoreOnSomeDay(bound.groupsPerDay))
      this.choose(bound.tieOfPerson[person] ?? 0, bound.groupsPerDay);
  }

  /** Forgets the groups of a person. */
  clear(): void {
    this.size = 0;
  }

  /** Notes the day of each group, and how many there are on each day. */
  private hasMoreOnSomeDay(groupsPerDay: number): boolean {
    const { groups, size, parts, lowestDay, offeredOnDay } = this;
    if (this.days.length < groups.length) this.days = new Int32Array(groups.length);
    const { dayOfBin } = parts.bins;
    offeredOnDay.fill(0);
    let most = 0;
    for (let i = 0; i < size; i++) {
      const day = (dayOfBin[parts.binOf(groups[i] ?? 0)] ?? 0) - lowestDay;
      const now = (offeredOnDay[day] ?? 0) + 1;
      this.days[i] = day;
      offeredOnDay[day] = now;
      most = Math.max(most, now);
    }
    return most > groupsPerDay;
  }

  private choose(tie: number, groupsPerDay: number): void {
    const { offeredOnDay, size } = this;
    this.sortByDay();
    let from = 0;
    this.size = 0;
    for (let day = 0; from < size; day++) {
      const end = offeredOnDay[day] ?? size;
      if (end - from > groupsPerDay) this.chooseOfDay(tie, from, end);
      else for (let i = from; i < end; i++) this.keep(this.offered[i] ?? 0);
      from = end;
    }
  }

  /** Puts the groups into `offered` by day; `offeredOnDay` then tells where those of each day end. */
  private sortByDay(): void {
    const { groups, size, days, offeredOnDay } = this;
    if (this.offered.length < groups.length) this.offered = new Float64Array(groups.length);
    let before = 0;
    for (let day = 0; day < offeredOnDay.length; day++) {
      const own = offeredOnDay[day] ?? 0;
      offeredOnDay[day] = before;
      before += own;
    }
    for (let i = 0; i < size; i++) {
      const day = days[i] ?? 0;
      const place = offeredOnDay[day] ?? 0;
      offeredOnDay[day] = place + 1;
      this.offered[place] = groups[i] ?? 0;
    }
  }

  private chooseOfDay(tie: number, from: number, end: number): void {
    const { offered, chosen, parts } = this;
    const { starts } = parts.bins;
    for (let i = from; i < end; i++) {
      const group = offered[i] ?? 0;
      const destination = parts.destinationOf ? parts.destinationOf(group) : 0;
      chosen.offer(group, tieHash(tie, parts.zoneOf(group), starts[parts.binOf(group)] ?? 0, destination));
    }
    for (let i = 0; i < chosen.size; i++) this.keep(chosen.at(i));
    chosen.size = 0;
  }

  private keep(group: number): void {
    this.groups[this.size] = group;
    this.size++;
  }
}

/** The first `most` of the groups that are offered, by hash, then number. */
class ChosenGroups {
  private readonly groups: Float64Array;
  private readonly hashes: Float64Array;
  private readonly most: number;
  size = 0;

  constructor(most: number) {
    this.most = most;
    this.groups = new Float64Array(most + 1);
    this.hashes = new Float64Array(most + 1);
  }

  at(index: number): number {
    return this.groups[index] ?? -1;
  }

  offer(group: number, hash: number): void {
    const { groups, hashes } = this;
    let at = this.size;
    while (at > 0 && this.comesBefore(group, hash, at - 1)) {
      groups[at] = groups[at - 1] ?? 0;
      hashes[at] = hashes[at - 1] ?? 0;
      at--;
    }
    groups[at] = group;
    hashes[at] = hash;
    if (this.size < this.most) this.size++;
  }

  private comesBefore(group: number, hash: number, other: number): boolean {
    const apart = hash - (this.hashes[other] ?? 0);
    return apart < 0 || (apart === 0 && group < (this.groups[other] ?? 0));
  }
}

function twiceAsLong(groups: Float64Array): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(2 * groups.length);
  longer.set(groups);
  return longer;
}

/** Parts of groups numbered by zone, bin and then something of which there are `each`. */
export function pairParts(bins: DatedBins, each = 1): GroupParts {
  const count = bins.starts.length;
  return {
    bins,
    binOf: (group) => Math.floor(group / each) % count,
    zoneOf: (group) => Math.floor(group / (each * count)),
  };
}

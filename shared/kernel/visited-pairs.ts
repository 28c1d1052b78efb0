import { slotSeconds, type TimeBins } from '../products/time-bins.ts';
import type { PersonGroups } from './person-groups.ts';
import type { Stays } from './stays.ts';
import type { EventRows, VisitRows } from './visit-rows.ts';

/**
 * The pairs of zone and bin (`zone * bins + bin`) in which a person was, by the rows of each level: the zones of levels
 * are different ones, their rows stand for the same persons. Rows of a person come in the order of time and stays do not overlap,
 * so that a pair can only come again right after itself.
 */
export class VisitedPairs {
  private readonly levels: readonly VisitRows[];
  private readonly bins: TimeBins;
  /** Person and bin in which each zone was last visited. */
  private readonly latest: Float64Array;

  constructor(levels: readonly VisitRows[], zones: number, bins: TimeBins) {
    this.levels = levels;
    this.bins = bins;
    this.latest = new Float64Array(zones).fill(-1);
  }

  /** Offers each pair of a person, whose rows are `begin` to `end - 1`, once. */
  offer(person: number, [begin, end]: readonly [number, number], to: PersonGroups): void {
    const who = { person, begin, end };
    for (const rows of this.levels)
      if ('base' in rows) this.offerEvents(rows, who, to);
      else this.offerStays(rows, who, to);
  }

  private offerEvents({ base, zoneOfCell }: EventRows, { person, begin, end }: Who, to: PersonGroups): void {
    const { second, cell } = base;
    const { latest } = this;
    const { firstSlot, binOfSlot, starts } = this.bins;
    const count = starts.length;
    const perSecond = 1 / slotSeconds;
    const first = firstSlot * slotSeconds;
    const last = (firstSlot + binOfSlot.length) * slotSeconds;
    for (let i = begin; i < end; i++) {
      const zone = zoneOfCell[cell[i] ?? 0] ?? -1;
      const now = second[i] ?? 0;
      if (zone === -1 || now < first || now >= last) continue;
      const bin = binOfSlot[Math.floor((now - first + 0.5) * perSecond)] ?? 0;
      if (latest[zone] === person * count + bin) continue;
      latest[zone] = person * count + bin;
      to.offer(zone * count + bin);
    }
  }

  private offerStays({ zone, from, to: ends }: Stays, { person, begin, end }: Who, to: PersonGroups): void {
    const { latest } = this;
    const { firstSlot, binOfSlot, starts } = this.bins;
    const count = starts.length;
    for (let i = begin; i < end; i++) {
      const here = zone[i] ?? -1;
      if (here === -1) continue;
      const first = Math.max(0, Math.floor((from[i] ?? 0) / slotSeconds) - firstSlot);
      const last = Math.min(binOfSlot.length, Math.ceil((ends[i] ?? 0) / slotSeconds) - firstSlot) - 1;
      if (first > last) continue;
      const final = binOfSlot[last] ?? 0;
      let bin = binOfSlot[first] ?? 0;
      if (latest[here] === person * count + bin) bin++;
      for (; bin <= final; bin++) to.offer(here * count + bin);
      latest[here] = person * count + final;
    }
  }
}

interface Who {
  readonly person: number;
  readonly begin: number;
  readonly end: number;
}

import { offsetAt, type OffsetTable } from '../base/time-zone.ts';
import { slotSeconds } from '../products/time-bins.ts';
import { rowsOfPersons } from './person-rows.ts';
import type { Stays } from './stays.ts';
import { tieHash } from './tie-hash.ts';

/** What a home is looked for in: zones, how many nights it takes, and each person's own number for ties. */
export interface HomeRule {
  readonly zones: number;
  /** Different nights (22:00 to 06:00 local) on which the person must have been in the zone. */
  readonly minimumNights: number;
  /** A number per person that does not depend on the review, such as an unkeyed hash of the source identifier. */
  readonly tieOfPerson: Int32Array;
}

const eveSeconds = 2 * 3600;
const nightSeconds = 8 * 3600;

/**
 * Home zone of every person, -1 unknown: of the zones in which they were on at least `minimumNights` nights, the one with
 * the most slots of 900 s at night, each slot once; equal ones by `tieHash` of person and zone, then by zone number. Hand in
 * the whole extract, stays or `momentsOf` its events, in which a person's rows are sorted by time.
 */
export function homesOf(stays: Stays, clock: OffsetTable, rule: HomeRule): Int32Array {
  const { zones, minimumNights, tieOfPerson } = rule;
  const persons = tieOfPerson.length;
  const starts = rowsOfPersons(stays.person, persons);
  const nights = new NightsByZone(zones, clock);
  return Int32Array.from({ length: persons }, (_, who) => {
    const end = starts[who + 1] ?? 0;
    for (let i = starts[who] ?? 0; i < end; i++)
      if (stays.zone[i] !== -1) nights.add(stays.zone[i] ?? 0, stays.from[i] ?? 0, stays.to[i] ?? 0);
    return nights.settle(tieOfPerson[who] ?? 0, minimumNights);
  });
}

/** Nights and night slots of one person by zone. */
class NightsByZone {
  private readonly clock: OffsetTable;
  private readonly latestSlot: Int32Array;
  private readonly latestNight: Int32Array;
  private readonly slots: Int32Array;
  private readonly nights: Int32Array;
  private readonly touched: number[] = [];

  constructor(zones: number, clock: OffsetTable) {
    this.clock = clock;
    this.latestSlot = new Int32Array(zones);
    this.latestNight = new Int32Array(zones);
    this.slots = new Int32Array(zones);
    this.nights = new Int32Array(zones);
  }

  add(zone: number, from: number, to: number): void {
    const last = Math.floor((to - 1) / slotSeconds);
    for (let slot = Math.floor(from / slotSeconds); slot <= last; slot++) {
      const utc = slot * slotSeconds;
      const sinceEve = utc + offsetAt(this.clock, utc) + eveSeconds;
      const night = Math.floor(sinceEve / 86_400);
      if (sinceEve - night * 86_400 < nightSeconds) this.count(zone, slot, night);
    }
  }

  private count(zone: number, slot: number, night: number): void {
    const known = (this.slots[zone] ?? 0) > 0;
    if (known && (this.latestSlot[zone] ?? 0) >= slot) return;
    if (!known) this.touched.push(zone);
    if (!known || this.latestNight[zone] !== night) this.nights[zone] = (this.nights[zone] ?? 0) + 1;
    this.latestSlot[zone] = slot;
    this.latestNight[zone] = night;
    this.slots[zone] = (this.slots[zone] ?? 0) + 1;
  }

  /** The home of the person whose rows were added; forgets them. */
  settle(tie: number, minimumNights: number): number {
    let home = -1;
    for (const zone of this.touched) {
      if ((this.nights[zone] ?? 0) >= minimumNights && (home === -1 || this.comesBefore(zone, home, tie)))
        home = zone;
    }
    for (const zone of this.touched) {
      this.slots[zone] = 0;
      this.nights[zone] = 0;
    }
    this.touched.length = 0;
    return home;
  }

  private comesBefore(zone: number, other: number, tie: number): boolean {
    const more = (this.slots[zone] ?? 0) - (this.slots[other] ?? 0);
    if (more !== 0) return more > 0;
    const hash = tieHash(tie, zone, 0) - tieHash(tie, other, 0);
    return hash === 0 ? zone < other : hash < 0;
  }
}

import { finished, type Steps } from '../base/steps.ts';
import { offsetAt, type OffsetTable } from '../base/time-zone.ts';
import { slotSeconds } from '../products/time-bins.ts';
import { rowsOfPersons } from './person-rows.ts';
import type { Stays } from './stays.ts';
import { tieHash } from './tie-hash.ts';
import { personOfRow, type EventRows, type VisitRows } from './visit-rows.ts';

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
 * the whole extract, stays or events, in which a person's rows are sorted by time.
 */
export function homesOf(rows: VisitRows, clock: OffsetTable, rule: HomeRule): Int32Array {
  return finished(findingHomes(rows, clock, rule));
}

/** Persons between two steps. */
const personsOfStep = 1 << 11;

/** As `homesOf`, with steps on the way. */
export function* findingHomes(rows: VisitRows, clock: OffsetTable, rule: HomeRule): Steps<Int32Array> {
  const { zones, minimumNights, tieOfPerson } = rule;
  const persons = tieOfPerson.length;
  const starts = rowsOfPersons(personOfRow(rows), persons);
  const nights = new NightsByZone(zones, nightSlots(rows, clock));
  const homeOfPerson = new Int32Array(persons);
  for (let who = 0; who < persons; who++) {
    nights.add(rows, starts[who] ?? 0, starts[who + 1] ?? 0);
    homeOfPerson[who] = nights.settle(tieOfPerson[who] ?? 0, minimumNights);
    if (who % personsOfStep === 0) yield { done: who, total: persons };
  }
  return homeOfPerson;
}

/** The night that each slot of 900 s lies in, -1 by day; slots counted from `firstSlot`. */
interface NightSlots {
  readonly firstSlot: number;
  readonly nightOfSlot: Int32Array;
}

function nightSlots(rows: VisitRows, clock: OffsetTable): NightSlots {
  const [begins, ends] = 'base' in rows ? [rows.base.second, rows.base.second] : [rows.from, rows.to];
  let low = 0x7fff_ffff;
  let high = -0x8000_0000;
  for (let i = 0; i < begins.length; i++) {
    low = Math.min(low, begins[i] ?? 0);
    high = Math.max(high, ends[i] ?? 0);
  }
  const firstSlot = Math.floor(low / slotSeconds);
  const slots = Math.max(0, Math.floor(high / slotSeconds) - firstSlot + 1);
  const nightOfSlot = Int32Array.from({ length: slots }, (_, i) => {
    const utc = (firstSlot + i) * slotSeconds;
    const sinceEve = utc + offsetAt(clock, utc) + eveSeconds;
    const night = Math.floor(sinceEve / 86_400);
    return sinceEve - night * 86_400 < nightSeconds ? night : -1;
  });
  return { firstSlot, nightOfSlot };
}

/** Nights and night slots of one person by zone. */
class NightsByZone {
  private readonly firstSlot: number;
  private readonly nightOfSlot: Int32Array;
  private readonly latestSlot: Int32Array;
  private readonly latestNight: Int32Array;
  private readonly slots: Int32Array;
  private readonly nights: Int32Array;
  private readonly touched: number[] = [];

  constructor(zones: number, { firstSlot, nightOfSlot }: NightSlots) {
    this.firstSlot = firstSlot;
    this.nightOfSlot = nightOfSlot;
    this.latestSlot = new Int32Array(zones);
    this.latestNight = new Int32Array(zones);
    this.slots = new Int32Array(zones);
    this.nights = new Int32Array(zones);
  }

  /** Adds rows `begin` to `end - 1`, which are of one person. */
  add(rows: VisitRows, begin: number, end: number): void {
    if ('base' in rows) this.addEvents(rows, begin, end);
    else this.addStays(rows, begin, end);
  }

  private addEvents({ base, zoneOfCell }: EventRows, begin: number, end: number): void {
    const { second, cell } = base;
    const origin = this.firstSlot * slotSeconds;
    const perSecond = 1 / slotSeconds;
    for (let i = begin; i < end; i++) {
      const slot = Math.floor(((second[i] ?? 0) - origin + 0.5) * perSecond);
      const night = this.nightOfSlot[slot] ?? -1;
      const zone = zoneOfCell[cell[i] ?? 0] ?? -1;
      if (night !== -1 && zone !== -1) this.count(zone, slot, night);
    }
  }

  private addStays({ zone, from, to }: Stays, begin: number, end: number): void {
    for (let i = begin; i < end; i++) {
      const here = zone[i] ?? -1;
      if (here === -1) continue;
      const last = Math.floor(((to[i] ?? 0) - 1) / slotSeconds) - this.firstSlot;
      for (let slot = Math.floor((from[i] ?? 0) / slotSeconds) - this.firstSlot; slot <= last; slot++) {
        const night = this.nightOfSlot[slot] ?? -1;
        if (night !== -1) this.count(here, slot, night);
      }
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

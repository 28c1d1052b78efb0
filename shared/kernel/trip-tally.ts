import type { Magnitude } from '../products/group-table.ts';
import type { GroupCounter } from './group-counter.ts';
import { LargestTwo } from './largest-two.ts';
import { byHolder, type People } from './people.ts';

/**
 * Trips by group, with those of the contributors with most and second most. A contributor is a holder with all their persons,
 * in whatever ages and genders these are, or a person without a known holder. Persons must come in the order of `byHolder`:
 * those of holders with several come last.
 */
export class TripTally {
  private readonly people: People;
  private readonly counter: Pick<GroupCounter, 'cube' | 'totals' | 'totalsOf'>;
  private readonly shared: Uint8Array;
  private readonly trips: LargestTwo;
  /** Trips of the holder of several persons that is at hand. */
  private readonly own = new Map<number, number>();
  private holder = -1;
  private hasTotals = false;

  constructor(people: People, counter: Pick<GroupCounter, 'cube' | 'totals' | 'totalsOf'>) {
    this.people = people;
    this.counter = counter;
    this.shared = byHolder(people).shared;
    this.trips = new LargestTwo(counter.cube);
  }

  /** Adds what a person contributes to a group, each once, and to the totals it is part of. */
  add(person: number, place: number, trips: number): void {
    if (place === -1) return;
    if (this.shared[person] !== 1) return this.trips.add(place, trips, trips, 0);
    const holder = this.people.holderOfPerson?.[person] ?? -1;
    if (holder !== this.holder) this.close();
    this.holder = holder;
    for (const at of [place, ...this.counter.totalsOf(place)])
      this.own.set(at, (this.own.get(at) ?? 0) + trips);
  }

  /** The trips of the groups at `places`, in their order. */
  at(places: Float64Array): Magnitude {
    this.close();
    return this.trips.at(places);
  }

  /** Totals are made of those who are alone, who have one age and gender, before holders of several are added to them. */
  private close(): void {
    if (!this.hasTotals) for (const total of this.counter.totals) this.trips.addTotals(total);
    this.hasTotals = true;
    for (const [place, trips] of this.own) this.trips.add(place, trips, trips, 0);
    this.own.clear();
  }
}

import type { Magnitude } from '../products/group-table.ts';
import type { People } from './people.ts';

/** Trips of one group so far. */
interface Trips {
  readonly total: number;
  readonly first: number;
  readonly second: number;
}

/**
 * Trips by group, with those of the contributors with most and second most. A contributor is a holder with all their persons,
 * in whatever ages and genders these are, or a person without a known holder. Persons must come in the order of `byHolder`.
 */
export class TripTally {
  private readonly people: People;
  private readonly groups = new Map<number, Trips>();
  private readonly own = new Map<number, number>();
  private contributor = -1;

  constructor(people: People) {
    this.people = people;
  }

  /** Adds what a person contributes to each of `places`. */
  add(person: number, places: readonly number[], trips: number): void {
    const holder = this.people.holderOfPerson?.[person] ?? -1;
    const contributor = holder === -1 ? -2 - person : holder;
    if (contributor !== this.contributor) this.close();
    this.contributor = contributor;
    for (const place of places) this.own.set(place, (this.own.get(place) ?? 0) + trips);
  }

  /** The trips of the groups at `places`, in their order. */
  at(places: Float64Array): Magnitude {
    this.close();
    const column = (of: (trips: Trips) => number): Int32Array =>
      Int32Array.from(places, (place) => of(this.groups.get(place) ?? none));
    return {
      total: column(({ total }) => total),
      first: column(({ first }) => first),
      second: column(({ second }) => second),
    };
  }

  private close(): void {
    for (const [place, trips] of this.own) {
      const { total, first, second } = this.groups.get(place) ?? none;
      this.groups.set(place, {
        total: total + trips,
        first: Math.max(first, trips),
        second: Math.max(second, Math.min(first, trips)),
      });
    }
    this.own.clear();
  }
}

const none: Trips = { total: 0, first: 0, second: 0 };

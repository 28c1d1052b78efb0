import type { Customers } from './population-weights.ts';

/** The zones of one level: for each finest zone the zone that it lies in, -1 for none. */
export type ZoneOfFinest = Int32Array;

/** Where a group stands; what is absent, unknown or a total covers everybody along that dimension. */
export interface GroupPlace {
  /** Home zone, of any level. */
  readonly home?: number | undefined;
  readonly age: number;
  readonly gender: number;
}

/**
 * How many inhabitants one customer of a group stands for: the sum of the weights of its customers over their number. It is
 * told from the customers at home in the zones and from public totals alone, never from the groups of a table, so it says
 * nothing of a group that is hidden there.
 */
export class GroupFactors {
  private readonly customers: Customers;
  private readonly zoneRows: number;
  private readonly people: Float64Array;
  private readonly inhabitants: Float64Array;

  /** `weights` has an entry per entry of `customers`; `levels` puts the finest zones into `zones` zones of all levels. */
  constructor(
    customers: Customers,
    weights: Float64Array,
    { zones, levels }: { readonly zones: number; readonly levels: readonly ZoneOfFinest[] },
  ) {
    this.customers = customers;
    this.zoneRows = zones;
    const { ageBands, genders } = customers;
    const size = (zones + 1) * (ageBands.length + 1) * (genders.length + 1);
    this.people = new Float64Array(size);
    this.inhabitants = new Float64Array(size);
    customers.persons.forEach((persons, i) => {
      const gender = i % genders.length;
      const age = Math.floor(i / genders.length) % ageBands.length;
      const zone = Math.floor(i / (genders.length * ageBands.length));
      const homes = new Set([zones, ...levels.map((zoneOfFinest) => zoneOfFinest[zone] ?? -1)]);
      for (const home of homes)
        if (home >= 0) this.add({ home, age, gender }, persons, persons * (weights[i] ?? 0));
    });
  }

  /** 0 or more; where no customer is at home in the group's class, what one customer stands for on the whole. */
  at({ home, age, gender }: GroupPlace): number {
    const { ageBands, genders } = this.customers;
    const known = home !== undefined && home >= 0 && home < this.zoneRows ? home : this.zoneRows;
    const own = this.ratio(
      this.index(known, Math.min(age, ageBands.length), Math.min(gender, genders.length)),
    );
    return own ?? this.ratio(this.index(this.zoneRows, ageBands.length, genders.length)) ?? 0;
  }

  private add(place: Required<GroupPlace>, persons: number, inhabitants: number): void {
    const { ageBands, genders } = this.customers;
    for (const age of [place.age, ageBands.length])
      for (const gender of [place.gender, genders.length]) {
        const at = this.index(place.home ?? this.zoneRows, age, gender);
        this.people[at] = (this.people[at] ?? 0) + persons;
        this.inhabitants[at] = (this.inhabitants[at] ?? 0) + inhabitants;
      }
  }

  private index(home: number, age: number, gender: number): number {
    const { ageBands, genders } = this.customers;
    return (home * (ageBands.length + 1) + age) * (genders.length + 1) + gender;
  }

  private ratio(at: number): number | undefined {
    const people = this.people[at] ?? 0;
    return people > 0 ? (this.inhabitants[at] ?? 0) / people : undefined;
  }
}

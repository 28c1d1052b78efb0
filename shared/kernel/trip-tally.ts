import type { Magnitude } from '../products/group-table.ts';
import { byHolder, type People } from './people.ts';
import { PlaceIndex } from './place-index.ts';

/**
 * Trips by group, with those of the contributors with most and second most. A contributor is a holder with all their persons,
 * in whatever ages and genders these are, or a person without a known holder. Persons must come in the order of `byHolder`.
 */
export class TripTally {
  private readonly people: People;
  private readonly shared: Uint8Array;
  private readonly index: PlaceIndex;
  private total: Int32Array;
  private first: Int32Array;
  private second: Int32Array;
  /** Trips of the holder of several persons that is at hand. */
  private readonly own = new Map<number, number>();
  private holder = -1;

  /** `cube`: how many places there are. */
  constructor(people: People, cube: number) {
    this.people = people;
    this.shared = byHolder(people).shared;
    this.index = new PlaceIndex(cube);
    this.total = new Int32Array(this.index.capacity);
    this.first = new Int32Array(this.index.capacity);
    this.second = new Int32Array(this.index.capacity);
  }

  /** Adds what a person contributes to each of `places`, each once. */
  add(person: number, places: readonly number[], trips: number): void {
    if (this.shared[person] !== 1) {
      for (const place of places) this.contribute(place, trips);
      return;
    }
    const holder = this.people.holderOfPerson?.[person] ?? -1;
    if (holder !== this.holder) this.close();
    this.holder = holder;
    for (const place of places) this.own.set(place, (this.own.get(place) ?? 0) + trips);
  }

  /** The trips of the groups at `places`, in their order. */
  at(places: Float64Array): Magnitude {
    this.close();
    const column = (from: Int32Array): Int32Array =>
      Int32Array.from(places, (place) => from[this.index.find(place)] ?? 0);
    return { total: column(this.total), first: column(this.first), second: column(this.second) };
  }

  private contribute(place: number, trips: number): void {
    const at = this.index.add(place);
    if (at >= this.total.length) this.widen();
    const first = this.first[at] ?? 0;
    this.total[at] = (this.total[at] ?? 0) + trips;
    if (trips > first) {
      this.second[at] = first;
      this.first[at] = trips;
    } else this.second[at] = Math.max(this.second[at] ?? 0, trips);
  }

  private widen(): void {
    this.total = wider(this.total);
    this.first = wider(this.first);
    this.second = wider(this.second);
  }

  private close(): void {
    for (const [place, trips] of this.own) this.contribute(place, trips);
    this.own.clear();
  }
}

function wider(column: Int32Array): Int32Array {
  const more = new Int32Array(2 * column.length);
  more.set(column);
  return more;
}

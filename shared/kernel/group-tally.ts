import { addKey, emptyKeys, type Keys } from '../base/keys.ts';
import type { GroupTable } from '../products/group-table.ts';
import { PlaceIndex } from './place-index.ts';

/** Groups by place, with distinct persons and holders, and sums of keys where they are added. */
export type Groups = Pick<GroupTable, 'at' | 'persons' | 'contributors' | 'keys'>;

/** A dimension whose last value is the total over the others, and how far two neighbouring values are apart in the cube. */
export interface TotalAlong {
  readonly stride: number;
  readonly size: number;
}

/** Counts by place in a cube. */
export class GroupTally {
  private readonly index: PlaceIndex;
  private persons: Int32Array;
  private contributors: Int32Array;
  private keys: Keys | undefined;

  /** `cube`: how many places there are. */
  constructor(cube: number, withKeys = false) {
    this.index = new PlaceIndex(cube);
    const { capacity } = this.index;
    this.persons = new Int32Array(capacity);
    this.contributors = new Int32Array(capacity);
    this.keys = withKeys ? emptyKeys(capacity) : undefined;
  }

  /** Adds to the group at a place. */
  add(place: number, persons: number, contributors: number): void {
    const at = this.index.add(place);
    if (at >= this.persons.length) this.grow();
    this.persons[at] = (this.persons[at] ?? 0) + persons;
    this.contributors[at] = (this.contributors[at] ?? 0) + contributors;
  }

  /** Adds entry `source` of `from` to the key of a group that was added to before. */
  addKey(place: number, from: Keys, source: number): void {
    if (this.keys) addKey(this.keys, this.index.find(place), from, source);
  }

  /** Adds every group to the one that is the total over a dimension for it. */
  addTotals({ stride, size }: TotalAlong): void {
    const { index } = this;
    for (let number = 0, numbers = index.capacity; number < numbers; number++) {
      const place = index.placeOf(number);
      if (place === -1) continue;
      const above = size - 1 - (Math.floor(place / stride) % size);
      if (above === 0) continue;
      const total = place + above * stride;
      this.add(total, this.persons[number] ?? 0, this.contributors[number] ?? 0);
      if (this.keys) this.addKey(total, this.keys, number);
    }
  }

  /** All groups so far, ascending by place, as a copy. */
  groups(): Groups {
    const at = this.index.sorted();
    const { length } = at;
    const persons = new Int32Array(length);
    const contributors = new Int32Array(length);
    const keys = this.keys && emptyKeys(length);
    for (let i = 0; i < length; i++) {
      const number = this.index.find(at[i] ?? 0);
      persons[i] = this.persons[number] ?? 0;
      contributors[i] = this.contributors[number] ?? 0;
      if (keys && this.keys) addKey(keys, i, this.keys, number);
    }
    return keys ? { at, persons, contributors, keys } : { at, persons, contributors };
  }

  private grow(): void {
    this.persons = wider(this.persons);
    this.contributors = wider(this.contributors);
    if (!this.keys) return;
    const { high, low } = this.keys;
    this.keys = emptyKeys(2 * high.length);
    this.keys.high.set(high);
    this.keys.low.set(low);
  }
}

function wider(column: Int32Array): Int32Array {
  const more = new Int32Array(2 * column.length);
  more.set(column);
  return more;
}

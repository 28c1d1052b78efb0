import { addKey, emptyKeys, type Keys } from '../base/keys.ts';
import type { GroupTable } from '../products/group-table.ts';

/** Groups by place, with distinct persons and holders, and sums of keys where they are added. */
export type Groups = Pick<GroupTable, 'at' | 'persons' | 'contributors' | 'keys'>;

/** Counts by place in a cube too large to be kept whole: an open-addressing table, grown by doubling. */
export class GroupTally {
  private places: Float64Array;
  private persons: Int32Array;
  private contributors: Int32Array;
  private keys: Keys | undefined;
  private mask: number;
  size = 0;

  constructor(withKeys = false, expected = 1 << 12) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.places = new Float64Array(capacity).fill(-1);
    this.persons = new Int32Array(capacity);
    this.contributors = new Int32Array(capacity);
    this.keys = withKeys ? emptyKeys(capacity) : undefined;
    this.mask = capacity - 1;
  }

  /** Adds to the group at a place (0 to 2^53 - 1). */
  add(place: number, persons: number, contributors: number): void {
    const at = this.slot(place);
    if (this.places[at] === -1) {
      this.places[at] = place;
      this.size++;
    }
    this.persons[at] = (this.persons[at] ?? 0) + persons;
    this.contributors[at] = (this.contributors[at] ?? 0) + contributors;
    if (this.size * 2 > this.mask) this.grow();
  }

  /** Adds entry `source` of `from` to the key of a group that was added to before. */
  addKey(place: number, from: Keys, source: number): void {
    if (this.keys) addKey(this.keys, this.slot(place), from, source);
  }

  /** The groups so far, in no order, as a copy. */
  unsorted(): Groups {
    const slots = new Int32Array(this.size);
    let i = 0;
    this.places.forEach((place, slot) => {
      if (place !== -1) slots[i++] = slot;
    });
    return this.groupsIn(slots);
  }

  /** All groups, ascending by place. */
  groups(): Groups {
    const at = this.places.filter((place) => place !== -1).toSorted();
    const slots = new Int32Array(at.length);
    for (let i = 0; i < at.length; i++) slots[i] = this.slot(at[i] ?? 0);
    return this.groupsIn(slots);
  }

  private groupsIn(slots: Int32Array): Groups {
    const { length } = slots;
    const at = new Float64Array(length);
    const persons = new Int32Array(length);
    const contributors = new Int32Array(length);
    const keys = this.keys && emptyKeys(length);
    for (let i = 0; i < length; i++) {
      const slot = slots[i] ?? 0;
      at[i] = this.places[slot] ?? 0;
      persons[i] = this.persons[slot] ?? 0;
      contributors[i] = this.contributors[slot] ?? 0;
      if (keys && this.keys) addKey(keys, i, this.keys, slot);
    }
    return keys ? { at, persons, contributors, keys } : { at, persons, contributors };
  }

  private slot(place: number): number {
    const high = Math.floor(place / 0x1_0000_0000);
    let mixed = Math.imul((place - high * 0x1_0000_0000) ^ Math.imul(high, 0x85eb_ca6b), 0x9e37_79b1);
    mixed ^= mixed >>> 15;
    let at = mixed & this.mask;
    while (this.places[at] !== place && this.places[at] !== -1) at = (at + 1) & this.mask;
    return at;
  }

  private grow(): void {
    const { places, persons, contributors, keys } = this;
    this.mask = 2 * this.mask + 1;
    this.places = new Float64Array(this.mask + 1).fill(-1);
    this.persons = new Int32Array(this.mask + 1);
    this.contributors = new Int32Array(this.mask + 1);
    this.keys = keys && emptyKeys(this.mask + 1);
    places.forEach((place, from) => {
      if (place === -1) return;
      const at = this.slot(place);
      this.places[at] = place;
      this.persons[at] = persons[from] ?? 0;
      this.contributors[at] = contributors[from] ?? 0;
      if (keys && this.keys) addKey(this.keys, at, keys, from);
    });
  }
}

import type { Keys } from '../base/keys.ts';
import type { Dimension, GroupTable } from '../products/group-table.ts';
import { groupDimensions, type DimensionOrder } from './group-dimensions.ts';
import { GroupTally, type TotalAlong } from './group-tally.ts';

/** Is told the places of a person's groups: the finest one first, then the totals it is part of. */
export type NoteGroups = (person: number, places: readonly number[]) => void;

/** The table to count. */
export interface TableOrder extends DimensionOrder {
  /** Keys by person number, to be summed by group. */
  readonly recordKeys?: Keys | undefined;
  readonly note?: NoteGroups | undefined;
}

/** Places that a table may have for each person to be kept whole. */
const placesOfPerson = 64;

/**
 * Counts persons into the groups of one table, with totals and contributors. Persons must come in the order of `byHolder`, each
 * at most once a group; a holder counts once as contributor of a group, be it a total, with however many persons.
 */
export class GroupCounter {
  private readonly order: TableOrder;
  private readonly dimensions: readonly Dimension[];
  /** Dimensions with a total. */
  readonly totals: readonly TotalAlong[];
  /** Groups of one place: ages by genders, with their totals. */
  private readonly each: number;
  /** Where the group of each class stands among those of a place. */
  private readonly placeOfClass: Int32Array;
  private readonly recordKeys: Keys | undefined;
  /** How many places the table has, totals included; Infinity where few of them can be used. */
  readonly cube: number;
  private readonly tally: GroupTally;
  /** Contributors that were counted more than once. */
  private readonly repeated = new GroupTally(Infinity);
  private ofHolder: number[] = [];
  private holder = -1;

  constructor(order: TableOrder) {
    this.order = order;
    this.recordKeys = order.recordKeys;
    this.dimensions = groupDimensions(order);
    const places = this.dimensions.reduce((all, { size }) => all * size, 1);
    this.cube = places <= placesOfPerson * (order.people.classOfPerson.length + 64) ? places : Infinity;
    this.tally = new GroupTally(this.cube, order.recordKeys !== undefined);
    this.totals = this.dimensions.flatMap(({ hasTotal, size }, i) =>
      hasTotal
        ? [{ size, stride: this.dimensions.slice(i + 1).reduce((all, next) => all * next.size, 1) }]
        : [],
    );
    const { ages, genders } = order.people;
    const width = this.dimensions.at(-1)?.size ?? 1;
    this.each = (this.dimensions.at(-2)?.size ?? 1) * width;
    this.placeOfClass = Int32Array.from({ length: ages * genders }, (_, own) => {
      const age = Math.floor(own / genders);
      return age * width + own - age * genders;
    });
  }

  /** Size of a dimension before age and gender, its total included. */
  sizeOf(index: number): number {
    return this.dimensions[index]?.size ?? 1;
  }

  /** Counts a person into the group at `place`, row-major over the dimensions before age and gender. */
  add(person: number, place: number): void {
    const { classOfPerson, holderOfPerson } = this.order.people;
    const at = this.at(place, classOfPerson[person] ?? -1);
    if (at === -1) return;
    this.tally.add(at, 1, 1);
    if (this.order.note) this.order.note(person, [at, ...this.totalsOf(at)]);
    if (this.recordKeys) this.tally.addKey(at, this.recordKeys, person);
    if (!holderOfPerson) return;
    const holder = holderOfPerson[person] ?? -1;
    if (holder !== this.holder) this.closeHolder();
    this.holder = holder;
    if (holder !== -1) this.ofHolder.push(at);
  }

  /** The group a person is counted into at `place`, -1 where they are left out. */
  placeOf(person: number, place: number): number {
    return this.at(place, this.order.people.classOfPerson[person] ?? -1);
  }

  /** Counts `persons` of one class into a group at once; where holders are known, `addRepeated` corrects the contributors. */
  addMany(place: number, personClass: number, persons: number): void {
    this.tally.add(this.at(place, personClass), persons, persons);
  }

  /** Notes a group that a person was counted into by `addMany`. */
  noteOne(person: number, place: number): void {
    const at = this.placeOf(person, place);
    if (at !== -1) this.order.note?.(person, [at, ...this.totalsOf(at)]);
  }

  /** Adds the key of a person to a group they were counted into by `addMany`. */
  addKey(person: number, place: number): void {
    const at = this.placeOf(person, place);
    if (at !== -1 && this.recordKeys) this.tally.addKey(at, this.recordKeys, person);
  }

  /** Tells at which places and classes persons of one holder were counted, all of one place at a time. */
  addRepeated(place: number, classes: readonly number[]): void {
    this.ofHolder = classes.map((one) => this.at(place, one));
    this.closeHolder();
  }

  /** The table; nothing can be counted afterwards. */
  table(): GroupTable {
    this.closeHolder();
    for (const total of this.totals) this.tally.addTotals(total);
    const repeated = this.repeated.groups();
    repeated.at.forEach((at, i) => this.tally.add(at, 0, -(repeated.contributors[i] ?? 0)));
    return { product: this.order.product, dimensions: this.dimensions, ...this.tally.groups() };
  }

  private at(place: number, personClass: number): number {
    return personClass < 0 ? -1 : place * this.each + (this.placeOfClass[personClass] ?? 0);
  }

  private closeHolder(): void {
    if (this.ofHolder.length > 1) {
      const all = this.ofHolder.flatMap((at) => [at, ...this.totalsOf(at)]).toSorted((a, b) => a - b);
      all.forEach((at, i) => {
        if (i > 0 && all[i - 1] === at) this.repeated.add(at, 0, 1);
      });
    }
    this.ofHolder = [];
    this.holder = -1;
  }

  /** Places of the totals that the group at a place is part of. */
  totalsOf(at: number): readonly number[] {
    const places = [at];
    for (const { stride, size } of this.totals) {
      const value = Math.floor(at / stride) % size;
      for (let i = places.length - 1; i >= 0; i--)
        places.push((places[i] ?? 0) + (size - 1 - value) * stride);
    }
    return places.slice(1);
  }
}

import { HashIndex } from '../kernel/hash-index.ts';
import { GrownArray } from '../kernel/grown-array.ts';

/** Attributes of a person as a file states them; -1 and gender 3 mean unknown. */
export interface PersonAttributes {
  readonly age: number;
  readonly birthYear: number;
  readonly gender: number;
}

/** Persons by keyed hash while an extract is read: numbers, attributes and who objected. Gone when loading ends. */
export class PersonRegister {
  private readonly numbers = new HashIndex(1 << 16);
  private readonly attributes = new HashIndex();
  private readonly ages = new GrownArray();
  private readonly birthYears = new GrownArray();
  private readonly genders = new GrownArray();
  private readonly objectors = new HashIndex();
  private readonly known = new GrownArray();
  private readonly objected = new GrownArray();
  matched = 0;

  get persons(): number {
    return this.numbers.size;
  }

  get registered(): number {
    return this.objectors.size;
  }

  object(low: number, high: number): void {
    this.objectors.add(low, high);
  }

  /** States attributes of a person; what is said first stands. */
  describe(low: number, high: number, { age, birthYear, gender }: PersonAttributes): void {
    const number = this.attributes.add(low, high);
    if (number < this.ages.length) return;
    this.ages.push(age);
    this.birthYears.push(birthYear);
    this.genders.push(gender);
  }

  /** Number of a person who has an event, or -1 when they objected. */
  seen(low: number, high: number): number {
    const number = this.numbers.add(low, high);
    if (number === this.objected.length) {
      const has = this.objectors.find(low, high) !== -1 ? 1 : 0;
      this.matched += has;
      this.objected.push(has);
      this.known.push(this.attributes.find(low, high));
    }
    return this.objected.at(number) === 1 ? -1 : number;
  }

  /** Age in `year` and gender of every person by number. */
  finish(year: number): { readonly ageOfPerson: Int16Array; readonly genderOfPerson: Uint8Array } {
    const [ages, births, genders] = [this.ages.trim(), this.birthYears.trim(), this.genders.trim()];
    const known = this.known.trim();
    const ageOfPerson = Int16Array.from(known, (number) => {
      if (number === -1) return -1;
      const age = ages[number] ?? -1;
      const birth = births[number] ?? -1;
      if (age !== -1) return age;
      return birth > year - 121 && birth <= year ? year - birth : -1;
    });
    return {
      ageOfPerson,
      genderOfPerson: Uint8Array.from(known, (number) => (number === -1 ? 3 : (genders[number] ?? 3))),
    };
  }
}

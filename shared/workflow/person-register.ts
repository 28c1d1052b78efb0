import { GrownArray } from '../kernel/grown-array.ts';
import { HashIndex } from '../kernel/hash-index.ts';
import { foldAttributes, type PersonColumns } from './person-columns.ts';

/** What one row states about a person; -1 and gender 3 mean unknown, consent -1 that the file does not ask. */
export interface PersonAttributes {
  readonly age: number;
  readonly birthYear: number;
  readonly gender: number;
  readonly consent: number;
  /** Number of the contract's holder, -1 unknown. */
  readonly holder: number;
}

/** What is known of one identifier. */
export interface IdentifierStatus {
  /** It, another SIM of the same person, or the person's own id stands in the objection register. */
  readonly inRegister: boolean;
  /** Number of its person in the extract, -1 without a usable event. Objectors have a number that no event bears. */
  readonly person: number;
}

/** A fresh identifier; its leader, the first identifier of its person, is itself. */
const blank = {
  leader: 0,
  personOf: -1,
  objected: 0,
  age: -1,
  birthYear: -1,
  gender: 3,
  consent: -1,
  holder: -1,
};
type Field = keyof typeof blank;
const fields = Object.keys(blank) as readonly Field[];

const unseen = -2;

/**
 * Identifiers by keyed hash: pseudonyms of SIMs, ids of natural persons and entries of the objection register alike, in one
 * numbering. Identifiers said to be of the same person are joined, whatever the order in which files say so; a person is a
 * set of joined identifiers, and objects when any of them does. After loading it stays, to answer for one identifier.
 */
export class PersonRegister {
  private readonly identifiers = new HashIndex(1 << 16);
  private readonly column = Object.fromEntries(fields.map((name) => [name, new GrownArray()])) as Record<
    Field,
    GrownArray
  >;
  private readonly ties = new GrownArray();
  private readonly tieOfNatural = new Map<number, number>();
  private readonly holders = new HashIndex();
  /** What `seen` says of an identifier, `unseen` until it was asked. */
  private readonly seenAs = new GrownArray();
  private readonly pseudonymsOfPerson = new GrownArray();
  private settled = false;
  private readonly tieOf: (high: number) => number;
  /** Entries of the register. */
  registered = 0;
  /** People with an event who are in the register. */
  matched = 0;

  /** `tieOf` gives the number for ties of an identifier by the upper half of its hash. */
  constructor(tieOf: (high: number) => number) {
    this.tieOf = tieOf;
  }

  /** People with an event, those who objected among them. */
  get persons(): number {
    return this.ties.length;
  }

  /** Number of an identifier given as the two halves of its hash. */
  identifier(low: number, high: number): number {
    const number = this.identifiers.add(low, high);
    if (number < this.seenAs.length) return number;
    for (const name of fields) this.column[name].push(name === 'leader' ? number : blank[name]);
    this.seenAs.push(unseen);
    return number;
  }

  /** Number of a contract holder given as the two halves of the hash of their id. */
  holder(low: number, high: number): number {
    return this.holders.add(low, high);
  }

  /** States that a SIM belongs to a natural person with an id of their own, given as the two halves of its hash. */
  samePerson(sim: number, low: number, high: number): void {
    const natural = this.identifier(low, high);
    this.tieOfNatural.set(natural, this.tieOf(high));
    const [a, b] = [this.leaderOf(sim), this.leaderOf(natural)];
    this.column.leader.trim()[Math.max(a, b)] = Math.min(a, b);
  }

  /** States attributes; what is said first of each stands, but one refusal of consent outweighs every consent. */
  describe(identifier: number, attributes: PersonAttributes): void {
    for (const name of ['age', 'birthYear', 'gender', 'holder', 'consent'] as const) {
      const column = this.column[name];
      if (column.at(identifier) === blank[name]) column.trim()[identifier] = attributes[name];
    }
    if (attributes.consent === 0) this.column.consent.trim()[identifier] = 0;
  }

  /** Enters an identifier into the objection register. */
  object(identifier: number): void {
    if (this.column.objected.at(identifier) === 0) this.registered++;
    this.column.objected.trim()[identifier] = 1;
  }

  /** Person of a SIM that has an event, by the two halves of its hash, -1 when they objected. */
  seen(low: number, high: number): number {
    const sim = this.identifier(low, high);
    const known = this.seenAs.at(sim) ?? unseen;
    return known === unseen ? this.meet(sim, this.tieOf(high)) : known;
  }

  /** What is known of an identifier by the halves of its hash. Changes nothing. */
  statusOf(low: number, high: number): IdentifierStatus {
    const number = this.identifiers.find(low, high);
    if (number === -1) return { inRegister: false, person: -1 };
    const leader = this.column.leader.at(number) ?? number;
    return {
      inRegister: this.column.objected.at(leader) === 1,
      person: this.column.personOf.at(leader) ?? -1,
    };
  }

  /** What is known of every person by number; ages are those of `year`. */
  finish(year: number): PersonColumns {
    if (!this.settled) this.settle();
    const { column } = this;
    const trimmed = Object.fromEntries(fields.map((name) => [name, column[name].trim()]));
    return {
      ...foldAttributes(trimmed as Record<Field, Int32Array>, this.persons, year),
      tieOfPerson: this.ties.trim().slice(),
      ...(this.holders.size === 0 ? { holderOfPerson: undefined } : {}),
    };
  }

  /** People without an objection whose events bear several pseudonyms. */
  withSeveralPseudonyms(): number {
    const { personOf, objected } = this.column;
    return personOf.trim().reduce((n, person, leader) => {
      const several = person !== -1 && (this.pseudonymsOfPerson.at(person) ?? 0) > 1;
      return n + (several && objected.at(leader) === 0 ? 1 : 0);
    }, 0);
  }

  private meet(sim: number, tie: number): number {
    if (!this.settled) this.settle();
    const leader = this.column.leader.at(sim) ?? sim;
    const known = this.column.personOf.at(leader) ?? -1;
    const person = known === -1 ? this.addPerson(leader, tie) : known;
    this.pseudonymsOfPerson.trim()[person] = (this.pseudonymsOfPerson.at(person) ?? 0) + 1;
    const answer = this.column.objected.at(leader) === 1 ? -1 : person;
    this.seenAs.trim()[sim] = answer;
    return answer;
  }

  private addPerson(leader: number, tie: number): number {
    const person = this.persons;
    this.column.personOf.trim()[leader] = person;
    this.ties.push(this.tieOfNatural.get(leader) ?? tie);
    this.pseudonymsOfPerson.push(0);
    if (this.column.objected.at(leader) === 1) this.matched++;
    return person;
  }

  private leaderOf(identifier: number): number {
    const leader = this.column.leader.trim();
    let at = identifier;
    while (leader[at] !== at) at = leader[at] ?? at;
    for (let from = identifier; from !== at;) {
      const next = leader[from] ?? at;
      leader[from] = at;
      from = next;
    }
    return at;
  }

  /** Points every identifier at the first of its person, who then objects when any of them did. */
  private settle(): void {
    const { leader, objected } = this.column;
    for (let n = 0; n < leader.length; n++) {
      const first = this.leaderOf(n);
      if (objected.at(n) === 1) objected.trim()[first] = 1;
    }
    for (const [natural, tie] of this.tieOfNatural) {
      const first = this.leaderOf(natural);
      this.tieOfNatural.set(first, Math.min(tie, this.tieOfNatural.get(first) ?? tie));
    }
    this.settled = true;
  }
}

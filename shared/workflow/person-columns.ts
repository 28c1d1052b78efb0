/** What is known of every person, by person number. */
export interface PersonColumns {
  /** Age in whole years, -1 unknown. */
  readonly ageOfPerson: Int16Array;
  /** Index into `genders`. */
  readonly genderOfPerson: Uint8Array;
  /** 1 for persons who consented with every SIM that a file asks about. */
  readonly consentOfPerson: Uint8Array;
  /** Holder of the contract, -1 unknown; absent where no file names one. */
  readonly holderOfPerson: Int32Array | undefined;
  readonly tieOfPerson: Int32Array;
}

/** What is known of identifiers, by identifier number, with the identifier that leads each one's person. */
interface IdentifierColumns {
  readonly leader: Int32Array;
  readonly personOf: Int32Array;
  readonly age: Int32Array;
  readonly birthYear: Int32Array;
  readonly gender: Int32Array;
  readonly consent: Int32Array;
  readonly holder: Int32Array;
}

/**
 * Brings what is known of identifiers to their persons. Of age, gender and holder the first that is known stands; a year of
 * birth is used where no age is stated. A person consents when at least one SIM does and none refuses.
 */
export function foldAttributes(
  of: IdentifierColumns,
  persons: number,
  year: number,
): Omit<PersonColumns, 'tieOfPerson'> & { readonly holderOfPerson: Int32Array } {
  const ageOfPerson = new Int16Array(persons).fill(-1);
  const genderOfPerson = new Uint8Array(persons).fill(3);
  const holderOfPerson = new Int32Array(persons).fill(-1);
  const consent = new Int8Array(persons).fill(-1);
  const personAt = of.leader.map((leader) => of.personOf[leader] ?? -1);
  takeFirst(ageOfPerson, personAt, (n) => ageIn(year, of.age[n] ?? -1, of.birthYear[n] ?? -1));
  takeFirst(genderOfPerson, personAt, (n) => of.gender[n] ?? 3);
  takeFirst(holderOfPerson, personAt, (n) => of.holder[n] ?? -1);
  takeFirst(consent, personAt, (n) => of.consent[n] ?? -1);
  personAt.forEach((person, n) => {
    if (person !== -1 && of.consent[n] === 0) consent[person] = 0;
  });
  const consentOfPerson = Uint8Array.from(consent, (said) => (said === 1 ? 1 : 0));
  return { ageOfPerson, genderOfPerson, holderOfPerson, consentOfPerson };
}

/** Fills a column, filled with the value for unknown, by persons with the first value known of one of their identifiers. */
function takeFirst(
  column: Int8Array | Uint8Array | Int16Array | Int32Array,
  personAt: Int32Array,
  valueOf: (identifier: number) => number,
): void {
  const unknown = column[0];
  const known = new Uint8Array(column.length);
  personAt.forEach((person, n) => {
    if (person === -1 || known[person] === 1) return;
    const value = valueOf(n);
    if (value === unknown) return;
    column[person] = value;
    known[person] = 1;
  });
}

function ageIn(year: number, age: number, birthYear: number): number {
  if (age !== -1) return age;
  return birthYear > year - 121 && birthYear <= year ? year - birthYear : -1;
}

import type { Columns } from '../ports/columns.ts';
import type { PersonRegister } from './person-register.ts';

/** The two 32-bit halves of each hash, low before high, signed: so they are the small numbers that need no memory of their own. */
export function halves(hashes: BigUint64Array): Int32Array {
  return new Int32Array(hashes.buffer, hashes.byteOffset, hashes.length * 2);
}

/** Enters rows of `personRows` into a register: attributes, consent, holder and which SIMs belong to one person. */
export function describeRows(register: PersonRegister, rows: Columns): void {
  const person = halves(rows.uint64('person'));
  const sims = Int32Array.from({ length: rows.length }, (_, i) =>
    register.identifier(person[2 * i] ?? 0, person[2 * i + 1] ?? 0),
  );
  joinRows(register, rows, sims);
  const holders = holdersOf(register, rows);
  const int = (name: string): Int32Array => rows.int32(name);
  const [age, birthYear, gender, consent] = [int('age'), int('birth_year'), int('gender'), int('consent')];
  sims.forEach((sim, i) =>
    register.describe(sim, {
      age: age[i] ?? -1,
      birthYear: birthYear[i] ?? -1,
      gender: gender[i] ?? 3,
      consent: consent[i] ?? -1,
      holder: holders[i] ?? -1,
    }),
  );
}

function joinRows(register: PersonRegister, rows: Columns, sims: Int32Array): void {
  const same = halves(rows.uint64('same'));
  const missing = rows.int32('same_missing');
  sims.forEach((sim, i) => {
    if (missing[i] === 0) register.samePerson(sim, same[2 * i] ?? 0, same[2 * i + 1] ?? 0);
  });
}

function holdersOf(register: PersonRegister, rows: Columns): Int32Array {
  const holder = halves(rows.uint64('holder'));
  return rows
    .int32('holder_missing')
    .map((missing, i) => (missing === 0 ? register.holder(holder[2 * i] ?? 0, holder[2 * i + 1] ?? 0) : -1));
}

/** Enters rows of `objectionRows` into a register. Returns the latest as-of time among them, seconds since 1970, -1 for none. */
export function objectRows(register: PersonRegister, rows: Columns): number {
  const person = halves(rows.uint64('person'));
  const missing = rows.int32('missing');
  for (let i = 0; i < rows.length; i++)
    if (missing[i] === 0) register.object(register.identifier(person[2 * i] ?? 0, person[2 * i + 1] ?? 0));
  return rows.int32('as_of').reduce((latest, second) => Math.max(latest, second), -1);
}

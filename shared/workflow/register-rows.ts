import type { Columns } from '../ports/engine.ts';
import type { PersonRegister } from './person-register.ts';

/** The two 32-bit halves of each hash, low before high. */
export function halves(hashes: BigUint64Array): Uint32Array {
  return new Uint32Array(hashes.buffer, hashes.byteOffset, hashes.length * 2);
}

/** Enters rows of `personRows` into a register: attributes, consent, holder and which SIMs belong to one person. */
export function describeRows(register: PersonRegister, rows: Columns): void {
  const [person, same, holder] = (['person', 'same', 'holder'] as const).map((name) =>
    halves(rows.uint64(name)),
  ) as [Uint32Array, Uint32Array, Uint32Array];
  const int = (name: string): Int32Array => rows.int32(name);
  const [age, birthYear, gender, consent] = [int('age'), int('birth_year'), int('gender'), int('consent')];
  const [sameMissing, sameTie, holderMissing] = [int('same_missing'), int('same_tie'), int('holder_missing')];
  for (let i = 0; i < rows.length; i++) {
    const at = 2 * i;
    const sim = register.identifier(person[at] ?? 0, person[at + 1] ?? 0);
    register.describe(sim, {
      age: age[i] ?? -1,
      birthYear: birthYear[i] ?? -1,
      gender: gender[i] ?? 3,
      consent: consent[i] ?? -1,
      holder: holderMissing[i] === 0 ? register.holder(holder[at] ?? 0, holder[at + 1] ?? 0) : -1,
    });
    if (sameMissing[i] === 0)
      register.samePerson(sim, register.identifier(same[at] ?? 0, same[at + 1] ?? 0), sameTie[i] ?? 0);
  }
}

/** Enters rows of `objectionRows` into a register. Returns the latest as-of time among them, seconds since 1970, -1 for none. */
export function objectRows(register: PersonRegister, rows: Columns): number {
  const person = halves(rows.uint64('person'));
  const missing = rows.int32('missing');
  for (let i = 0; i < rows.length; i++)
    if (missing[i] === 0) register.object(register.identifier(person[2 * i] ?? 0, person[2 * i + 1] ?? 0));
  return rows.int32('as_of').reduce((latest, second) => Math.max(latest, second), -1);
}

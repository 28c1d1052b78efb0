import { drawByWeight } from './gravity.ts';
import { draw, drawBelow, purpose, stream } from './random.ts';
import { ageShares, brandShares, favouriteShares, lookup, womenShares } from './tables.ts';
import { ownerOf, stillDevices } from './sims.ts';
import type { Surroundings } from './town.ts';

/** What someone does on a working day. A `machine` is a device that never moves and reports around the clock. */
export type Role = 'worker' | 'nightWorker' | 'pupil' | 'atHome' | 'machine';

/** One invented person. Cells are indices into the network. */
export interface DemoPerson {
  /** Of the SIM; two SIMs may be of one person. */
  readonly number: number;
  /** Number of the person's first SIM; that SIM's own number for nearly everyone. */
  readonly owner: number;
  readonly role: Role;
  readonly home: number;
  /** Where the working or school day is spent; the home cell for everyone else. */
  readonly work: number;
  /** Eight places, most visited first. */
  readonly favourites: readonly number[];
  /** Of 256 days, those on which the device is seen at all. */
  readonly activeDays: number;
  /** Age in whole years, whether or not the operator knows it. */
  readonly age: number;
  readonly female: boolean;
}

const ages = lookup(ageShares);
const brands = lookup(brandShares.map(([, share]) => share));

/** Person `number` (from 0) of a place: the same whatever the number of people asked for. */
export function personOf(seed: number, number: number, around: Surroundings): DemoPerson {
  const owner = ownerOf(seed, number);
  const traits = stream(seed, owner, purpose.traits);
  const places = stream(seed, owner, purpose.places);
  const decade = ages[drawBelow(traits, 0, 1024)] ?? 0;
  const age = 10 * decade + drawBelow(traits, 1, 10);
  const role = stillDevices.includes(number) ? 'machine' : roleOf(age, drawBelow(traits, 2, 1000));
  const commutesIn = drawBelow(places, 0, 1000) < 55;
  const district = drawByWeight(around.homes, places, 1);
  const home = pick(
    commutesIn ? around.network.outside : around.network.byDistrict[district],
    draw(places, 2),
  );
  return {
    number,
    owner,
    role,
    home,
    work: workOf(role, around, { places, home, district }),
    favourites: favouriteShares.map((_, i) => leisureCell(around, places, { district, index: 10 + 2 * i })),
    activeDays: role === 'machine' ? 256 : ([256, 215, 180, 120][drawBelow(traits, 3, 4)] ?? 256),
    age,
    female: drawBelow(traits, 4, 1000) < (womenShares[decade] ?? 500),
  };
}

function roleOf(age: number, chance: number): Role {
  if (chance < 3) return 'machine';
  if (age >= 6 && age < 19) return 'pupil';
  if (age < 6 || age >= 67) return 'atHome';
  if (chance < 30) return 'nightWorker';
  return chance < 790 ? 'worker' : 'atHome';
}

interface Home {
  readonly places: ReturnType<typeof stream>;
  readonly home: number;
  readonly district: number;
}

function workOf(role: Role, around: Surroundings, { places, home, district }: Home): number {
  if (role === 'atHome' || role === 'machine') return home;
  const gravity = (role === 'pupil' ? around.school : around.work)[district];
  if (gravity === undefined) throw new Error(`no district ${district}`);
  return pick(around.network.byDistrict[drawByWeight(gravity, places, 3)], draw(places, 4));
}

/** A cell to go out to from a district, drawn with two numbers of a stream from `index` on. */
export function leisureCell(
  around: Surroundings,
  from: ReturnType<typeof stream>,
  { district, index }: { readonly district: number; readonly index: number },
): number {
  const gravity = around.leisure[district];
  if (gravity === undefined) throw new Error(`no district ${district}`);
  return pick(around.network.byDistrict[drawByWeight(gravity, from, index)], draw(from, index + 1));
}

function pick(from: readonly number[] | undefined, chance: number): number {
  const chosen = from?.[chance % from.length];
  if (chosen === undefined) throw new Error('a district without a cell');
  return chosen;
}

/** What the operator knows about a person; an empty text where it knows nothing. */
interface KnownTraits {
  readonly birthYear: string;
  readonly gender: string;
  readonly brand: string;
}

/** Year of birth is unknown for about 6 %, gender for about 4 %, both for machines. */
export function knownTraits(seed: number, person: DemoPerson, year: number): KnownTraits {
  const traits = stream(seed, person.owner, purpose.traits);
  const chance = drawBelow(traits, 5, 1000);
  const diverse = drawBelow(traits, 6, 1000) < 2;
  const machine = person.role === 'machine';
  const gender = diverse ? 'diverse' : person.female ? 'female' : 'male';
  return {
    birthYear: machine || chance < 60 ? '' : String(year - person.age),
    gender: machine || chance % 25 === 0 ? '' : gender,
    brand: brandShares[brands[drawBelow(traits, 7, 1024)] ?? 0]?.[0] ?? '',
  };
}

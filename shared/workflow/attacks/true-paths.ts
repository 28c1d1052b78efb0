import type { Paths } from '../../attacks/recovery/night-zones.ts';
import { presenceReader } from '../../kernel/each-presence.ts';
import { slotSeconds } from '../../products/time-bins.ts';
import type { AttackMaterial } from './attack-material.ts';
import { drawnPersons } from './drawn-persons.ts';
import type { FootfallSeries } from './footfall-series.ts';

/** Where the persons drawn from a release really were, for scoring attacks alone. Never leaves the vault. */
export interface TruePaths extends Paths {
  /** Persons counted in the release. */
  readonly counted: number;
}

/** What is known of each person (by drawn number) and bin so far. */
interface Sheet {
  readonly bins: number;
  readonly zoneOf: Int16Array;
  /** Slots in the zone that stands there. */
  readonly most: Uint8Array;
  /** Slots in the zone that is being read. */
  readonly here: Uint8Array;
}

/**
 * The zone of each person in each bin, -1 where nobody saw them: of several zones the one with most slots, the first of equals.
 * Yields between zones.
 */
export function* truePaths(
  { recipe, counter, released, seed, among }: AttackMaterial,
  { clock, zones }: FootfallSeries,
): Generator<void, TruePaths> {
  const { classOfPerson } = counter.people(recipe);
  const { numbers, first, drawn, counted } = drawnPersons(classOfPerson, seed, among);
  const paths = among ? first : drawn;
  const bins = clock.days * clock.binsPerDay;
  const size = paths * bins;
  const sheet = {
    bins,
    zoneOf: new Int16Array(size).fill(-1),
    most: new Uint8Array(size),
    here: new Uint8Array(size),
  };
  const indexOf = new Map(counter.place(recipe).shapes.map(({ zoneId }, at) => [zoneId, at]));
  const presences = counter.presences(recipe);
  const { firstSlot, slots } = presences.sites;
  const binOfSlot = Int32Array.from({ length: slots }, (_, at) =>
    clock.binAt((firstSlot + at) * slotSeconds),
  );
  const eachPresence = presenceReader(presences, classOfPerson.length);
  for (const [place, own] of zones.entries()) {
    const zone = indexOf.get(released.zones[own]?.zoneId ?? '') ?? -1;
    sheet.here.fill(0);
    eachPresence(zone, (person, slot) => {
      const number = numbers[person] ?? -1;
      const bin = binOfSlot[slot] ?? -1;
      if (number !== -1 && number < paths && bin !== -1) mark(sheet, number * bins + bin, place);
    });
    yield;
  }
  return { paths, bins, zoneOf: sheet.zoneOf, counted };
}

function mark({ zoneOf, most, here }: Sheet, at: number, place: number): void {
  const times = Math.min(255, (here[at] ?? 0) + 1);
  here[at] = times;
  if (times <= (most[at] ?? 0)) return;
  most[at] = times;
  zoneOf[at] = place;
}

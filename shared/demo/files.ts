import { daysFromCivil, isoUtc } from '../base/calendar.ts';
import { berlinDay } from './berlin-time.ts';
import type { DemoFaults } from './faults.ts';
import { knownTraits, personOf } from './person.ts';
import { drawBelow, purpose, stream } from './random.ts';
import { demoFirstDay, type DemoSettings } from './settings.ts';
import { contractOf, hasObjected, isRemoved, pseudonymOf, registeredAs } from './sims.ts';
import { placesByCategory } from './places.ts';
import { demoTown, surroundingsOf } from './town.ts';

/** Numbers of people in the register who are no customers of this extract start here. */
const strangers = 0x4000_0000;

/** The cell reference: `cell_id,lat,lon,azimuth,range_m`, decimal degrees in WGS 84, azimuth in degrees clockwise from north. */
export function demoCellsCsv(settings: DemoSettings): string {
  const rows = demoTown(settings).cells.map(
    ({ id, position: [lon, lat], azimuth, range }) =>
      `${id},${lat.toFixed(6)},${lon.toFixed(6)},${azimuth},${range}`,
  );
  return `cell_id,lat,lon,azimuth,range_m\n${rows.join('\n')}\n`;
}

/**
 * The person attributes, a row for every SIM: `subscriber_id,birth_year,gender,brand,consent,same_person,holder`; unknown values
 * are empty. `same_person` is the id that two SIMs of a person share, `holder` a company that holds several contracts.
 */
export function demoPersonsCsv(settings: DemoSettings): string {
  const around = surroundingsOf(settings.preset);
  let text = 'subscriber_id,birth_year,gender,brand,consent,same_person,holder\n';
  for (let number = 0; number < settings.persons; number++) {
    const person = personOf(settings.seed, number, around);
    const known = knownTraits(settings.seed, person, demoFirstDay.year);
    const { consent, samePerson, holder } = contractOf(settings.seed, person.owner, number);
    text += `${pseudonymOf(settings.seed, number)},${known.birthYear},${known.gender},${known.brand},${consent},${samePerson},${holder}\n`;
  }
  return text;
}

/**
 * The objection register: `subscriber_id,objected_at,as_of`, UTC. About 1.5 % of the SIMs of the extract, and a few who
 * are not in it; a person with two SIMs may stand in it under their own id. `as_of` is six hours after the end of the last day, the same in every row.
 */
export function demoObjectionsCsv(settings: DemoSettings): string {
  const firstDay = daysFromCivil(demoFirstDay.year, demoFirstDay.month, demoFirstDay.day);
  const asOf = isoUtc(berlinDay(firstDay + settings.days).midnight + 6 * 3600);
  let text = 'subscriber_id,objected_at,as_of\n';
  for (let number = 0; number < settings.persons; number++) {
    const chance = stream(settings.seed, number, purpose.objection);
    const objectedAt = isoUtc(
      (firstDay - 1 - drawBelow(chance, 1, 900)) * 86_400 + 25_200 + drawBelow(chance, 2, 50_000),
    );
    const stranger = drawBelow(chance, 3, 1000) < 2;
    if (hasObjected(settings.seed, number))
      text += `${registeredAs(settings.seed, number)},${objectedAt},${asOf}\n`;
    else if (stranger) text += `${pseudonymOf(settings.seed, strangers + number)},${objectedAt},${asOf}\n`;
  }
  return text;
}

/** The zones as GeoJSON text. */
export function demoZonesGeoJson(settings: DemoSettings): string {
  return `${JSON.stringify(demoTown(settings).zones)}\n`;
}

/** The sensitive places as GeoJSON text, each with `category` and `name`. */
export function demoPlacesGeoJson(settings: DemoSettings): string {
  return `${JSON.stringify(demoTown(settings).places)}\n`;
}

/** The basemap as GeoJSON text: `kind` is `river`, `park`, `main_street` or `street`. */
export function demoBasemapGeoJson(settings: DemoSettings): string {
  return `${JSON.stringify(demoTown(settings).basemap)}\n`;
}

/**
 * The truth file as JSON text, in pieces: the settings, the injected faults (what `demoEvents` returned), the number of
 * sensitive places by category and for every SIM home and work cell, role, age and gender of its person as they are, whether or
 * not the operator knows them, consent, the id that two SIMs share, the contract's holder, whether the SIM itself objected and
 * whether its person is removed. A `machine` stands still and reports every hour.
 * @yields the next piece of the text
 */
export function* demoTruth(settings: DemoSettings, faults: DemoFaults): Generator<string, void> {
  const around = surroundingsOf(settings.preset);
  const cellId = (cell: number) => around.network.cells[cell]?.id;
  const places = placesByCategory(demoTown(settings).places);
  yield `{"settings":${JSON.stringify(settings)},\n"faults":${JSON.stringify(faults)},\n"places":${JSON.stringify(places)},\n"people":[`;
  for (let from = 0; from < settings.persons; from += 4096) {
    const size = Math.min(4096, settings.persons - from);
    const people = Array.from({ length: size }, (_, i) => {
      const { number, owner, role, home, work, age, female } = personOf(settings.seed, from + i, around);
      return JSON.stringify({
        id: pseudonymOf(settings.seed, number),
        role,
        home: cellId(home),
        work: cellId(work),
        age,
        female,
        objected: hasObjected(settings.seed, number),
        removed: isRemoved(settings, number),
        ...contractOf(settings.seed, owner, number),
      });
    });
    yield `${from === 0 ? '' : ','}\n${people.join(',\n')}`;
  }
  yield '\n]}\n';
}

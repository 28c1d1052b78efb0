import { isoDay } from '../base/calendar.ts';
import { finished, type Steps } from '../base/steps.ts';
import type { Understanding } from '../extract/understanding.ts';
import { genders, unknownCategory } from '../recipe/age-bands.ts';
import type { Recipe, ZoneSource } from '../recipe/recipe.ts';
import type { Counter } from './counter.ts';
import type { ExtractInMemory } from './extract-in-memory.ts';

const hour = 3600;

/** What the vault made of an extract, in counts; `outsideZones` is about the zones asked for. */
export function understandingOf(
  extract: ExtractInMemory,
  counter: Counter,
  zones: ZoneSource,
): Understanding {
  return finished(understand(extract, counter, zones));
}

/** Events that are gone through in a step. */
const eventsOfStep = 1 << 18;

/** As `understandingOf`, with steps on the way. */
export function* understand(
  extract: ExtractInMemory,
  counter: Counter,
  zones: ZoneSource,
): Steps<Understanding> {
  const { base, dropped } = extract;
  const { zoneOfCell } = yield* counter.placing(plainZones(zones));
  let outsideZones = 0;
  const repeats = { outsideZones: 0, duplicate: 0 };
  extract.repeatsOfCell.forEach((count, cell) => {
    repeats[zoneOfCell[cell] === -1 ? 'outsideZones' : 'duplicate'] += count;
  });
  const { firstDay, lastDay } = counter.days(extract.timeZone);
  const span = spanOf(base.second);
  const firstHour = Math.floor(span.first / hour);
  const eventsPerHour = Array.from({ length: Math.floor(span.last / hour) - firstHour + 1 }, () => 0);
  const cellIsUsed = new Uint8Array(extract.latitude.length);
  const personIsKept = new Uint8Array(extract.ageOfPerson.length);
  const total = base.second.length;
  for (let i = 0; i < total; i++) {
    const at = Math.floor((base.second[i] ?? 0) / hour) - firstHour;
    eventsPerHour[at] = (eventsPerHour[at] ?? 0) + 1;
    cellIsUsed[base.cell[i] ?? 0] = 1;
    personIsKept[base.person[i] ?? 0] = 1;
    if (zoneOfCell[base.cell[i] ?? 0] === -1) outsideZones++;
    if (i % eventsOfStep === 0) yield { done: i, total };
  }
  return {
    name: extract.name,
    rowsRead: extract.rowsRead,
    rowsKept: base.person.length - outsideZones,
    dropped: {
      ...dropped,
      outsideZones: outsideZones + repeats.outsideZones,
      duplicate: repeats.duplicate,
    },
    rejects: [...extract.rejects],
    persons: extract.persons,
    ...personsBy(extract, personIsKept),
    severalPseudonyms: extract.severalPseudonyms,
    cellsKnown: extract.cellsKnown,
    cellsUsed: cellIsUsed.reduce((n, used) => n + used, 0),
    polygons: extract.polygons.length,
    places: placesByCategory(extract),
    ...inhabitants(extract),
    firstSecond: span.first,
    lastSecond: span.last,
    timeZone: extract.timeZone,
    firstDay: isoDay(firstDay),
    lastDay: isoDay(lastDay),
    eventsPerHour,
    objections: extract.objections,
  };
}

/** How many of the kept persons have an age, a gender, and gave consent. */
function personsBy(
  { ageOfPerson, genderOfPerson, consentOfPerson }: ExtractInMemory,
  isKept: Uint8Array,
): Pick<Understanding, 'personsWithAge' | 'personsWithGender' | 'personsWithConsent'> {
  const unknown = genders.indexOf(unknownCategory);
  const count = (has: (person: number) => boolean): number =>
    isKept.reduce((n, kept, person) => n + (kept === 1 && has(person) ? 1 : 0), 0);
  return {
    personsWithAge: count((person) => (ageOfPerson[person] ?? -1) >= 0),
    personsWithGender: count((person) => genderOfPerson[person] !== unknown),
    personsWithConsent: count((person) => consentOfPerson[person] === 1),
  };
}

function placesByCategory({ places }: ExtractInMemory): Understanding['places'] {
  const counts: Understanding['places'] = {};
  for (const { category } of places) counts[category] = (counts[category] ?? 0) + 1;
  return counts;
}

function inhabitants({ population }: ExtractInMemory): Pick<Understanding, 'population'> {
  if (!population) return {};
  const { rows } = population;
  return { population: { rows: rows.length, persons: rows.reduce((sum, { persons }) => sum + persons, 0) } };
}

/** Zones as they are before a recipe masks places or adds coarser levels. */
function plainZones(zones: ZoneSource): Pick<Recipe, 'zones' | 'levels' | 'sensitivePlaces'> {
  return { zones, levels: [], sensitivePlaces: { categories: [], radiusMetres: 0 } };
}

function spanOf(seconds: Int32Array): { readonly first: number; readonly last: number } {
  let first = Infinity;
  let last = -Infinity;
  for (const second of seconds) {
    if (second < first) first = second;
    if (second > last) last = second;
  }
  return { first, last };
}

import { sortBaseTable } from '../../../shared/kernel/sort-events.ts';
import { genders } from '../../../shared/recipe/age-bands.ts';
import type { SensitivePlace } from '../../../shared/geo/masked-cells.ts';
import type { ExtractInMemory } from '../../../shared/workflow/extract-in-memory.ts';

/** Once in a zone, on a day from 0 at an hour, local time of Berlin; minutes from the hour's start. */
export interface Visit {
  readonly zone: string;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
}

/** People alike: how many, who they are and where each of them is seen. */
export interface Crowd {
  readonly persons: number;
  readonly visits: readonly Visit[];
  readonly age?: number;
  readonly gender?: (typeof genders)[number];
  readonly consents?: boolean;
}

/** Zones in a row from west to east, each a square of a hundredth of a degree unless it is told where they lie. */
export interface WorldZone {
  readonly id: string;
  readonly parent?: string;
  /** Where it begins and ends, in hundredths of a degree east of 12 degrees. */
  readonly from?: number;
  readonly to?: number;
  /** Its row, in hundredths of a degree north of 51 degrees. */
  readonly north?: number;
}

/** What a small world has besides its people. */
export interface WorldOptions {
  readonly zones: readonly WorldZone[];
  /** Further cells, by the name visits use, besides one in the middle of each zone: how far east they stand. */
  readonly cells?: Readonly<Record<string, number>>;
  readonly places?: readonly SensitivePlace[];
}

/** First local midnight, in summer: two hours before that of UTC. */
const firstMidnight = Date.UTC(2026, 4, 3, 22) / 1000;

/** The extract of a small world after stage 1. */
export function worldOf(crowds: readonly Crowd[], options: WorldOptions): ExtractInMemory {
  const cells = cellsOf(options);
  const names = [...cells.keys()];
  const people = crowds.flatMap((crowd) => Array.from({ length: crowd.persons }, () => crowd));
  const rows = people.flatMap(({ visits }, person) =>
    visits.map(({ zone, day = 0, hour = 12, minute = 5 }) => ({
      person,
      second: firstMidnight + ((day * 24 + hour) * 60 + minute) * 60,
      cell: names.indexOf(zone),
    })),
  );
  const { table, repeatsOfCell } = sortBaseTable({
    person: Int32Array.from(rows, ({ person }) => person),
    second: Int32Array.from(rows, ({ second }) => second),
    cell: Int32Array.from(rows, ({ cell }) => cell),
  });
  const persons = people.length;
  return {
    name: 'events.csv',
    isGenerated: true,
    base: table,
    latitude: Float64Array.from(names, (name) => 51 + (cells.get(name)?.north ?? 0) / 100),
    longitude: Float64Array.from(names, (name) => 12 + (cells.get(name)?.east ?? 0) / 100),
    cellsKnown: names.length,
    persons,
    ageOfPerson: Int16Array.from(people, ({ age = -1 }) => age),
    genderOfPerson: Uint8Array.from(people, ({ gender = 'unknown' }) => genders.indexOf(gender)),
    consentOfPerson: Uint8Array.from(people, ({ consents = true }) => (consents ? 1 : 0)),
    holderOfPerson: undefined,
    tieOfPerson: Int32Array.from({ length: persons }, (_, who) => Math.imul(who + 1, 0x9e37_79b1)),
    cellRange: new Float64Array(names.length),
    severalPseudonyms: 0,
    places: options.places ?? [],
    polygons: options.zones.map(({ id, parent, ...at }, index) => ({
      zoneId: id,
      name: id,
      ...(parent !== undefined && { parent }),
      polygons: [[ring(at.from ?? index, at.to ?? index + 1, at.north ?? 0)]],
    })),
    population: undefined,
    rowsRead: rows.length,
    repeatsOfCell,
    dropped: { ragged: 0, badTime: 0, missingPerson: 0, unknownCell: 0, badPosition: 0, objection: 0 },
    rejects: [],
    objections: { kind: 'none', reason: 'made up' },
    timeZone: 'Europe/Berlin',
  };
}

interface Point {
  readonly east: number;
  readonly north: number;
}

function cellsOf({ zones, cells }: WorldOptions): ReadonlyMap<string, Point> {
  const middles = zones.map(({ id, from, to, north = 0 }, at): readonly [string, Point] => [
    id,
    { east: ((from ?? at) + (to ?? at + 1)) / 2, north: north + 0.5 },
  ]);
  const further = Object.entries(cells ?? {}).map(([name, east]): readonly [string, Point] => [
    name,
    { east, north: 0.5 },
  ]);
  return new Map([...middles, ...further]);
}

function ring(from: number, to: number, north: number): [number, number][] {
  const [west, east] = [12 + from / 100, 12 + to / 100];
  const [bottom, top] = [51 + north / 100, 51 + (north + 1) / 100];
  return [
    [west, bottom],
    [east, bottom],
    [east, top],
    [west, top],
    [west, bottom],
  ];
}

/** The three nights at home in a zone that make it somebody's home. */
export function nightsIn(zone: string, nights = 3): readonly Visit[] {
  return Array.from({ length: nights }, (_, day) => ({ zone, day, hour: 2 }));
}

/** Once a day at an hour, on days from `first`. */
export function daily(zone: string, days: number, hour = 12, first = 0): readonly Visit[] {
  return Array.from({ length: days }, (_, day) => ({ zone, day: first + day, hour }));
}

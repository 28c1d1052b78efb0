import * as fc from 'fast-check';
import { sortBaseTable } from '../../shared/kernel/sort-events.ts';
import type { ExtractInMemory } from '../../shared/workflow/extract-in-memory.ts';

/** An event: who, how many seconds after the first midnight, and in which cell. */
export interface SmallEvent {
  readonly person: number;
  readonly after: number;
  readonly cell: number;
}

/** What a small extract is made of, person by person. */
export interface SmallExtract {
  readonly ages: readonly number[];
  readonly genders: readonly number[];
  readonly holders: readonly number[] | undefined;
  readonly events: readonly SmallEvent[];
}

/** First local midnight in Berlin of three days of which the second has 25 hours. */
export const smallStart = Date.parse('2026-10-23T22:00:00Z') / 1000;
export const smallDays = { from: '2026-10-24', to: '2026-10-26' } as const;
const seconds = 73 * 3600;
const cells = 6;

/** Random extracts of up to `persons` people in four zones, two of each in one coarser zone, and one cell in none. */
export function smallExtracts(persons: number, mostEvents: number): fc.Arbitrary<SmallExtract> {
  const each = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
    fc.array(one, { minLength: persons, maxLength: persons });
  const gap = fc.oneof(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 40_000 }));
  const walk = fc.array(fc.record({ gap, cell: fc.nat(cells - 1) }), { maxLength: mostEvents, size: 'max' });
  return fc
    .record({
      ages: each(fc.constantFrom(-1, 17, 40, 70)),
      genders: each(fc.nat(2)),
      holders: fc.option(each(fc.integer({ min: -1, max: 2 })), { nil: undefined }),
      walks: each(walk),
    })
    .map(({ walks, ...people }) => {
      const events = walks.flatMap((own, person) => {
        let after = 0;
        return own.map(({ gap: step, cell }) => {
          after += step;
          return { person, after, cell };
        });
      });
      return { ...people, events: events.filter(({ after }) => after < seconds) };
    });
}

/** The extract in memory; `without` leaves the events of one person out. Ends of the span have an event of nobody who counts. */
export function extractOf(small: SmallExtract, without = -1): ExtractInMemory {
  const persons = small.ages.length + 1;
  const rows = [
    ...small.events.filter(({ person }) => person !== without),
    { person: persons - 1, after: 0, cell: cells - 1 },
    { person: persons - 1, after: seconds - 1, cell: cells - 1 },
  ];
  const { table, repeatsOfCell } = sortBaseTable({
    person: Int32Array.from(rows, ({ person }) => person),
    second: Int32Array.from(rows, ({ after }) => smallStart + after),
    cell: Int32Array.from(rows, ({ cell }) => cell),
  });
  return {
    name: 'events.csv',
    base: table,
    latitude: Float64Array.from({ length: cells }, () => 0.5),
    longitude: Float64Array.from({ length: cells }, (_, cell) =>
      cell === cells - 1 ? 90 : (cell % 4) + 0.5,
    ),
    cellsKnown: cells,
    persons,
    ageOfPerson: Int16Array.of(...small.ages, -1),
    genderOfPerson: Uint8Array.of(...small.genders, 0),
    consentOfPerson: new Uint8Array(persons).fill(1),
    holderOfPerson: small.holders && Int32Array.of(...small.holders, -1),
    tieOfPerson: Int32Array.from({ length: persons }, (_, who) => Math.imul(who + 1, 0x9e37_79b1)),
    cellRange: new Float64Array(cells),
    severalPseudonyms: 0,
    places: [],
    polygons: [0, 1, 2, 3].map((west) => ({
      zoneId: `z${west}`,
      name: `z${west}`,
      parent: west < 2 ? 'west' : 'east',
      polygons: [[square(west)]],
    })),
    population: undefined,
    rowsRead: rows.length,
    repeatsOfCell,
    dropped: {
      ragged: 0,
      badTime: 0,
      missingPerson: 0,
      unknownCell: 0,
      badPosition: 0,
      objection: 0,
    },
    rejects: [],
    objections: { kind: 'none', reason: 'test' },
    timeZone: 'Europe/Berlin',
    isGenerated: true,
  };
}

function square(west: number): [number, number][] {
  return [
    [west, 0],
    [west + 1, 0],
    [west + 1, 1],
    [west, 1],
    [west, 0],
  ];
}

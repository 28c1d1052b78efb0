import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetTable } from '../../../shared/base/time-zone.ts';
import { countPersons } from '../../../shared/kernel/count-persons.ts';
import { sortBaseTable } from '../../../shared/kernel/sort-events.ts';
import { timeBins } from '../../../shared/products/time-bins.ts';
import { plainBinName, plainFootfall, type PlainBin, type PlainEvent } from '../../support/plain-footfall.ts';
import { listedPresences, presencesByCells } from '../../support/presences-in-zones.ts';

const seed = 20_260_329;
const hour = 3600;

/** Spans of about three days in which the clock changes, where it does. */
const spans = [
  ['Europe/Berlin', '2026-03-28T06:00:00Z'],
  ['Europe/Berlin', '2026-10-24T06:00:00Z'],
  ['Pacific/Auckland', '2026-04-03T20:00:00Z'],
  ['Pacific/Auckland', '2026-09-25T20:00:00Z'],
  ['Asia/Kolkata', '2026-06-01T00:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T00:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-02T20:00:00Z'],
  ['America/St_Johns', '2026-03-07T12:00:00Z'],
  ['America/St_Johns', '2026-10-31T12:00:00Z'],
  ['UTC', '2026-01-01T00:00:00Z'],
] as const;

const persons = 6;
const cells = 5;
const extract = fc.record({
  span: fc.constantFrom(...spans),
  bin: fc.constantFrom<PlainBin>('quarterHour', 'hour', 'daypart', 'day'),
  zoneOfCell: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: cells, maxLength: cells }),
  classOfPerson: fc.array(fc.integer({ min: -1, max: 1 }), { minLength: persons, maxLength: persons }),
  events: fc.array(
    fc.record({
      person: fc.integer({ min: 0, max: persons - 1 }),
      after: fc.integer({ min: 0, max: 66 * hour }),
      cell: fc.integer({ min: 0, max: cells - 1 }),
    }),
    { minLength: 1, maxLength: 60 },
  ),
});
type Drawn = typeof extract extends fc.Arbitrary<infer T> ? T : never;

/** Groups of the product by the name of their bin, as the reference has them. */
function counted({
  span: [timeZone, from],
  bin,
  zoneOfCell,
  classOfPerson,
  events,
}: Drawn): Map<string, number> {
  const first = Date.parse(from) / 1000;
  const { table } = sortBaseTable({
    person: Int32Array.from(events, ({ person }) => person),
    second: Int32Array.from(events, ({ after }) => first + after),
    cell: Int32Array.from(events, ({ cell }) => cell),
  });
  const presences = presencesByCells(table, Int32Array.from(zoneOfCell), 3);
  const clock = offsetTable(timeZone, first - 3 * 24 * hour, first + 6 * 24 * hour);
  const bins = timeBins(bin, clock, first - 24 * hour, first + 96 * hour);
  const counts = countPersons(
    presences,
    { firstSlot: bins.firstSlot, binOfSlot: bins.binOfSlot, bins: bins.starts.length },
    { classOfPerson: Int32Array.from(classOfPerson), classes: 2 },
  );
  const groups = new Map<string, number>();
  counts.forEach((count, i) => {
    if (count === 0) return;
    const start = bins.starts[Math.floor(i / 2) % bins.starts.length] ?? 0;
    const zone = Math.floor(i / 2 / bins.starts.length);
    const key = `${zone}|${plainBinName(bin, timeZone, start)}|${i % 2}`;
    if (groups.has(key)) throw new Error(`two groups are ${key}`);
    groups.set(key, count);
  });
  return groups;
}

function reference({
  span: [timeZone, from],
  bin,
  zoneOfCell,
  classOfPerson,
  events,
}: Drawn): ReadonlyMap<string, number> {
  const first = Date.parse(from) / 1000;
  const plain = events.map(({ person, after, cell }): PlainEvent => ({
    person,
    second: first + after,
    zone: zoneOfCell[cell] ?? -1,
  }));
  return plainFootfall(plain, classOfPerson, (second) => plainBinName(bin, timeZone, second));
}

/** Presences of the first 100 slots, when one more event lies `far` seconds after the first. */
const nearPresences = (far: number): string => {
  const second = Int32Array.from({ length: 400 }, (_, i) => 1_000_000_000 + ((i * 7919) % 90_000));
  const { table } = sortBaseTable({
    person: Int32Array.from({ length: 400 }, (_, i) => (i * 31) % 17),
    second: Int32Array.from([...second, 1_000_000_000 + far]),
    cell: Int32Array.from({ length: 401 }, (_, i) => i % 40),
  });
  const zoneOfCell = Int32Array.from({ length: 40 }, (_, i) => (i % 9) - 1);
  const near = listedPresences(presencesByCells(table, zoneOfCell, 40), 17).filter(
    (one) => Number(one.split('|')[1]) <= 1_000_000_000 + 100 * 900,
  );
  return near.join('\n');
};

describe('counting distinct persons', () => {
  it('gives what sets of persons give, in every bin and over every clock change', () => {
    fc.assert(
      fc.property(extract, (drawn) => {
        expect(counted(drawn)).toEqual(reference(drawn));
      }),
      { seed, numRuns: 400 },
    );
  });

  it('changes nothing when rows come twice or in another order', () => {
    fc.assert(
      fc.property(extract, fc.nat(), (drawn, turn) => {
        const { events } = drawn;
        const at = turn % events.length;
        const turned = [...events.slice(at), ...events.slice(0, at), ...events.slice(at)].toReversed();
        expect(counted({ ...drawn, events: turned })).toEqual(counted(drawn));
      }),
      { seed, numRuns: 200 },
    );
  });

  it('counts a person once in a group however many events they have in it', () => {
    fc.assert(
      fc.property(extract, (drawn) => {
        const one = { ...drawn, events: drawn.events.map((event) => ({ ...event, person: 0 })) };
        for (const count of counted(one).values()) expect(count).toBe(1);
      }),
      { seed, numRuns: 200 },
    );
  });

  it('sorts the same whether a cell has an event in most of its slots or in one years away', () => {
    const manyYears = 900 * 1_000_000;
    expect(nearPresences(manyYears)).toBe(nearPresences(900 * 200));
    expect(nearPresences(manyYears).split('\n').length).toBeGreaterThan(200);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetTable } from '../../../shared/base/time-zone.ts';
import { sortBaseTable } from '../../../shared/kernel/sort-events.ts';
import { catchmentTable } from '../../../shared/kernel/catchment.ts';
import { countPersons } from '../../../shared/kernel/count-persons.ts';
import type { Counting } from '../../../shared/kernel/counting.ts';
import { datedBins } from '../../../shared/kernel/dated-bins.ts';
import { dwellTable } from '../../../shared/kernel/dwell.ts';
import { flowsTable } from '../../../shared/kernel/flows.ts';
import { footfallTable } from '../../../shared/kernel/footfall.ts';
import { frequencyTable } from '../../../shared/kernel/frequency.ts';
import { zonesOfEvents } from '../../../shared/kernel/handovers.ts';
import { homesOf } from '../../../shared/kernel/homes.ts';
import type { Stays } from '../../../shared/kernel/stays.ts';
import { staysOf } from '../../../shared/kernel/find-stays.ts';
import { timeBins } from '../../../shared/products/time-bins.ts';
import { momentsOf } from '../../support/moments.ts';
import { plainBinName, type PlainEvent } from '../../support/plain-footfall.ts';
import {
  plainCatchment,
  plainDwell,
  plainFlows,
  plainFrequency,
  plainHandovers,
  plainHomes,
  plainSlots,
  plainStays,
  plainTable,
  type PlainMember,
  type PlainStay,
} from '../../support/plain-products.ts';
import { plainTrips, tripsOfTable } from '../../support/plain-trips.ts';
import { tableGroups } from '../../support/table-groups.ts';
import { listedPresences, presencesByCells, presencesByZones } from '../../support/presences-in-zones.ts';

const seed = 20_261_025;
const day = 86_400;
const persons = 6;
const cells = 6;
const zones = 4;
const ages = 2;
const genders = 2;
const dwellBreaks = [5, 15, 60, 240];
const frequencyBreaks = [2, 3];

/** Spans of about five days in which the clock changes, where it does. */
const spans = [
  ['Europe/Berlin', '2026-03-27T06:00:00Z'],
  ['Europe/Berlin', '2026-10-23T06:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-03T00:00:00Z'],
  ['America/St_Johns', '2026-10-30T12:00:00Z'],
  ['UTC', '2026-01-01T00:00:00Z'],
] as const;

const walk = fc.array(
  fc.record({
    person: fc.integer({ min: 0, max: persons - 1 }),
    /** Seconds since the person's event before. */
    after: fc.oneof(
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 0, max: 2000 }),
      fc.integer({ min: 3000, max: 40_000 }),
      fc.constantFrom(0, 1, 599, 600, 601, 899, 900, 901, 7200, 7201, 28_800, 28_801),
    ),
    cell: fc.integer({ min: 0, max: cells - 1 }),
  }),
  { minLength: 1, maxLength: 90, size: 'max' },
);
const extract = fc.record({
  span: fc.constantFrom(...spans),
  zoneOfCell: fc.array(fc.integer({ min: -1, max: zones - 1 }), { minLength: cells, maxLength: cells }),
  classOfPerson: fc.array(fc.integer({ min: -1, max: ages * genders - 1 }), {
    minLength: persons,
    maxLength: persons,
  }),
  holderOfPerson: fc.option(
    fc.array(fc.integer({ min: -1, max: 2 }), { minLength: persons, maxLength: persons }),
    { nil: undefined },
  ),
  /** The period: first and last day, counted from the day of the first event. */
  period: fc.constantFrom([0, 9], [1, 2], [0, 0], [-1, 3]),
  totals: fc.boolean(),
  gaps: fc.constantFrom({ day: 7200, night: 28_800 }, { day: 1800, night: 900 }, { day: 300, night: 100 }),
  walk,
});
type Drawn = typeof extract extends fc.Arbitrary<infer T> ? T : never;

/** An extract as the kernel and as the reference have it. */
function world(drawn: Drawn) {
  const [timeZone, first] = drawn.span;
  const start = Date.parse(first) / 1000;
  const now = new Map<number, number>();
  const rows = drawn.walk.map(({ person, after, cell }) => {
    const second = (now.get(person) ?? start) + after;
    now.set(person, second);
    return { person, second, cell };
  });
  const { table: base } = sortBaseTable({
    person: Int32Array.from(rows, ({ person }) => person),
    second: Int32Array.from(rows, ({ second }) => second),
    cell: Int32Array.from(rows, ({ cell }) => cell),
  });
  const zoneOfCell = Int32Array.from(drawn.zoneOfCell);
  const clock = offsetTable(timeZone, start - 3 * day, start + 60 * day);
  const midnight = Math.floor(start / day) * day;
  const period = {
    from: midnight + drawn.period[0] * day - 1800,
    to: midnight + (drawn.period[1] + 1) * day + 3600,
    timeZone,
  };
  const events = Array.from(base.person, (person, i): PlainEvent => ({
    person,
    second: base.second[i] ?? 0,
    zone: zoneOfCell[base.cell[i] ?? 0] ?? -1,
  }));
  const counting: Counting = {
    people: {
      classOfPerson: Int32Array.from(drawn.classOfPerson),
      ages,
      genders,
      holderOfPerson: drawn.holderOfPerson && Int32Array.from(drawn.holderOfPerson),
    },
    totals: drawn.totals ? ['zone', 'time', 'home', 'band', 'age', 'gender'] : [],
    bound: undefined,
  };
  const rules = { maximumGapSeconds: drawn.gaps.day, maximumNightGapSeconds: drawn.gaps.night };
  const found = staysOf(base, zonesOfEvents(base, zoneOfCell), rules, clock);
  return {
    base,
    zoneOfCell,
    clock,
    period,
    events,
    counting,
    found,
    timeZone,
    bins: (name: 'day' | 'daypart') => datedBins(timeBins(name, clock, period.from, period.to), clock),
    plain: plainStays(plainHandovers(events), drawn.gaps, timeZone),
    moments: events
      .filter(({ zone }) => zone !== -1)
      .map(({ person, zone, second }) => ({ person, zone, from: second, to: second + 1 })),
  };
}

const listed = ({ person, zone, from, to }: Stays): readonly PlainStay[] =>
  Array.from(person, (who, i) => ({ person: who, zone: zone[i] ?? -2, from: from[i] ?? 0, to: to[i] ?? 0 }));

/** Seconds of the stays that lie between two events of the person at most 900 s apart. */
const plainObserved = (stays: readonly PlainStay[], events: readonly PlainEvent[]): number =>
  stays.reduce((all, { person, from, to }) => {
    const own = events.filter((event) => event.person === person);
    const inside = own.map(({ second }, i) => {
      const next = own[i + 1]?.second ?? Infinity;
      return next - second <= 900 ? Math.max(0, Math.min(to, next) - Math.max(from, second)) : 0;
    });
    return all + inside.reduce((sum, seconds) => sum + seconds, 0);
  }, 0);

const plainPresences = (stays: readonly PlainStay[]): readonly string[] => {
  const keys = stays.flatMap((stay) =>
    plainSlots(stay).map((slot) => [stay.zone, slot, stay.person] as const),
  );
  const sorted = keys.toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  return [...new Set(sorted.map((key) => key.join('|')))];
};

describe('stays', () => {
  it('are those of event objects with an interval each, to the second', () => {
    fc.assert(
      fc.property(extract, (drawn) => {
        const { found, plain, events } = world(drawn);
        expect(listed(found.stays)).toEqual(plain);
        expect(found.seconds).toBe(plain.reduce((sum, { from, to }) => sum + to - from, 0));
        expect(found.seconds - found.imputedSeconds).toBe(plainObserved(plain, events));
      }),
      { seed, numRuns: 600 },
    );
  });

  it('never overlap, and hold every event that lies in their zone', () => {
    fc.assert(
      fc.property(extract, (drawn) => {
        const { found, events } = world(drawn);
        const stays = listed(found.stays);
        stays.forEach((stay, i) => {
          expect(stay.to).toBeGreaterThan(stay.from);
          const before = stays[i - 1];
          if (before?.person === stay.person) expect(stay.from).toBeGreaterThanOrEqual(before.to);
        });
        for (const { person, zone, second } of plainHandovers(events)) {
          const sameSecond = events.filter(
            (one) => one.person === person && Math.abs(one.second - second) <= 1,
          );
          if (zone === -1 || sameSecond.length > 1) continue;
          expect(
            stays.some((s) => s.person === person && s.zone === zone && s.from <= second && second < s.to),
          ).toBe(true);
        }
      }),
      { seed, numRuns: 300 },
    );
  });

  it('do not change when handovers are taken back twice', () => {
    fc.assert(
      fc.property(extract, (drawn) => {
        const { base, zoneOfCell } = world(drawn);
        const once = zonesOfEvents(base, zoneOfCell);
        const own = { ...base, cell: Int32Array.from(once, (_, i) => i) };
        expect(zonesOfEvents(own, once)).toEqual(once);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('give presences in every slot they have a second in, each once, sorted', () => {
    fc.assert(
      fc.property(extract, (drawn) => {
        const { found, plain } = world(drawn);
        for (const atOnce of [undefined, 1, 5])
          expect(listedPresences(presencesByZones(found.stays, zones, atOnce), persons)).toEqual(
            plainPresences(plain),
          );
      }),
      { seed, numRuns: 300 },
    );
  });

  it('of one second each give the presences that events give', () => {
    fc.assert(
      fc.property(extract, (drawn) => {
        const { base, zoneOfCell } = world(drawn);
        const own = listedPresences(presencesByZones(momentsOf(base, zoneOfCell), zones), persons);
        for (const atOnce of [undefined, 1, 5])
          expect(listedPresences(presencesByCells(base, zoneOfCell, zones, atOnce), persons)).toEqual(own);
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe('homes', () => {
  it('are the zones with the most night presence that sets of slots and nights give', () => {
    let known = 0;
    fc.assert(
      fc.property(extract, fc.integer({ min: 1, max: 3 }), (drawn, minimumNights) => {
        const { found, base, zoneOfCell, clock, plain, moments, timeZone } = world(drawn);
        const rule = {
          zones,
          minimumNights,
          tieOfPerson: Int32Array.from({ length: persons }, (_, i) => i * 77),
        };
        for (const [own, reference] of [
          [found.stays, plain],
          [{ base, zoneOfCell }, moments],
        ] as const)
          homesOf(own, clock, rule).forEach((home, person) => {
            const possible = plainHomes(reference, person, minimumNights, timeZone);
            if (home === -1) expect(possible).toEqual([]);
            else expect(possible).toContain(home);
            known += home === -1 ? 0 : 1;
          });
      }),
      { seed, numRuns: 300 },
    );
    expect(known).toBeGreaterThan(300);
  });
});

describe('trips of flows', () => {
  it('are all of them, and those of the two holders with most, in every group and total', () => {
    let shared = 0;
    fc.assert(
      fc.property(extract, (drawn) => {
        const { found, plain, period, bins, counting, timeZone } = world(drawn);
        const dayparts = bins('daypart');
        const order = { zones, dayparts, maximumTripMinutes: 60 };
        const table = flowsTable(found.stays, order, { ...counting, trips: true });
        const time = (bin: number): string =>
          plainBinName('daypart', timeZone, Math.max(period.from, dayparts.starts[bin] ?? 0));
        const wanted = plainTrips(plainFlows(plain, period, 60), { ...drawn, genders }, drawn.totals);
        expect(tripsOfTable(table, { time })).toEqual(wanted);
        expect(flowsTable(found.stays, order, counting)).toEqual({ ...table, trips: undefined });
        shared += [...wanted.values()].filter((trips) => !trips.endsWith('/0')).length;
      }),
      { seed, numRuns: 300 },
    );
    expect(shared).toBeGreaterThan(50);
  });
});

describe('the five products', () => {
  it.each(['stays', 'events'] as const)('by %s give what sets of persons and holders give', (presence) => {
    fc.assert(
      fc.property(extract, (drawn) => {
        const { found, base, zoneOfCell, plain, moments, period, bins, counting, timeZone } = world(drawn);
        const stays = presence === 'stays' ? found.stays : momentsOf(base, zoneOfCell);
        const visits = presence === 'stays' ? found.stays : { base, zoneOfCell };
        const reference = presence === 'stays' ? plain : moments;
        const [dayparts, days] = [bins('daypart'), bins('day')];
        const people = { ...drawn, genders };
        const name = (bin: 'day' | 'daypart', starts: Int32Array) => (value: number) =>
          plainBinName(bin, timeZone, Math.max(period.from, starts[value] ?? 0));
        const names = { time: name('daypart', dayparts.starts) };
        const homeOfPerson = [0, 1, 2, 3, -1, -1];
        const order = { zones, homes: 4, homeOfPerson: Int32Array.from(homeOfPerson) };
        const check = (
          table: Parameters<typeof tableGroups>[0],
          members: readonly PlainMember[],
          additive: readonly boolean[],
          own: Parameters<typeof tableGroups>[1] = names,
        ): void =>
          expect(tableGroups(table, own)).toEqual(
            plainTable(
              members,
              people,
              [...additive, true, true].map((can) => can && drawn.totals),
            ),
          );
        check(
          dwellTable(stays, { zones, dayparts, breaks: dwellBreaks }, counting),
          plainDwell(reference, period, dwellBreaks),
          [false, false, true],
        );
        check(
          flowsTable(stays, { zones, dayparts, maximumTripMinutes: 60 }, counting),
          plainFlows(reference, period, 60),
          [false, false, false],
        );
        check(
          frequencyTable(visits, { zones, days, breaks: frequencyBreaks }, counting),
          plainFrequency(reference, period, frequencyBreaks),
          [false, true],
        );
        check(
          catchmentTable(visits, { ...order, days }, counting),
          plainCatchment(reference, period, homeOfPerson),
          [false, true],
          { home: (value) => `${value === 4 ? -1 : value}` },
        );
        const presences = presencesByZones(stays, zones);
        const slotBins = { firstSlot: days.firstSlot, binOfSlot: days.binOfSlot, bins: days.starts.length };
        const { classOfPerson } = counting.people;
        const counts = countPersons(presences, slotBins, { classOfPerson, classes: ages * genders });
        check(
          footfallTable({ presences, slotBins, counts }, counting),
          reference.flatMap((stay) =>
            plainSlots(stay)
              .filter((slot) => slot >= period.from && slot < period.to)
              .map((slot) => ({
                person: stay.person,
                values: [`${stay.zone}`, plainBinName('day', timeZone, slot)],
              })),
          ),
          [false, false],
          { time: name('day', days.starts) },
        );
      }),
      { seed, numRuns: 300 },
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetTable } from '../../../shared/base/time-zone.ts';
import { boundPresences } from '../../../shared/kernel/bound-presences.ts';
import { catchmentTable } from '../../../shared/kernel/catchment.ts';
import { countPersons } from '../../../shared/kernel/count-persons.ts';
import type { Counting } from '../../../shared/kernel/counting.ts';
import { datedBins } from '../../../shared/kernel/dated-bins.ts';
import { dwellTable } from '../../../shared/kernel/dwell.ts';
import { flowsTable } from '../../../shared/kernel/flows.ts';
import { footfallTable } from '../../../shared/kernel/footfall.ts';
import { frequencyTable } from '../../../shared/kernel/frequency.ts';
import type { ContributionBound } from '../../../shared/kernel/person-groups.ts';
import type { Stays } from '../../../shared/kernel/stays.ts';
import { timeBins } from '../../../shared/products/time-bins.ts';
import type { GroupTable } from '../../../shared/products/group-table.ts';
import type { Presences } from '../../../shared/kernel/presences.ts';
import { listedPresences, presencesByZones } from '../../support/presences-in-zones.ts';

const seed = 47;
const day = 86_400;
const persons = 3;
const zones = 4;
const start = Date.parse('2026-10-23T22:00:00Z') / 1000;
const clock = offsetTable('Europe/Berlin', start - 9 * day, start + 9 * day);
/** Three local days, the second of 25 hours. */
const bins = (name: 'hour' | 'daypart' | 'day') =>
  datedBins(timeBins(name, clock, start, start + 3 * day + 3600), clock);
const [hours, dayparts, days] = [bins('hour'), bins('daypart'), bins('day')];

const stays = fc
  .array(
    fc.record({
      person: fc.integer({ min: 0, max: persons - 1 }),
      zone: fc.integer({ min: 0, max: zones - 1 }),
      gap: fc.integer({ min: 0, max: 9000 }),
      seconds: fc.integer({ min: 1, max: 9000 }),
    }),
    { minLength: 1, maxLength: 60, size: 'max' },
  )
  .map((drawn): Stays => {
    const now = new Int32Array(persons).fill(start);
    const rows = drawn.map(({ person, zone, gap, seconds }) => {
      const from = (now[person] ?? 0) + gap;
      now[person] = from + seconds;
      return { person, zone, from, to: from + seconds };
    });
    rows.sort((a, b) => a.person - b.person || a.from - b.from);
    return {
      person: Int32Array.from(rows, ({ person }) => person),
      zone: Int32Array.from(rows, ({ zone }) => zone),
      from: Int32Array.from(rows, ({ from }) => from),
      to: Int32Array.from(rows, ({ to }) => to),
    };
  });

const only = (who: number | undefined, bound: ContributionBound | undefined): Counting => ({
  people: {
    classOfPerson: Int32Array.from({ length: persons }, (_, i) => (who === undefined || i === who ? 0 : -1)),
    ages: 1,
    genders: 1,
    holderOfPerson: undefined,
  },
  totals: [],
  bound,
});

const tieOfPerson = Int32Array.of(11, -5, 1_999_999_999);

function footfall(own: Stays, { people, bound }: Counting): GroupTable {
  const all = presencesByZones(own, zones);
  const presences = (bound && boundPresences({ levels: [own], zones, bins: hours }, bound)) ?? all;
  const slotBins = { ...hours, bins: hours.starts.length };
  const counts = countPersons(presences, slotBins, { classOfPerson: people.classOfPerson, classes: 1 });
  return footfallTable({ presences, slotBins, counts }, { people, totals: [] });
}

const products: Readonly<Record<string, (own: Stays, counting: Counting) => GroupTable>> = {
  footfall,
  dwell: (own, counting) => dwellTable(own, { zones, dayparts, breaks: [30] }, counting),
  flows: (own, counting) => flowsTable(own, { zones, dayparts, maximumTripMinutes: 60 }, counting),
};

/** Local day of each group of a table that has a time. */
function daysOf({ at, dimensions }: GroupTable): readonly number[] {
  const time = dimensions.findIndex(({ name }) => name === 'time');
  const stride = dimensions.slice(time + 1).reduce((all, { size }) => all * size, 1);
  const own = dimensions[1]?.name === 'time' && dimensions.length === 4 ? hours : dayparts;
  return Array.from(at, (place) => {
    const bin = Math.floor(place / stride) % (dimensions[time]?.size ?? 1);
    return own.dayOfBin[bin] ?? -1;
  });
}

const perDay = (list: readonly number[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
};

/** Days in presences by person and zone. */
const binsVisited = (daily: Presences): ReadonlyMap<string, ReadonlySet<number>> => {
  const visited = new Map<string, Set<number>>();
  for (const presence of listedPresences(daily, persons)) {
    const [zone, second, person] = presence.split('|').map(Number);
    const bin = days.binOfSlot[(second ?? 0) / 900 - days.firstSlot] ?? -1;
    const key = `${person}|${zone}`;
    visited.set(key, (visited.get(key) ?? new Set()).add(bin));
  }
  return visited;
};

const column = (list: readonly number[]): Int32Array => Int32Array.from(list);

describe('the contribution bound', () => {
  it.each(Object.entries(products))(
    'keeps of a person and day in %s as many groups as it lets, or all there are',
    (_, table) => {
      let cut = 0;
      fc.assert(
        fc.property(stays, fc.integer({ min: 1, max: 4 }), (own, groupsPerDay) => {
          for (let who = 0; who < persons; who++) {
            const free = table(own, only(who, undefined));
            const bounded = table(own, only(who, { groupsPerDay, tieOfPerson }));
            const most = perDay(daysOf(free));
            const expected = new Map([...most].map(([at, count]) => [at, Math.min(count, groupsPerDay)]));
            expect(perDay(daysOf(bounded))).toEqual(expected);
            for (const place of bounded.at) expect(free.at).toContain(place);
            cut += free.at.length - bounded.at.length;
          }
        }),
        { seed, numRuns: 150 },
      );
      expect(cut).toBeGreaterThan(100);
    },
  );

  it('leaves of what others contribute everything as it is', () => {
    fc.assert(
      fc.property(stays, fc.integer({ min: 1, max: 4 }), (own, groupsPerDay) => {
        const bound = { groupsPerDay, tieOfPerson };
        for (const table of Object.values(products)) {
          const sum = new Map<number, number>();
          for (let who = 0; who < persons; who++)
            for (const place of table(own, only(who, bound)).at) sum.set(place, (sum.get(place) ?? 0) + 1);
          const all = table(own, only(undefined, bound));
          expect(new Map(Array.from(all.at, (place, i) => [place, all.persons[i]]))).toEqual(
            new Map([...sum].toSorted(([a], [b]) => a - b)),
          );
        }
      }),
      { seed, numRuns: 100 },
    );
  });

  it('keeps in frequency and catchment so many zones a day, as footfall by days has them', () => {
    fc.assert(
      fc.property(stays, fc.integer({ min: 1, max: 3 }), (own, groupsPerDay) => {
        const bound = { groupsPerDay, tieOfPerson };
        const order = { levels: [own], zones, bins: days };
        const daily = boundPresences(order, bound) ?? presencesByZones(own, zones);
        const visited = binsVisited(daily);
        for (let who = 0; who < persons; who++) {
          const counting = only(who, bound);
          const expected: number[] = [];
          for (let zone = 0; zone < zones; zone++) {
            const count = visited.get(`${who}|${zone}`)?.size ?? 0;
            if (count > 0) expected.push(zone * 3 + count - 1);
          }
          expect([...frequencyTable(own, { zones, days, breaks: [2, 3] }, counting).at]).toEqual(expected);
          const counted = { zones, days, homes: 1, homeOfPerson: Int32Array.of(0, -1, 0) };
          const home = who === 1 ? 1 : 0;
          expect([...catchmentTable(own, counted, counting).at]).toEqual(
            expected.map((place) => Math.floor(place / 3) * 2 + home),
          );
        }
      }),
      { seed, numRuns: 150 },
    );
  });

  it('chooses by the person, not by their number in this review', () => {
    const visits = (person: number): Stays => ({
      person: column([person, person, person, person]),
      zone: column([0, 1, 2, 3]),
      from: column([1, 2, 3, 4].map((i) => start + i * 3600)),
      to: column([1, 2, 3, 4].map((i) => start + i * 3600 + 60)),
    });
    const first = dwellTable(
      visits(0),
      { zones, dayparts, breaks: [] },
      only(0, { groupsPerDay: 2, tieOfPerson: column([7, 8, 9]) }),
    );
    const second = dwellTable(
      visits(2),
      { zones, dayparts, breaks: [] },
      only(2, { groupsPerDay: 2, tieOfPerson: column([8, 9, 7]) }),
    );
    expect(second.at).toEqual(first.at);
    const chosen = [1, 2, 3, 4, 5, 6, 7, 8].map((tie) =>
      dwellTable(
        visits(0),
        { zones, dayparts, breaks: [] },
        only(0, { groupsPerDay: 2, tieOfPerson: column([tie, 0, 0]) }),
      ).at.join(),
    );
    expect(new Set(chosen).size).toBeGreaterThan(2);
  });
});

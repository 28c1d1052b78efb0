import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { offsetTable } from '../../../shared/base/time-zone.ts';
import { sortBaseTable } from '../../../shared/kernel/sort-events.ts';
import { coarserStays } from '../../../shared/kernel/coarser-stays.ts';
import type { Counting } from '../../../shared/kernel/counting.ts';
import { countPersons } from '../../../shared/kernel/count-persons.ts';
import { datedBins } from '../../../shared/kernel/dated-bins.ts';
import { dwellTable } from '../../../shared/kernel/dwell.ts';
import { flowsTable } from '../../../shared/kernel/flows.ts';
import { footfallTable } from '../../../shared/kernel/footfall.ts';
import { zonesOfEvents } from '../../../shared/kernel/handovers.ts';
import type { Stays } from '../../../shared/kernel/stays.ts';
import { staysOf } from '../../../shared/kernel/find-stays.ts';
import type { GroupTable } from '../../../shared/products/group-table.ts';
import { timeBins } from '../../../shared/products/time-bins.ts';
import { presencesByZones } from '../../support/presences-in-zones.ts';

const start = Date.parse('2026-05-04T00:00:00Z') / 1000;
const clock = offsetTable('UTC', start - 9 * 86_400, start + 9 * 86_400);
const bins = (name: 'hour' | 'daypart') => datedBins(timeBins(name, clock, start, start + 2 * 86_400), clock);
const [hours, dayparts] = [bins('hour'), bins('daypart')];
const persons = 4;
/** Zones 0 to 3 lie in 0 and 1; zone 4 lies in none. */
const coarserOf = Int32Array.of(0, 0, 1, 1, -1);
const counting: Counting = {
  people: { classOfPerson: new Int32Array(persons), ages: 1, genders: 1, holderOfPerson: undefined },
  totals: ['band'],
  bound: undefined,
};

const found = fc
  .array(
    fc.record({
      person: fc.integer({ min: 0, max: persons - 1 }),
      after: fc.oneof(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 9000 })),
      cell: fc.integer({ min: 0, max: 5 }),
    }),
    { minLength: 1, maxLength: 80, size: 'max' },
  )
  .map((walk) => {
    const now = new Int32Array(persons).fill(start);
    const rows = walk.map(({ person, after, cell }) => {
      now[person] = (now[person] ?? 0) + after;
      return { person, second: now[person] ?? 0, cell };
    });
    const { table } = sortBaseTable({
      person: Int32Array.from(rows, ({ person }) => person),
      second: Int32Array.from(rows, ({ second }) => second),
      cell: Int32Array.from(rows, ({ cell }) => cell),
    });
    const zones = zonesOfEvents(table, Int32Array.of(0, 1, 2, 3, 4, -1));
    return staysOf(table, zones, { maximumGapSeconds: 7200, maximumNightGapSeconds: 28_800 }, clock).stays;
  });

type Count = (stays: Stays, zones: number) => GroupTable;
const tables: Readonly<Record<string, Count>> = {
  footfall: (stays, zones) => {
    const presences = presencesByZones(stays, zones);
    const slotBins = { ...hours, bins: hours.starts.length };
    const counts = countPersons(presences, slotBins, { ...counting.people, classes: 1 });
    return footfallTable({ presences, slotBins, counts }, { ...counting, totals: [] });
  },
  dwell: (stays, zones) => dwellTable(stays, { zones, dayparts, breaks: [30] }, counting),
  flows: (stays, zones) => flowsTable(stays, { zones, dayparts, maximumTripMinutes: 60 }, counting),
};

/** Persons of each group by its coarser zones and time; of dwell only the groups over all bands. */
function byCoarser(table: GroupTable, coarser: (zone: number) => number): Map<string, readonly number[]> {
  const groups = new Map<string, readonly number[]>();
  table.at.forEach((at, i) => {
    let rest = at;
    const values = table.dimensions.toReversed().map(({ name, size }) => {
      const value = rest % size;
      rest = Math.floor(rest / size);
      return name === 'zone' || name === 'destination' ? coarser(value) : value;
    });
    const band = table.dimensions.toReversed().findIndex(({ hasTotal }) => hasTotal);
    if (band !== -1 && values[band] !== (table.dimensions.toReversed()[band]?.size ?? 0) - 1) return;
    const key = values.join(' ');
    groups.set(key, [...(groups.get(key) ?? []), table.persons[i] ?? 0]);
  });
  return groups;
}

it.each(Object.entries(tables))(
  'puts into a coarser zone of %s at least the persons of each of its zones and at most their sum',
  (product, count) => {
    fc.assert(
      fc.property(found, (stays) => {
        const fine = byCoarser(count(stays, 5), (zone) => coarserOf[zone] ?? -1);
        const coarse = byCoarser(count(coarserStays(stays, coarserOf), 2), (zone) => zone);
        for (const [key, children] of fine) {
          const isInside = product === 'flows' && new Set(key.split(' ').slice(-2)).size === 1;
          if (key.split(' ').slice(-2).includes('-1') || isInside) continue;
          const parent = coarse.get(key)?.[0] ?? 0;
          expect(parent).toBeGreaterThanOrEqual(Math.max(...children));
          expect(parent).toBeLessThanOrEqual(children.reduce((sum, one) => sum + one, 0));
        }
        if (product !== 'flows') for (const key of coarse.keys()) expect(fine.has(key)).toBe(true);
      }),
      { seed: 5, numRuns: 300 },
    );
  },
);

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortBaseTable } from '../../../shared/kernel/sort-events.ts';
import { countPersons } from '../../../shared/kernel/count-persons.ts';
import type { CountOrder } from '../../../shared/kernel/count-order.ts';
import { countRange, countSheet } from '../../../shared/kernel/count-range.ts';
import { countWithHelp, helpCounting, type AskForHelp } from '../../../shared/kernel/count-with-help.ts';
import { presencesOfCells } from '../../../shared/kernel/presences-of-cells.ts';
import { presencesInZones } from '../../../shared/kernel/presences.ts';
import { runRanges } from '../../../shared/kernel/run-ranges.ts';
import { slotSeconds } from '../../../shared/products/time-bins.ts';

const seed = 20_261_122;
const persons = 7;
const cells = 6;
const slots = 24;
const firstSlot = 1_900_000;

const world = fc.record({
  zoneOfCell: fc.array(fc.integer({ min: -1, max: 3 }), { minLength: cells, maxLength: cells }),
  coarserOf: fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 4, maxLength: 4 }),
  classOfPerson: fc.array(fc.integer({ min: -1, max: 1 }), { minLength: persons, maxLength: persons }),
  /** Slots of a bin, and how many slots before the first and after the last bin are in none. */
  binSlots: fc.integer({ min: 1, max: 9 }),
  outside: fc.integer({ min: 0, max: 4 }),
  events: fc.array(
    fc.record({
      person: fc.integer({ min: 0, max: persons - 1 }),
      second: fc.integer({ min: firstSlot * slotSeconds, max: (firstSlot + slots) * slotSeconds - 1 }),
      cell: fc.integer({ min: 0, max: cells - 1 }),
    }),
    { minLength: 1, maxLength: 150, size: 'max' },
  ),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const zones = 6;
function orderOf({ events, zoneOfCell, coarserOf, classOfPerson, binSlots, outside }: World): CountOrder {
  const { table } = sortBaseTable({
    person: Int32Array.from(events, ({ person }) => person),
    second: Int32Array.from(events, ({ second }) => second),
    cell: Int32Array.from(events, ({ cell }) => cell),
  });
  const coarser = zoneOfCell.map((zone) =>
    zone === -1 || coarserOf[zone] === -1 ? -1 : 4 + (coarserOf[zone] ?? 0),
  );
  const atCells = presencesOfCells(table, cells, slotSeconds);
  const levels = [Int32Array.from(zoneOfCell), Int32Array.from(coarser)];
  const binOfSlot = Int32Array.from({ length: slots }, (_, slot) =>
    slot < outside || slot >= slots - outside ? -1 : Math.floor((slot - outside) / binSlots),
  );
  return {
    presences: presencesInZones(atCells, levels, zones),
    slotBins: { firstSlot, binOfSlot, bins: Math.max(...binOfSlot) + 1 },
    groups: { classOfPerson: Int32Array.from(classOfPerson), classes: 2 },
  };
}

/** Persons by zone, bin and class, by sets. */
function plainCounts(
  { events, zoneOfCell, coarserOf, classOfPerson }: World,
  { slotBins }: CountOrder,
): Int32Array {
  const binAt = (second: number): number =>
    slotBins.binOfSlot[Math.floor(second / slotSeconds) - firstSlot] ?? -1;
  const members = events.flatMap(({ person, second, cell }) => {
    const zone = zoneOfCell[cell] ?? -1;
    const coarser = coarserOf[zone] ?? -1;
    const group = classOfPerson[person] ?? -1;
    const own = [zone, coarser === -1 ? -1 : 4 + coarser].filter((one) => one !== -1);
    const places = own.map((one) => (one * slotBins.bins + binAt(second)) * 2 + group);
    return binAt(second) === -1 || group === -1 ? [] : places.map((at) => `${at}|${person}`);
  });
  const counts = new Int32Array(zones * slotBins.bins * 2);
  for (const member of new Set(members)) {
    const at = Number(member.split('|')[0]);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** Takes some ranges as a second thread does, finishes others before, and never gets to the end of these. */
const leaves =
  (which: readonly boolean[]): AskForHelp =>
  (count) => {
    which.forEach((isTaken, i) => {
      if (!isTaken || i >= count.taken.length) return;
      Atomics.store(count.taken, i, 2);
      count.counts.fill(77);
    });
  };

/** Takes and finishes some ranges, leaves others free. */
const does =
  (which: readonly boolean[]): AskForHelp =>
  (count) => {
    const sheet = countSheet(count.order, count.counts);
    count.ranges.forEach((range, i) => {
      if (which[i] !== true) return;
      countRange(count.order, range, sheet);
      Atomics.store(count.taken, i, 3);
    });
  };

const counted = (order: CountOrder, help: AskForHelp): Int32Array => {
  const counts = new Int32Array(zones * order.slotBins.bins * 2);
  if (!countWithHelp(order, counts, help, 0))
    countRange(order, { from: 0, to: order.presences.runs.length, zone: 0 }, countSheet(order, counts));
  return counts;
};

describe('counting with a second thread', () => {
  const choice = fc.array(fc.boolean(), { minLength: 64, maxLength: 64 });

  it('gives what sets of persons give, whoever counts which zones and whatever is left undone', () => {
    let together = 0;
    fc.assert(
      fc.property(world, choice, (drawn, which) => {
        const order = orderOf(drawn);
        const plain = plainCounts(drawn, order);
        expect(countPersons(order.presences, order.slotBins, order.groups)).toEqual(plain);
        for (const help of [() => undefined, helpCounting, does(which), leaves(which)])
          expect(counted(order, help)).toEqual(plain);
        together += runRanges(order, 64).length > 2 ? 1 : 0;
      }),
      { seed, numRuns: 300 },
    );
    expect(together).toBeGreaterThan(200);
  });

  it('cuts all runs into ranges that no pair of zone and bin is in two of', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 64 }), (drawn, count) => {
        const order = orderOf(drawn);
        const ranges = runRanges(order, count);
        expect(ranges[0]?.from).toBe(0);
        expect(ranges.at(-1)?.to).toBe(order.presences.runs.length);
        const all = new Int32Array(zones * order.slotBins.bins * 2);
        ranges.forEach((range, i) => {
          expect(range.to).toBe(ranges[i + 1]?.from ?? range.to);
          const counts = new Int32Array(all.length);
          countRange(order, range, countSheet(order, counts));
          counts.forEach((persons_, at) => {
            if (persons_ === 0) return;
            expect(Math.floor(at / 2)).toBeGreaterThanOrEqual(range.pair);
            expect(Math.floor(at / 2)).toBeLessThan(ranges[i + 1]?.pair ?? Infinity);
            expect(all[at]).toBe(0);
            all[at] = persons_;
          });
        });
        expect(all).toEqual(plainCounts(drawn, order));
      }),
      { seed, numRuns: 300 },
    );
  });

  it('asks nobody where there is little to count', () => {
    const asked = fc.sample(world, { seed, numRuns: 20 }).map((drawn) => {
      let times = 0;
      const { presences, slotBins, groups } = orderOf(drawn);
      countPersons(presences, slotBins, groups, () => void times++);
      return times;
    });
    expect(Math.max(...asked)).toBe(0);
  });
});

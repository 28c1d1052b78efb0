import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Product } from '../../../shared/products/product.ts';
import {
  sensitivityOf,
  type ContributionLimits,
} from '../../../shared/protect/differential-privacy/contribution-limits.ts';
import { keepContributions } from '../../../shared/protect/differential-privacy/keep-contributions.ts';

const days = 2;
const bins = 8;
const zoneCount = 5;
const extent = { days, bins };

interface Visit {
  readonly bin: number;
  readonly zone: number;
  readonly seconds: number;
}
interface Someone {
  readonly source: number;
  readonly ageBand: number;
  readonly home: number;
  readonly visits: readonly Visit[];
}
interface Row {
  readonly group: string;
  readonly bin: number;
  readonly weight: number;
}

const visits = fc.array(
  fc.record({
    bin: fc.nat(bins - 1),
    zone: fc.nat(zoneCount - 1),
    seconds: fc.constantFrom(60, 300, 900, 900, 4000),
  }),
  { minLength: 1, maxLength: 30 },
);
const extracts = fc.uniqueArray(
  fc.record({ source: fc.integer(), ageBand: fc.nat(2), home: fc.nat(zoneCount), visits }),
  { selector: ({ source }) => source, minLength: 1, maxLength: 8 },
);

function dayOf(bin: number): number {
  return Math.floor((bin * days) / bins);
}

/** The seconds of a person in each zone and bin. */
function seconds({ visits: own }: Someone): ReadonlyMap<string, Visit> {
  const sums = new Map<string, Visit>();
  for (const visit of own) {
    const at = `${visit.zone} ${visit.bin}`;
    sums.set(at, { ...visit, seconds: visit.seconds + (sums.get(at)?.seconds ?? 0) });
  }
  return sums;
}

/** What each product would count of a person, before limits, as the definitions of the products say it. */
const rowsOf: Readonly<Record<Product, (person: Someone) => readonly Row[]>> = {
  footfall: ({ visits: own }) =>
    own.map(({ zone, bin, seconds: weight }) => ({ group: `${zone} ${bin}`, bin, weight })),
  dwell: (person) =>
    [...seconds(person).values()].map(({ zone, bin, seconds: weight }) => ({
      group: `${zone} ${bin} ${weight < 300 ? 0 : weight < 1200 ? 1 : 2}`,
      bin,
      weight,
    })),
  frequency: ({ visits: own }) =>
    Array.from({ length: zoneCount }, (_, zone) => {
      const visited = new Set(own.flatMap((visit) => (visit.zone === zone ? [dayOf(visit.bin)] : []))).size;
      return { group: `${zone} ${visited}`, bin: 0, weight: visited };
    }).filter(({ weight }) => weight > 0),
  flows: ({ visits: own }) =>
    own
      .toSorted((a, b) => a.bin - b.bin)
      .flatMap((visit, i, all) => {
        const from = all[i - 1];
        if (from === undefined || from.zone === visit.zone) return [];
        return [{ group: `${from.zone} ${visit.zone} ${visit.bin}`, bin: visit.bin, weight: 1 }];
      }),
  catchment: ({ visits: own, home }) =>
    own.map(({ zone }) => ({ group: `${zone} ${home}`, bin: 0, weight: 1 })),
};

/** The table of kept persons: group and age, to distinct persons. Group numbers are the same for every extract. */
function counted(
  product: Product,
  people: readonly Someone[],
  limits: ContributionLimits,
  numbers: Map<string, number>,
): ReadonlyMap<string, number> {
  const rows = people.flatMap((person, number) =>
    rowsOf[product](person).map((row) => ({ ...row, person, number })),
  );
  const numberOf = (group: string): number => numbers.get(group) ?? numbers.set(group, numbers.size).size - 1;
  const kept = keepContributions(
    {
      person: Int32Array.from(rows, ({ number }) => number),
      tie: Int32Array.from(people, ({ source }) => source),
      bin: Int32Array.from(rows, ({ bin }) => bin),
      day: Int32Array.from(rows, ({ bin }) => dayOf(bin)),
      group: Float64Array.from(rows, ({ group }) => numberOf(group)),
      weight: Int32Array.from(rows, ({ weight }) => weight),
    },
    limits,
    extent,
  );
  const table = new Map<string, number>();
  for (const row of kept) {
    const { group, person } = rows[row] ?? { group: '', person: undefined };
    const at = `${group} age ${person?.ageBand}`;
    table.set(at, (table.get(at) ?? 0) + 1);
  }
  return table;
}

/** The squared L2 distance of two tables, and the largest change of one group. */
function change(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
): { squared: number; most: number } {
  let squared = 0;
  let most = 0;
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const by = (a.get(key) ?? 0) - (b.get(key) ?? 0);
    squared += by * by;
    most = Math.max(most, Math.abs(by));
  }
  return { squared, most };
}

const cases: readonly (readonly [Product, ContributionLimits])[] = [
  ['footfall', { perBin: 1 }],
  ['footfall', { perBin: 2, perDay: 3 }],
  ['dwell', { perDay: 3 }],
  ['frequency', { perPeriod: 2 }],
  ['flows', { perDay: 2 }],
  ['catchment', { perPeriod: 3 }],
];

describe('what one person can change', () => {
  // Numbers are given to groups as they appear, over all runs, so that an extract with and without a person agree.
  it.each(cases)('in %s within %o stays within the declared bound, and reaches it', (product, limits) => {
    const numbers = new Map<string, number>();
    const declared = sensitivityOf(product, limits, extent);
    let reached = 0;
    fc.assert(
      fc.property(extracts, (people) => {
        const whole = counted(product, people, limits, numbers);
        for (const [gone] of people.entries()) {
          const without = counted(product, people.toSpliced(gone, 1), limits, numbers);
          const { squared, most } = change(whole, without);
          expect(squared).toBeLessThanOrEqual(declared.groups);
          expect(most).toBeLessThanOrEqual(declared.perGroup);
          if (squared === declared.groups) reached++;
        }
      }),
      { seed: 31, numRuns: 500 },
    );
    expect(reached).toBeGreaterThan(0);
  });

  it('is more than the bound where nothing is limited', () => {
    const numbers = new Map<string, number>();
    const { groups } = sensitivityOf('dwell', { perDay: 3 }, extent);
    const [busiest] = fc.sample(extracts, { seed: 31, numRuns: 100 }).flatMap((people) =>
      people.flatMap((person) => {
        const { squared } = change(counted('dwell', [person], {}, numbers), new Map());
        return squared > groups ? [squared] : [];
      }),
    );
    expect(busiest).toBeGreaterThan(groups);
  });
});

describe('what is kept', () => {
  const one = {
    person: Int32Array.of(0, 0, 0, 0),
    bin: Int32Array.of(0, 0, 0, 1),
    day: Int32Array.of(0, 0, 0, 0),
  };
  const group = Float64Array.of(7, 8, 7, 9);
  const wide = { days: 1, bins: 2 };

  it('is the heaviest group, repeats taken together', () => {
    const weight = Int32Array.of(3, 5, 3, 1);
    const rows = { ...one, group, weight, tie: Int32Array.of(1) };
    expect([...keepContributions(rows, { perBin: 1 }, wide)]).toEqual([0, 3]);
    expect([...keepContributions(rows, { perPeriod: 1 }, wide)]).toEqual([0]);
    expect([...keepContributions(rows, {}, wide)]).toEqual([0, 1, 3]);
  });

  it('depends at equal weights on the tie, not on the order of rows or the number of the person', () => {
    const chosen = new Set<number>();
    for (let tie = 0; tie < 40; tie++) {
      const rows = {
        person: Int32Array.of(0, 0),
        bin: Int32Array.of(0, 0),
        day: Int32Array.of(0, 0),
        group: Float64Array.of(7, 8),
        weight: Int32Array.of(1, 1),
        tie: Int32Array.of(tie),
      };
      const first = rows.group[keepContributions(rows, { perBin: 1 }, wide)[0] ?? -1] ?? -1;
      const turned = {
        ...rows,
        group: Float64Array.of(8, 7),
        person: Int32Array.of(3, 3),
        tie: Int32Array.of(9, 9, 9, tie),
      };
      expect(turned.group[keepContributions(turned, { perBin: 1 }, wide)[0] ?? -1]).toBe(first);
      chosen.add(first);
    }
    expect(chosen).toEqual(new Set([7, 8]));
  });

  it('stops at rows outside the declared days and bins', () => {
    const rows = { ...one, group, weight: Int32Array.of(1, 1, 1, 1), tie: Int32Array.of(1) };
    expect(() => keepContributions(rows, { perDay: 1 }, { days: 1, bins: 1 })).toThrow('declared');
  });
});

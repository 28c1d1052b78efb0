import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LinearSolver } from '../../../shared/ports/linear-solver.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import type { GroupTable } from '../../../shared/products/group-table.ts';
import { productNames } from '../../../shared/products/product.ts';
import { sensitivityOf } from '../../../shared/protect/differential-privacy/contribution-limits.ts';
import { roundToBase } from '../../../shared/protect/round.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import { candidateTable } from '../../../shared/workflow/candidate-table.ts';
import { Counter } from '../../../shared/workflow/counter.ts';
import { plannedTable } from '../../../shared/workflow/planned-table.ts';
import { Protector } from '../../../shared/workflow/protector.ts';
import { highsSolver } from '../../support/highs.ts';
import { knownBytes } from '../../support/known-bytes.ts';
import { extractOf, smallDays, smallExtracts, type SmallExtract } from '../../support/small-extract.ts';

const seed = 61;
const persons = 9;
const working = { signal: new AbortController().signal, onProgress: () => undefined };
const base: Recipe = {
  ...presets.conservative,
  products: [...productNames],
  totals: true,
  period: smallDays,
  frequencyBreaks: [2, 3],
  minimumNights: 1,
};
const breakdowns = fc.record({
  ageBreaks: fc.constantFrom<number[]>([], [18], [18, 60]),
  byGender: fc.boolean(),
  missingCategory: fc.constantFrom<'own' | 'drop'>('own', 'drop'),
  presence: fc.constantFrom<'events' | 'stays'>('events', 'stays'),
  timeBin: fc.constantFrom<Recipe['timeBin']>('quarterHour', 'hour', 'daypart', 'day'),
  machineLike: fc.constantFrom<'count' | 'exclude'>('count', 'exclude'),
});
const noise = fc.constantFrom(
  null,
  { maximumNoise: 4, variance: '1.8', smallestFigure: 1 },
  { maximumNoise: 10, variance: '20', smallestFigure: 3 },
);
const classical = fc
  .record({
    breakdown: breakdowns,
    noise,
    minimumPersons: fc.integer({ min: 2, max: 5 }),
    levels: fc.boolean(),
  })
  .chain(({ breakdown, noise: cellKeyNoise, minimumPersons, levels }) =>
    fc.integer({ min: 1, max: minimumPersons }).map((roundingBase): Recipe => ({
      ...base,
      ...breakdown,
      levels: levels ? [1] : [],
      guarantee: { kind: 'classical', cellKeyNoise },
      minimumPersons,
      roundingBase,
    })),
  );
const noisy = fc
  .record({
    breakdown: breakdowns,
    perDay: fc.integer({ min: 1, max: 4 }),
    roundingBase: fc.constantFrom(1, 3),
  })
  .map(({ breakdown, perDay, roundingBase }): Recipe => ({
    ...base,
    ...breakdown,
    machineLike: 'count',
    maximumGroupsPerPersonDay: perDay,
    guarantee: { kind: 'differentialPrivacy', rho: '0.5', deltaExponent: 6 },
    minimumPersons: 3,
    roundingBase,
  }));

let solver: LinearSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** A recipe that the extract can answer: age and gender only where somebody states one. */
function fitting(recipe: Recipe, { ages, genders }: SmallExtract): Recipe {
  return {
    ...recipe,
    ageBreaks: ages.some((age) => age >= 0) ? recipe.ageBreaks : [],
    byGender: recipe.byGender && genders.some((gender) => gender < 2),
  };
}

function protectorOf(counter: Counter): Protector {
  return new Protector(counter, {
    solver: async () => solver,
    random: knownBytes(7),
    breathe: async () => Promise.resolve(),
    now: () => 0,
  });
}

/** Persons of each group that is no total, by place. */
function partsOf({ at, persons: counts, dimensions }: GroupTable): ReadonlyMap<number, number> {
  const parts = new Map<number, number>();
  at.forEach((place, i) => {
    let rest = place;
    let isTotal = false;
    for (const { size, hasTotal } of dimensions.toReversed()) {
      isTotal ||= hasTotal && rest % size === size - 1;
      rest = Math.floor(rest / size);
    }
    if (!isTotal) parts.set(place, counts[i] ?? 0);
  });
  return parts;
}

describe('what comes out of the three stages', () => {
  it('has no published group of too few contributors in any table, and figures no further off than noise and rounding', async () => {
    let published = 0;
    await fc.assert(
      fc.asyncProperty(smallExtracts(persons, 30), classical, async (small, drawn) => {
        const recipe = fitting(drawn, small);
        const { minimumPersons, roundingBase, guarantee } = recipe;
        const most = guarantee.kind === 'classical' ? (guarantee.cellKeyNoise?.maximumNoise ?? 0) : 0;
        const protector = protectorOf(new Counter(extractOf(small), knownBytes(3)));
        const plain = new Counter(extractOf({ ...small, holders: undefined }), knownBytes(3));
        const { tables } = await protector.protect(recipe, builtInPolicies.default, working);
        expect(tables.map(({ counted }) => counted.table.product)).toEqual(recipe.products);
        for (const one of tables) {
          const { table } = one.counted;
          const zones = Int32Array.from(one.counted.placed.shapes, (_, zone) => zone);
          const rows = candidateTable(one, recipe, zones);
          const free = plain.count(table.product, recipe).table;
          rows.status.forEach((status, row) => {
            if (status !== 0) return;
            published++;
            expect(rows.raw[row]).toBeGreaterThanOrEqual(minimumPersons);
            expect(rows.rawPersons[row]).toBeGreaterThanOrEqual(rows.raw[row] ?? 0);
            const counted = rows.rawPersons[row] ?? 0;
            expect(Math.abs((rows.persons[row] ?? 0) - counted)).toBeLessThanOrEqual(most + roundingBase);
            expect(rows.persons[row]).toBe(roundToBase(rows.persons[row] ?? 0, roundingBase));
            expect(rows.persons[row]).toBeGreaterThan(0);
          });
          expect(free.persons).toEqual(table.persons);
        }
      }),
      { seed, numRuns: 25, endOnFailure: true },
    );
    expect(published).toBeGreaterThan(20);
  });

  it('bears under differential privacy no figure below the minimum or unrounded, and is written only from noisy counts', async () => {
    let published = 0;
    await fc.assert(
      fc.asyncProperty(smallExtracts(persons, 30), noisy, async (small, drawn) => {
        const recipe = fitting(drawn, small);
        const protector = protectorOf(new Counter(extractOf(small), knownBytes(3)));
        const { tables } = await protector.forRelease(recipe, builtInPolicies.default, working);
        for (const { fates, figures } of tables)
          fates.forEach((fate, i) => {
            if (fate !== 0) return expect(figures[i]).toBe(-1);
            published++;
            expect((figures[i] ?? 0) % recipe.roundingBase).toBe(0);
            return expect(figures[i]).toBeGreaterThanOrEqual(recipe.minimumPersons);
          });
      }),
      { seed, numRuns: 5, endOnFailure: true },
    );
    expect(published).toBeGreaterThan(20);
  });

  it('changes by no more than is declared when one person is gone, in every bounded table', () => {
    const reached = new Map<string, number>(productNames.map((product) => [product, 0]));
    fc.assert(
      fc.property(smallExtracts(4, 60), noisy, (small, drawn) => {
        const recipe = fitting(drawn, small);
        const perDay = recipe.maximumGroupsPerPersonDay ?? 0;
        const counted = new Counter(extractOf(small), knownBytes(3));
        for (let gone = 0; gone < small.ages.length; gone++) {
          const without = new Counter(extractOf(small, gone), knownBytes(3));
          for (const product of productNames) {
            const whole = counted.count(product, recipe);
            const { limits, extent } = plannedTable(whole, perDay);
            const declared = sensitivityOf(product, limits, extent);
            const [a, b] = [partsOf(whole.table), partsOf(without.count(product, recipe).table)];
            let squared = 0;
            for (const place of new Set([...a.keys(), ...b.keys()])) {
              const by = Math.abs((a.get(place) ?? 0) - (b.get(place) ?? 0));
              expect(by).toBeLessThanOrEqual(declared.perGroup);
              squared += by;
            }
            expect(squared).toBeLessThanOrEqual(declared.groups);
            if (squared === declared.groups) reached.set(product, (reached.get(product) ?? 0) + 1);
          }
        }
      }),
      { seed, numRuns: 40, endOnFailure: true },
    );
    expect(Math.max(...reached.values())).toBeGreaterThan(0);
  });
});

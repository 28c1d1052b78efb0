import { beforeAll, describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import type { LinearSolver } from '../../../shared/ports/linear-solver.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import { Counter } from '../../../shared/workflow/counter.ts';
import { labelsOf } from '../../../shared/workflow/group-labels.ts';
import { Protector } from '../../../shared/workflow/protector.ts';
import { highsSolver } from '../../support/highs.ts';
import { knownBytes } from '../../support/known-bytes.ts';
import { extractOf, smallDays, smallExtracts } from '../../support/small-extract.ts';

const working = { signal: new AbortController().signal, onProgress: () => undefined };
const policy = builtInPolicies.demo;
const recipe: Recipe = {
  ...presets.conservative,
  products: ['footfall', 'dwell'],
  totals: true,
  period: smallDays,
  timeBin: 'day',
  minimumPersons: 3,
  roundingBase: 1,
  byGender: true,
};
const asked = { recipe, policy, product: 'footfall', zone: 0, bin: 1 } as const;
const [small] = fc.sample(smallExtracts(9, 30), { seed: 5, numRuns: 1 });

let solver: LinearSolver;
let counter: Counter;
let protector: Protector;
beforeAll(async () => {
  solver = await highsSolver();
  if (small === undefined) throw new Error('no extract');
  counter = new Counter(extractOf({ ...small, genders: small.genders.map((_, i) => i % 2) }), knownBytes(3));
  protector = new Protector(counter, {
    solver: async () => solver,
    random: knownBytes(7),
    breathe: async () => Promise.resolve(),
    now: () => 0,
  });
});

describe('ranges a reader can work out', () => {
  it('are none before the recipe was protected', async () => {
    expect(await protector.ranges(asked, working.signal)).toEqual([]);
  });

  it('hold the true number of each hidden group of the zone and time, and none of a published one', async () => {
    const { tables } = await protector.protect(recipe, policy, working);
    const [footfall] = tables;
    if (footfall === undefined) throw new Error('no table');
    const { counted, fates } = footfall;
    const { table } = counted;
    const here = Array.from(table.at.keys()).filter(
      (i) => table.part.zone?.[i] === asked.zone && table.part.time?.[i] === asked.bin,
    );
    const ranges = await protector.ranges(asked, working.signal);
    const rangeOf = new Map(
      ranges.map(({ low, high = Infinity, ...labels }) => [JSON.stringify(labels), { low, high }]),
    );
    const told = here.map((i) => ({
      persons: table.persons[i] ?? 0,
      fate: fates[i],
      range: rangeOf.get(JSON.stringify(labelsOf(counted, i))),
    }));
    const hidden = told.filter(({ fate }) => fate !== 0);
    expect(hidden.length).toBeGreaterThan(0);
    expect(told.filter(({ fate, range }) => fate === 0 && range !== undefined)).toEqual([]);
    for (const { persons, range } of hidden) {
      expect(range?.low).toBeLessThanOrEqual(persons);
      expect(range?.high).toBeGreaterThanOrEqual(persons);
    }
    for (const { range } of hidden.filter(({ fate }) => fate === 1)) {
      expect(range?.low).toBeLessThanOrEqual(1);
      expect(range?.high).toBeGreaterThanOrEqual(recipe.minimumPersons);
    }
  });

  it('are none under differential privacy, and end when called off', async () => {
    const noisy: Recipe = {
      ...recipe,
      guarantee: { kind: 'differentialPrivacy', rho: '0.5', deltaExponent: 6 },
      maximumGroupsPerPersonDay: 2,
    };
    await protector.protect(noisy, policy, working);
    expect(await protector.ranges({ ...asked, recipe: noisy }, working.signal)).toEqual([]);
    const cancellation = new AbortController();
    cancellation.abort(new Error('called off'));
    await protector.protect(recipe, policy, working);
    await expect(protector.ranges(asked, cancellation.signal)).rejects.toThrow('called off');
  });
});

import { describe, expect, it } from 'vitest';
import type { Dimension } from '../../../../shared/products/group-table.ts';
import { planNoise, type TableNoise } from '../../../../shared/protect/differential-privacy/noise-plan.ts';
import {
  protectWithNoise,
  type BoundedTable,
} from '../../../../shared/protect/differential-privacy/protect-with-noise.ts';
import { rational, rationalOfText } from '../../../../shared/protect/differential-privacy/rational.ts';
import { knownBytes } from '../../../support/known-bytes.ts';

const zones: Dimension = { name: 'zone', size: 3, hasTotal: false };
const times: Dimension = { name: 'time', size: 2, hasTotal: false };
const ages: Dimension = { name: 'age', size: 4, hasTotal: true };
const genders: Dimension = { name: 'gender', size: 3, hasTotal: true };
const footfall = [zones, times, ages, genders];
const flows = [zones, { ...zones, name: 'destination' }, times, ages, genders] as const;

/** So little noise that 10,000 draws are all 0 (chance of another value: 2 exp(-500) a draw). */
const none = rational(1n, 1000n);
const sensitivity = { groups: 1, perGroup: 1 } as const;
const silent: TableNoise = { kind: 'everyGroup', rho: rational(500n), sensitivity, variance: none };
const silentKeys: TableNoise = {
  kind: 'presentKeys',
  rho: rational(1000n),
  sensitivity,
  keyVariance: none,
  keyThreshold: 10,
  keyDelta: 1e-6,
  groupVariance: none,
};

function tableOf(
  dimensions: readonly Dimension[],
  groups: readonly (readonly [number, number])[],
): BoundedTable {
  return {
    dimensions,
    at: Float64Array.from(groups, ([at]) => at),
    persons: Int32Array.from(groups, ([, persons]) => persons),
  };
}

function figureAt(released: ReturnType<typeof protectWithNoise>, at: number): number | undefined {
  const i = released.at.indexOf(at);
  return i < 0 ? undefined : released.figure[i];
}

describe('tables of which every group gets noise', () => {
  it('sum the finest groups into totals and do not read totals that are handed in', () => {
    const table = tableOf(footfall, [
      [12, 4],
      [16, 5],
      [23, 999],
      [60, 7],
    ]);
    const released = protectWithNoise(table, { noise: silent, minimumPersons: 5 }, knownBytes(9));
    expect([...released.at]).toEqual(Array.from({ length: 72 }, (_, at) => at));
    const filled = [...released.figure].flatMap((figure, at) => (figure > 0 ? [[at, figure]] : []));
    expect(filled).toEqual([
      [12, 4],
      [14, 4],
      [16, 5],
      [17, 5],
      [21, 4],
      [22, 5],
      [23, 9],
      [60, 7],
      [62, 7],
      [69, 7],
      [71, 7],
    ]);
    const published = [...released.published].flatMap((is, at) => (is === 1 ? [at] : []));
    expect(published).toEqual([16, 17, 22, 23, 60, 62, 69, 71]);
  });

  it('give noise to empty groups too, add up everywhere and hold no negatives', () => {
    const variance = rational(50n);
    const noise: TableNoise = { kind: 'everyGroup', rho: rational(1n, 100n), sensitivity, variance };
    const big = [{ ...zones, size: 40 }, { ...times, size: 24 }, ages, genders];
    const released = protectWithNoise(tableOf(big, []), { noise, minimumPersons: 1 }, knownBytes(2));
    expect(released.at).toHaveLength(40 * 24 * 12);
    expect(Math.min(...released.figure)).toBe(0);
    let changed = 0;
    for (let block = 0; block < 40 * 24; block++) {
      const figure = (age: number, gender: number): number =>
        released.figure[block * 12 + age * 3 + gender] ?? -1;
      for (let age = 0; age < 4; age++) expect(figure(age, 2)).toBe(figure(age, 0) + figure(age, 1));
      for (let gender = 0; gender < 3; gender++) {
        expect(figure(3, gender)).toBe(figure(0, gender) + figure(1, gender) + figure(2, gender));
      }
      if (figure(3, 2) > 0) changed++;
    }
    // The sum of six draws is above 0 in a little less than half of the blocks, and kept as it is.
    expect(changed).toBeGreaterThan(40 * 24 * 0.4);
    expect(changed).toBeLessThan(40 * 24 * 0.55);
  });

  it('give the same noise to a group whether or not others have somebody in them', () => {
    const noise: TableNoise = { kind: 'everyGroup', rho: rational(1n), sensitivity, variance: rational(9n) };
    const plain = [{ ...zones, size: 30 }];
    const figures = (groups: readonly (readonly [number, number])[]): readonly number[] => [
      ...protectWithNoise(tableOf(plain, groups), { noise, minimumPersons: 1 }, knownBytes(5)).figure,
    ];
    const empty = figures([]);
    const full = figures([
      [7, 50],
      [20, 50],
    ]);
    expect(empty.some((figure) => figure > 0)).toBe(true);
    empty.forEach((figure, at) => {
      if (at === 7 || at === 20) expect(full[at]).toBeGreaterThan(35);
      else expect(full[at]).toBe(figure);
    });
  });

  it('publish by the noisy count alone: an empty group can pass, a full one can fail', () => {
    const noise: TableNoise = {
      kind: 'everyGroup',
      rho: rational(1n),
      sensitivity,
      variance: rational(400n),
    };
    const plain = [
      { ...zones, size: 2 },
      { ...times, size: 500 },
    ];
    const full = Array.from({ length: 500 }, (_, at) => [at, 20] as const);
    const released = protectWithNoise(tableOf(plain, full), { noise, minimumPersons: 20 }, knownBytes(5));
    released.figure.forEach((figure, at) => expect(released.published[at]).toBe(figure >= 20 ? 1 : 0));
    expect(released.published.subarray(0, 500)).toContain(0);
    expect(released.published.subarray(500)).toContain(1);
  });

  it('refuse totals over keys, which would need noise of their own', () => {
    const table = tableOf([zones, { name: 'home', size: 4, hasTotal: true }], []);
    expect(() => protectWithNoise(table, { noise: silent, minimumPersons: 1 }, knownBytes(1))).toThrow(
      'totals',
    );
  });
});

describe('tables of which only keys with somebody get noise', () => {
  it('release a key from its threshold on, and no other', () => {
    const table = tableOf(flows, [
      [0, 5],
      [4, 4],
      [24, 6],
      [28, 4],
      [48, 0],
    ]);
    const released = protectWithNoise(table, { noise: silentKeys, minimumPersons: 5 }, knownBytes(9));
    expect([...released.at]).toEqual(Array.from({ length: 12 }, (_, at) => 24 + at));
    expect(figureAt(released, 24)).toBe(6);
    expect(figureAt(released, 28)).toBe(4);
    expect(figureAt(released, 35)).toBe(10);
    expect(figureAt(released, 0)).toBeUndefined();
    expect(released.published[released.at.indexOf(28)]).toBe(0);
  });

  it('leave out totals over homes', () => {
    const dimensions = [zones, { name: 'home', size: 4, hasTotal: true }] as const;
    const table = tableOf(dimensions, [
      [1, 30],
      [2, 12],
      [3, 42],
    ]);
    const noise: TableNoise = { ...silentKeys, groupVariance: undefined };
    const released = protectWithNoise(table, { noise, minimumPersons: 1 }, knownBytes(9));
    expect([...released.at]).toEqual([1, 2]);
    expect([...released.figure]).toEqual([30, 12]);
  });

  it('add up inside a key, without negatives, and never draw for an empty one', () => {
    const noise: TableNoise = {
      ...silentKeys,
      keyVariance: rational(90n),
      groupVariance: rational(90n),
      keyThreshold: 1,
    };
    const big = [{ ...zones, size: 300 }, { ...zones, name: 'destination' as const }, ages, genders];
    const groups = Array.from({ length: 300 }, (_, key) => [key * 36, key % 40] as const);
    const released = protectWithNoise(tableOf(big, groups), { noise, minimumPersons: 1 }, knownBytes(2));
    expect(released.at.length).toBeGreaterThan(2000);
    for (let start = 0; start < released.at.length; start += 12) {
      const block = released.figure.subarray(start, start + 12);
      const leaves = [0, 1, 3, 4, 6, 7].reduce((sum, place) => sum + (block[place] ?? 0), 0);
      expect(block[11]).toBe(leaves);
      expect(Math.min(...block)).toBeGreaterThanOrEqual(0);
      expect((released.at[start] ?? 0) % 36).toBe(0);
      expect(((released.at[start] ?? 0) / 36) % 40).not.toBe(0);
    }
  });
});

describe('the plan of a release', () => {
  const limits = { perDay: 24, perPeriod: 8 };
  const extent = { days: 7, bins: 168 };
  const timed = { limits: { perDay: 24 }, extent, groupsPerKey: 40 };

  it('spends the budget on the tables in equal parts and states what they promise together', () => {
    const plan = planNoise(
      [
        { product: 'footfall', ...timed },
        { product: 'frequency', limits, extent, groupsPerKey: 40 },
      ],
      rationalOfText('0.1'),
      1e-6,
    );
    expect(plan.epsilon).toBeCloseTo(2.14193892838547, 10);
    expect(plan.delta).toBe(1e-6);
    expect(plan.tables.get('footfall')).toEqual({
      kind: 'everyGroup',
      rho: rational(1n, 20n),
      sensitivity: { groups: 168, perGroup: 1 },
      variance: rational(1680n),
    });
    expect(plan.tables.get('frequency')).toMatchObject({
      sensitivity: { groups: 8 },
      variance: rational(80n),
    });
  });

  it('pays for keys of one person out of delta, and for the split of a key out of its budget', () => {
    const plan = planNoise(
      [
        { product: 'flows', limits: { perDay: 4 }, extent, groupsPerKey: 12 },
        { product: 'catchment', limits: { perPeriod: 24 }, extent, groupsPerKey: 1 },
      ],
      rationalOfText('0.1'),
      4e-6,
    );
    expect(plan.tables.get('catchment')).toMatchObject({
      keyVariance: rational(240n),
      groupVariance: undefined,
      keyThreshold: 85,
      keyDelta: 1e-6,
    });
    expect(plan.tables.get('flows')).toMatchObject({
      sensitivity: { groups: 28 },
      keyVariance: rational(560n),
      groupVariance: rational(560n),
    });
    expect(plan.epsilon).toBeGreaterThan(2.05);
  });

  it('refuses a product that nothing bounds', () => {
    const unbounded = [{ product: 'catchment' as const, limits: { perDay: 24 }, extent, groupsPerKey: 1 }];
    expect(() => planNoise(unbounded, rational(1n), 1e-6)).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'contribution-unbounded' }) }),
    );
  });
});

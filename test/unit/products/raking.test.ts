import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../shared/base/failure.ts';
import { drawBelow, stream } from '../../../shared/demo/random.ts';
import { rake, type Margin } from '../../../shared/products/raking.ts';
import { effectiveSampleSize, trimWeights } from '../../../shared/products/weights.ts';

const failure = (act: () => unknown): Refusal['failure'] | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof Refusal ? error.failure : undefined;
  }
};

/** Rows, columns (and layers) of a row-major cube as margins. */
function marginsOf(shape: readonly number[], totals: readonly (readonly number[])[]): readonly Margin[] {
  const size = shape.reduce((a, b) => a * b, 1);
  return shape.map((length, d) => {
    const inner = shape.slice(d + 1).reduce((a, b) => a * b, 1);
    return {
      name: ['zone', 'age', 'gender'][d] ?? '',
      labels: Array.from({ length }, (_, i) => `${'zag'[d]}${i}`),
      categoryOf: Int32Array.from({ length: size }, (_, i) => Math.floor(i / inner) % length),
      totals: Float64Array.from(totals[d] ?? []),
    };
  });
}

/** Raking of a cube with loops over its dimensions, a fixed number of times. */
function plainRaking(seed: number[][][], totals: readonly (readonly number[])[]): number[] {
  const cube = seed.map((plane) => plane.map((row) => [...row]));
  const each = (act: (z: number, a: number, g: number) => void): void =>
    cube.forEach((plane, z) => plane.forEach((row, a) => row.forEach((_, g) => act(z, a, g))));
  for (let round = 0; round < 2000; round++)
    for (const d of [0, 1, 2]) {
      const sums = (totals[d] ?? []).map(() => 0);
      const value = (z: number, a: number, g: number): number => cube[z]?.[a]?.[g] ?? 0;
      each((...at) => (sums[at[d] ?? 0] = (sums[at[d] ?? 0] ?? 0) + value(...at)));
      each((z, a, g) => {
        const category = [z, a, g][d] ?? 0;
        const row = cube[z]?.[a];
        if (row) row[g] = (value(z, a, g) * (totals[d]?.[category] ?? 0)) / (sums[category] ?? 1);
      });
    }
  return cube.flat(2);
}

const twoByTwo = Float64Array.of(40, 30, 35, 50);
const twoMargins = marginsOf(
  [2, 2],
  [
    [100, 120],
    [130, 90],
  ],
);

describe('raking', () => {
  it('brings the reference table to its margins and keeps the odds ratio', () => {
    const { fitted, converged, worstGap } = rake(twoByTwo, twoMargins);
    expect([...fitted].map((x) => x.toFixed(6))).toEqual([
      '67.460121',
      '32.539879',
      '62.539879',
      '57.460121',
    ]);
    expect(converged).toBe(true);
    expect(worstGap).toBeLessThanOrEqual(1e-9);
    const [a = 0, b = 0, c = 0, d = 0] = fitted;
    expect(((a * d) / (b * c)).toFixed(6)).toBe('1.904762');
    expect([...twoByTwo]).toEqual([40, 30, 35, 50]);
  });

  it('agrees with plain loops over area, age and gender', () => {
    const chance = stream(8, 0, 4);
    for (let round = 0; round < 5; round++) {
      const seed = Array.from({ length: 4 }, (_, z) =>
        Array.from({ length: 3 }, (_p, a) =>
          Array.from({ length: 2 }, (_q, g) => 1 + drawBelow(chance, round * 100 + z * 6 + a * 2 + g, 80)),
        ),
      );
      const truth = Array.from({ length: 24 }, (_, i) => 1 + drawBelow(chance, round * 100 + 30 + i, 900));
      const margins = marginsOf([4, 3, 2], [[], [], []]);
      const totals = margins.map(({ labels, categoryOf }) =>
        labels.map((_, at) => truth.reduce((sum, n, i) => sum + (categoryOf[i] === at ? n : 0), 0)),
      );
      const { fitted, converged } = rake(Float64Array.from(seed.flat(2)), marginsOf([4, 3, 2], totals));
      expect(converged).toBe(true);
      plainRaking(seed, totals).forEach((x, i) => expect(fitted[i]).toBeCloseTo(x, 5));
    }
  });

  it('says when it was stopped, and when zeros make the margins unreachable', () => {
    const stopped = rake(twoByTwo, twoMargins, { maximumRounds: 1, tolerance: 1e-9 });
    expect(stopped).toMatchObject({ rounds: 1, converged: false });
    expect(stopped.worstGap).toBeGreaterThan(1e-9);
    const diagonal = rake(Float64Array.of(5, 0, 0, 5), twoMargins, { maximumRounds: 50, tolerance: 1e-9 });
    expect(diagonal).toMatchObject({ rounds: 50, converged: false });
    expect([diagonal.fitted[1], diagonal.fitted[2]]).toEqual([0, 0]);
  });

  it('is done at once where the margins hold', () => {
    const margins = marginsOf(
      [2, 2],
      [
        [70, 85],
        [75, 80],
      ],
    );
    expect(rake(twoByTwo, margins)).toMatchObject({ rounds: 0, converged: true, fitted: twoByTwo });
  });

  it('refuses margins that add up differently and categories without anybody', () => {
    const uneven = marginsOf(
      [2, 2],
      [
        [100, 120],
        [130, 91],
      ],
    );
    expect(failure(() => rake(twoByTwo, uneven))?.code).toBe('raking-totals');
    const nobody = failure(() => rake(Float64Array.of(4, 0, 3, 0), twoMargins));
    expect(nobody).toMatchObject({
      code: 'raking-nobody',
      detail: { dimension: 'age', category: 'a1', persons: 90 },
    });
    expect(() => rake(Float64Array.of(1, -1, 1, 1), twoMargins)).toThrow(/0 or more/);
  });
});

describe('weights', () => {
  const weights = Float64Array.of(2, 4, 10);
  const persons = Float64Array.of(50, 30, 20);

  it('have the effective sample size of every person written out', () => {
    const all = [...weights].flatMap((weight, i) => Array.from({ length: persons[i] ?? 0 }, () => weight));
    const sum = all.reduce((a, b) => a + b, 0);
    const squares = all.reduce((a, b) => a + b * b, 0);
    expect(effectiveSampleSize(weights, persons)).toBeCloseTo((sum * sum) / squares, 9);
    expect(effectiveSampleSize(Float64Array.of(3, 3), Float64Array.of(4, 6))).toBe(10);
    expect(effectiveSampleSize(new Float64Array(2), Float64Array.of(4, 6))).toBe(0);
  });

  it('are lowered to the cap, and the share of persons concerned is told', () => {
    const trimmed = trimWeights(weights, persons, 4);
    expect([...trimmed.weights]).toEqual([2, 4, 4]);
    expect(trimmed.shareTrimmed).toBe(0.2);
    expect(trimmed.inhabitantsLost).toBe(120);
    expect(trimWeights(weights, persons, 10)).toEqual({ weights, shareTrimmed: 0, inhabitantsLost: 0 });
    expect(effectiveSampleSize(trimmed.weights, persons)).toBeGreaterThan(
      effectiveSampleSize(weights, persons),
    );
    expect(() => trimWeights(weights, persons, 0)).toThrow(/trimmed/);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastSquares } from '../../../../shared/protect/differential-privacy/least-squares.ts';
import { nonNegativeFit } from '../../../../shared/protect/differential-privacy/non-negative-fit.ts';
import { solveFree } from '../../../../shared/protect/differential-privacy/solve-free.ts';
import { leavesOf, type Measured, type Tree } from '../../../../shared/protect/differential-privacy/tree.ts';
import {
  largestRemainder,
  nearestWithTotal,
  wholeTree,
} from '../../../../shared/protect/differential-privacy/whole-numbers.ts';

const pair: Tree = { parent: Int32Array.of(-1, 0, 0) };

function measured(value: readonly number[], variance: readonly number[] = value.map(() => 1)): Measured {
  return { value: Float64Array.from(value), variance: Float64Array.from(variance) };
}

function distance(fit: Float64Array, { value, variance }: Measured): number {
  return fit.reduce((sum, one, i) => sum + (one - (value[i] ?? 0)) ** 2 / (variance[i] ?? 1), 0);
}

function addsUp({ parent }: Tree, fit: Float64Array): number {
  const gap = new Float64Array(fit.length);
  parent.forEach((above, node) => {
    if (above >= 0) gap[above] = (gap[above] ?? 0) + (fit[node] ?? 0);
  });
  return Math.max(
    0,
    ...[...new Set(parent)].filter((n) => n >= 0).map((n) => Math.abs((gap[n] ?? 0) - (fit[n] ?? 0))),
  );
}

/** A tree of two to four levels with noisy values and variances; inner nodes are sometimes not measured. */
const noisyTrees = fc
  .array(
    fc.tuple(
      fc.nat(1_000_000),
      fc.integer({ min: -30, max: 60 }),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
    ),
    {
      minLength: 2,
      maxLength: 14,
    },
  )
  .map((nodes) => {
    const parent = Int32Array.from(nodes, ([above], node) => (node === 0 ? -1 : above % Math.min(node, 4)));
    const tree = { parent };
    const leaves = new Set(leavesOf(tree));
    const variance = nodes.map(([, , one, known], node) => (known || leaves.has(node) ? one : Infinity));
    return {
      tree,
      noisy: measured(
        nodes.map(([, value]) => value),
        variance,
      ),
    };
  });

describe('values that add up', () => {
  it('equal the reference: root 10, leaves 3 and 5', () => {
    const fit = leastSquares(pair, measured([10, 3, 5]));
    [28 / 3, 11 / 3, 17 / 3].forEach((value, i) => expect(fit[i]).toBeCloseTo(value, 13));
    expect([...nonNegativeFit(pair, measured([10, 3, 5]))].map((value) => value.toFixed(4))).toEqual([
      '9.3333',
      '3.6667',
      '5.6667',
    ]);
    expect([...wholeTree(pair, fit)]).toEqual([9, 4, 5]);
  });

  it('equal the reference without negatives: root 4, leaves 6 and -3', () => {
    expect([...leastSquares(pair, measured([4, 6, -3]))].map((value) => value < 0)).toEqual([
      false,
      false,
      true,
    ]);
    const fit = nonNegativeFit(pair, measured([4, 6, -3]));
    [5, 5, 0].forEach((value, i) => expect(fit[i]).toBeCloseTo(value, 13));
    expect([...wholeTree(pair, fit)]).toEqual([5, 5, 0]);
  });

  it('hold a leaf at 0 that would turn negative on the way', () => {
    const fixed = new Set<number>();
    const fit = solveFree(pair, measured([4, 6, -3]), Float64Array.of(2, 1, 1), fixed);
    [5, 5, 0].forEach((value, i) => expect(fit[i]).toBeCloseTo(value, 13));
    expect(fixed).toEqual(new Set([2]));
  });

  it('weigh by variance, and take nothing from a root that was not measured', () => {
    const sure = leastSquares(pair, measured([10, 3, 5], [1e-12, 1, 3]));
    [10, 3.5, 6.5].forEach((value, i) => expect(sure[i]).toBeCloseTo(value, 9));
    expect([...leastSquares(pair, measured([99, 3, 5], [Infinity, 1, 1]))]).toEqual([8, 3, 5]);
    expect([...nonNegativeFit(pair, measured([99, 3, -5], [Infinity, 1, 1]))]).toEqual([3, 3, 0]);
  });

  it('meet the conditions of the nearest point: no change of one leaf, or of two, comes nearer', () => {
    fc.assert(
      fc.property(noisyTrees, ({ tree, noisy }) => {
        const fit = nonNegativeFit(tree, noisy);
        expect(Math.min(...fit)).toBeGreaterThanOrEqual(0);
        expect(addsUp(tree, fit)).toBeLessThan(1e-9);
        const at = distance(fit, noisy);
        const step = 1e-3;
        const moved = (leaf: number, by: number): Float64Array => {
          const other = fit.slice();
          for (let node = leaf; node >= 0; node = tree.parent[node] ?? -1)
            other[node] = (other[node] ?? 0) + by;
          return other;
        };
        for (const leaf of leavesOf(tree)) {
          expect(distance(moved(leaf, step), noisy)).toBeGreaterThan(at);
          if ((fit[leaf] ?? 0) >= step) expect(distance(moved(leaf, -step), noisy)).toBeGreaterThan(at);
        }
        const free = leastSquares(tree, noisy);
        if (Math.min(...leavesOf(tree).map((leaf) => free[leaf] ?? 0)) > 0) {
          free.forEach((value, node) => expect(fit[node]).toBeCloseTo(value, 8));
        }
      }),
      { seed: 4, numRuns: 400 },
    );
  });

  it('become whole numbers that still add up, none negative, none moved by one or more', () => {
    fc.assert(
      fc.property(noisyTrees, ({ tree, noisy }) => {
        const fit = nonNegativeFit(tree, noisy);
        const whole = wholeTree(tree, fit);
        expect(whole.every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
        expect(addsUp(tree, whole)).toBe(0);
        whole.forEach((value, node) => expect(Math.abs(value - (fit[node] ?? 0))).toBeLessThan(1 + 1e-6));
      }),
      { seed: 6, numRuns: 400 },
    );
  });
});

describe('values with a given total', () => {
  it('share remainders, the largest first and the earlier of equal ones', () => {
    expect([...largestRemainder(Float64Array.of(1.5, 2.5, 3), 7)]).toEqual([2, 2, 3]);
    expect([...largestRemainder(Float64Array.of(0.2, 0.7, 0.1), 1)]).toEqual([0, 1, 0]);
    expect([...largestRemainder(Float64Array.of(2.999_999_999_999, 1), 4)]).toEqual([3, 1]);
    expect(() => largestRemainder(Float64Array.of(1, 1), 9)).toThrow('add up');
  });

  it('lie nearest on the simplex', () => {
    expect([...nearestWithTotal(Float64Array.of(6, -3), 3)]).toEqual([3, 0]);
    expect([...nearestWithTotal(Float64Array.of(5, 4, -6), 3)]).toEqual([2, 1, 0]);
    expect([...nearestWithTotal(Float64Array.of(3, -9), 0)]).toEqual([0, 0]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -40, max: 80 }), { minLength: 1, maxLength: 40 }), (list) => {
        const values = Float64Array.from(list);
        const total = Math.max(
          0,
          list.reduce((sum, value) => sum + value, 0),
        );
        const near = nearestWithTotal(values, total);
        expect(near.reduce((sum, value) => sum + value, 0)).toBeCloseTo(total, 8);
        const taken = [...near].flatMap((value, i) => (value > 0 ? [(values[i] ?? 0) - value] : []));
        taken.forEach((one) => expect(one).toBeCloseTo(taken[0] ?? 0, 8));
        near.forEach((value, i) => {
          if (value === 0 && taken.length > 0) expect(values[i]).toBeLessThanOrEqual((taken[0] ?? 0) + 1e-9);
        });
        const whole = largestRemainder(near, total);
        expect(whole.reduce((sum, value) => sum + value, 0)).toBe(total);
        expect(Math.min(...whole)).toBeGreaterThanOrEqual(0);
      }),
      { seed: 8, numRuns: 400 },
    );
  });
});

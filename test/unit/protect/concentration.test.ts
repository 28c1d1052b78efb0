import { describe, expect, it } from 'vitest';
import { drawBelow, stream } from '../../../shared/demo/random.ts';
import {
  concentration,
  concentrationOf,
  type ConcentrationRule,
} from '../../../shared/protect/concentration.ts';
import { microdata1, microdata1Sums, unsafeGroups } from '../../support/vectors/microdata1.ts';

/** The rules as they are printed, with fractions, one contributor after the other. */
function plain(values: readonly number[], rule: ConcentrationRule): { unsafe: boolean; level: number } {
  const left = [...values];
  const take = (): number => {
    if (left.length === 0) return 0;
    const most = Math.max(...left);
    left.splice(left.indexOf(most), 1);
    return most;
  };
  const total = values.reduce((sum, x) => sum + x, 0);
  if (rule.kind === 'dominance') {
    let top = 0;
    for (let i = 0; i < rule.n; i++) top += take();
    return { unsafe: top > (rule.k / 100) * total + 1e-9, level: (100 / rule.k) * top - total };
  }
  const first = take();
  const rest = total - first - take();
  const share = rule.kind === 'percent' ? rule.p / 100 : rule.p / rule.q;
  return { unsafe: rest < share * first - 1e-9, level: share * first - rest };
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const regions = Object.values(microdata1);
const rows = [{ male: regions.flatMap((r) => r.male), female: regions.flatMap((r) => r.female) }, ...regions];
/** Groups 1 to 15 of the design's case R4. */
const groups = rows.flatMap(({ male, female }) => [[...male, ...female], [...male], [...female]]);

describe('concentration rules on published contributions', () => {
  it('start from the counts and sums of case R4', () => {
    expect(groups.map((values) => values.length)).toEqual([
      100, 55, 45, 20, 18, 2, 33, 14, 19, 22, 12, 10, 25, 11, 14,
    ]);
    const sums = Object.values(microdata1).map(({ male, female }) => [sum(male), sum(female)]);
    expect(sums).toEqual(Object.values(microdata1Sums).map((pair) => [...pair]));
  });

  it.each(unsafeGroups)('$rule.kind finds groups $unsafe', ({ rule, unsafe }) => {
    const found = groups.flatMap((values, i) => (concentration({ values }, rule).unsafe ? [i + 1] : []));
    expect(found).toEqual([...unsafe]);
  });

  it('differ from the threshold, which finds group 6 alone', () => {
    expect(groups.flatMap((values, i) => (values.length <= 2 ? [i + 1] : []))).toEqual([6]);
  });
});

describe('concentration rules on the examples of the Handbook', () => {
  it('(1,85): 300 of 330 needs a bound of 352.94', () => {
    const found = concentration({ values: [20, 300, 10] }, { kind: 'dominance', n: 1, k: 85 });
    expect(found.unsafe).toBe(true);
    expect((330 + found.upperProtection).toFixed(2)).toBe('352.94');
  });

  it('110,000 with 52,000 and 50,000 is safe by p 10 (15.4 %) and unsafe by (2,90) (92.7 %)', () => {
    const values = [52_000, 50_000, 5000, 3000];
    expect(concentration({ values }, { kind: 'percent', p: 10 })).toEqual({
      unsafe: false,
      upperProtection: 0,
    });
    expect(concentration({ values }, { kind: 'percent', p: 15 }).unsafe).toBe(false);
    expect(concentration({ values }, { kind: 'percent', p: 16 }).unsafe).toBe(true);
    expect(concentration({ values }, { kind: 'dominance', n: 2, k: 90 }).unsafe).toBe(true);
    expect(concentration({ values }, { kind: 'dominance', n: 2, k: 93 }).unsafe).toBe(false);
  });

  it('(2,80) finds all that p 25 finds and (2,95) all that p 5.263 finds, and the same beside a second of 0', () => {
    for (const k of [80, 95]) {
      const p = (100 * (100 - k)) / k;
      for (const second of [0, 300, 1000])
        for (const rest of [0.2, 0.9, 1.1, 1.5]) {
          // The rest lies in single contributions below the second, so that it changes no rank.
          const parts = Array.from({ length: 1000 }, () => (rest * p * 1000) / 100 / 1000);
          const values = [1000, second, ...parts].filter((x) => x > 0);
          const byPercent = concentration({ values }, { kind: 'percent', p }).unsafe;
          const byDominance = concentration({ values }, { kind: 'dominance', n: 2, k }).unsafe;
          if (byPercent) expect(byDominance).toBe(true);
          expect(byPercent).toBe(rest < 1);
          if (second === 0) expect(byDominance).toBe(rest < 1);
        }
    }
  });
});

describe('concentration rules', () => {
  it('agree with their printed form on invented groups', () => {
    const chance = stream(3, 0, 2);
    let unsafe = 0;
    for (let round = 0; round < 1500; round++) {
      const values = Array.from({ length: drawBelow(chance, 40 * round, 7) }, (_, i) =>
        drawBelow(chance, 40 * round + 1 + i, 1000),
      );
      const percent = 1 + drawBelow(chance, 40 * round + 20, 98);
      for (const rule of [
        { kind: 'dominance', n: 1 + drawBelow(chance, 40 * round + 21, 3), k: percent },
        { kind: 'percent', p: percent },
        { kind: 'priorPosterior', p: percent, q: percent + 1 },
      ] as const) {
        const found = concentration({ values }, rule);
        const expected = plain(values, rule);
        expect(found.unsafe).toBe(expected.unsafe);
        expect(found.upperProtection).toBeCloseTo(expected.unsafe ? expected.level : 0, 6);
        if (found.unsafe) unsafe++;
      }
    }
    expect(unsafe).toBeGreaterThan(500);
  });

  it('need only the largest contributions and the total, also where all others together are more', () => {
    const values = [10, 9, 8, 8, 8, 8, 8];
    for (const rule of [
      { kind: 'percent', p: 100 },
      { kind: 'dominance', n: 1, k: 16 },
      { kind: 'dominance', n: 1, k: 17 },
    ] as const)
      expect(concentrationOf({ largest: [10, 9], total: 59 }, rule)).toEqual(concentration({ values }, rule));
  });

  it('hold at the limit itself: exactly k % or p % is safe', () => {
    expect(concentration({ values: [85, 15] }, { kind: 'dominance', n: 1, k: 85 }).unsafe).toBe(false);
    expect(concentration({ values: [100, 50, 10] }, { kind: 'percent', p: 10 }).unsafe).toBe(false);
    expect(concentration({ values: [100, 50, 10] }, { kind: 'priorPosterior', p: 5, q: 50 }).unsafe).toBe(
      false,
    );
    expect(concentration({ values: [100, 50, 9] }, { kind: 'percent', p: 10 }).unsafe).toBe(true);
  });

  it('judge one and two contributors unsafe, an empty group not', () => {
    const rule = { kind: 'percent', p: 10 } as const;
    expect(concentration({ values: [7] }, rule)).toEqual({ unsafe: true, upperProtection: 0.7 });
    expect(concentration({ values: [7, 7] }, rule).unsafe).toBe(true);
    expect(concentration({ values: [] }, rule).unsafe).toBe(false);
    expect(concentration({ values: [0, 0] }, { kind: 'dominance', n: 1, k: 50 }).unsafe).toBe(false);
  });

  it('take weights into the total, and into the largest two only where recipients know them', () => {
    const group = { values: [100, 60, 4], weights: [5, 5, 5] };
    const rule = { kind: 'percent', p: 10 } as const;
    // Total 820: 820 - 160 = 660 protects; with known weights 820 - 500 - 300 = 20 against 10 % of 500.
    expect(concentration(group, rule).unsafe).toBe(false);
    expect(concentration({ ...group, weightsArePublic: true }, rule)).toEqual({
      unsafe: true,
      upperProtection: 30,
    });
    expect(concentration({ values: group.values }, rule)).toEqual({ unsafe: true, upperProtection: 6 });
  });

  it('are defects where parameters or contributions make no sense', () => {
    for (const rule of [
      { kind: 'dominance', n: 0, k: 80 },
      { kind: 'dominance', n: 2, k: 100 },
      { kind: 'percent', p: 0 },
      { kind: 'percent', p: 101 },
      { kind: 'priorPosterior', p: 85, q: 80 },
      { kind: 'priorPosterior', p: 85, q: 180 },
    ] as const)
      expect(() => concentration({ values: [1, 2, 3] }, rule)).toThrow(/not a concentration rule/);
    expect(() => concentration({ values: [1, -5] }, { kind: 'percent', p: 10 })).toThrow(/0 or more/);
    expect(() => concentration({ values: [1, 2], weights: [2] }, { kind: 'percent', p: 10 })).toThrow(
      /one each/,
    );
  });
});

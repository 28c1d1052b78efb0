import { describe, expect, it } from 'vitest';
import { differencing } from '../../../shared/attacks/differencing/differencing.ts';
import { seededRandom } from '../../../shared/attacks/random.ts';
import type { Released } from '../../../shared/ledger/released.ts';
import type { LinearSolver } from '../../../shared/ports/linear-solver.ts';
import { noiseTable, noiseVariants } from '../../../shared/protect/cell-key/noise-table.ts';
import { noiseAt, noiseIntervals } from '../../../shared/protect/cell-key/perturb.ts';
import { inA, releaseWith, squares } from '../../support/small-release.ts';
import { wholeRun } from '../../support/whole-run.ts';

const random = seededRandom('1', 're-issue after an objection');
const intervals = noiseIntervals(noiseTable(noiseVariants.essI));
const groups = 10_000;
const noSolver: LinearSolver = {
  open: () => {
    throw new Error('no figure of these needs a solver');
  },
};

/**
 * A group with noise that sticks to the sum of its persons' keys, before and after one of them objected. Keys of others are
 * uniform, so their sum is; the key of the objector is taken from it.
 */
function reissued(isTouched: boolean): readonly [before: number, after: number] {
  const count = 8 + random.below(40);
  const [key, own] = [random.bits(), random.bits()];
  const before = count + noiseAt(intervals, count, key);
  if (!isTouched) return [before, count + noiseAt(intervals, count, key)];
  return [before, count - 1 + noiseAt(intervals, count - 1, (key - own) >>> 0)];
}

const changed = (list: readonly (readonly [number, number])[]): number =>
  list.filter(([before, after]) => before !== after).length / list.length;

describe('a period that comes out again without one person, under sticky noise (A2.2)', () => {
  const touched = Array.from({ length: groups }, () => reissued(true));
  const untouched = Array.from({ length: groups }, () => reissued(false));

  /**
   * Two independent draws agree on the figure when the noise differs by one: sum of p(v) p(v + 1) = .183 for D 4, V 1.8 on counts of
   * 7 and more, so .817 change. 10,000 groups: standard deviation .0039, and .03 is more than seven of them.
   */
  it('shows 81.7 of 100 groups of that person, and no other group', () => {
    expect(changed(touched)).toBeGreaterThan(0.817 - 0.03);
    expect(changed(touched)).toBeLessThan(0.817 + 0.03);
    expect(changed(untouched)).toBe(0);
  });

  it('is refused, for exactly the groups that changed', () => {
    const figures = [...touched.slice(0, 24), ...untouched.slice(0, 200)];
    const names = figures.map((_, i) => `zone ${i}`);
    const guarantee = {
      kind: 'classical',
      cellKeyNoise: { maximumNoise: 4, variance: '1.8', smallestFigure: 1 },
    } as const;
    const release = (at: 0 | 1): Released =>
      releaseWith(
        { guarantee, minimumPersons: 1 },
        { footfall: figures.map((pair, i) => ({ ...inA(pair[at]), zoneId: names[i] ?? '' })) },
        squares(names),
      );
    const subject = {
      candidate: release(1),
      earlier: [{ id: 'freigabe-2026-05-10-00000001', released: release(0) }],
    };
    const { findings, count } = wholeRun(differencing(subject, noSolver));
    const exposed = findings.map(({ smaller }) => smaller?.group.zone);
    expect(findings.every(({ code }) => code === 'figure-changed')).toBe(true);
    expect(exposed).toEqual(names.filter((_, i) => figures[i]?.[0] !== figures[i]?.[1]));
    expect(count.earlier).toBe(exposed.length);
    expect(exposed.length).toBeGreaterThan(12);
  });
});

import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../shared/attacks/random.ts';
import { attackRecovery, recoveryDefaults } from '../../../shared/attacks/recovery/attack-recovery.ts';
import type { RecoveryRelease } from '../../../shared/attacks/recovery/recovery-release.ts';
import type { RecoveryScored } from '../../../shared/attacks/recovery/recovery-result.ts';
import { fineGrid, type FineGrid } from '../../support/populations/fine-grid.ts';
import { normalDraw } from '../../support/populations/normal-draw.ts';
import { releasedGrid, truthOf } from '../../support/released-grid.ts';

/** People on 25 x 25 zones, quarter hours, a week, two zones a bin. */
function fine(persons: number, seed: number): FineGrid {
  return fineGrid({ persons, side: 25, days: 7, binsPerHour: 4, speed: 2, seed: `fine ${seed}` });
}

function attacked(grid: FineGrid, release: RecoveryRelease): RecoveryScored {
  const steps = attackRecovery(release, truthOf(grid), { ...recoveryDefaults, seed: 'statistical' });
  for (;;) {
    const step = steps.next();
    if (step.done !== true) continue;
    if (step.value.kind !== 'scored') throw new Error('Nothing was scored.');
    return step.value;
  }
}

function over(seeds: number, result: (seed: number) => RecoveryScored): readonly RecoveryScored[] {
  return Array.from({ length: seeds }, (_, at) => result(at + 1));
}

function mean(results: readonly RecoveryScored[], of: (result: RecoveryScored) => number): number {
  return results.reduce((sum, result) => sum + of(result), 0) / results.length;
}

const raw = (persons: number, seeds: number) =>
  over(seeds, (seed) => {
    const grid = fine(persons, seed);
    return attacked(grid, releasedGrid(grid));
  });

function noisy(seed: number, deviation: number): RecoveryScored {
  const grid = fine(25, seed);
  const random = seededRandom(`noise ${seed}`, 'recovery');
  const shown = (count: number): number => Math.round(normalDraw(random, count, deviation));
  return attacked(grid, releasedGrid(grid, { isNoisy: true }, shown));
}

const away = ({ awayHours }: RecoveryScored): number => awayHours.attack;
const all = ({ allHours }: RecoveryScored): number => allHours.attack;

describe('recovery of persons from exact counts', () => {
  // One seed's rate away from home varies by about 0.07 from seed to seed with 25 persons, 0.05 with 50, 0.03 with 100: the means below
  // have standard errors of 0.026, 0.024 and 0.015.
  const [few, more, many] = [raw(25, 8), raw(50, 5), raw(100, 4)];

  it('follows 25 persons away from home and beats staying at home', () => {
    expect(mean(few, away)).toBeGreaterThanOrEqual(0.6);
    expect(mean(few, all)).toBeGreaterThanOrEqual(0.72);
    expect(mean(few, ({ awayHours }) => awayHours.busiestZone)).toBeLessThanOrEqual(0.12);
    expect(mean(few, all)).toBeGreaterThan(mean(few, ({ allHours }) => allHours.stayHome));
    expect(Math.min(...few.map(({ uplift }) => uplift.low))).toBeGreaterThan(0.1);
  });

  it('follows fewer the more persons there are', () => {
    expect(mean(few, away)).toBeGreaterThan(mean(more, away) + 0.1);
    expect(mean(more, away)).toBeGreaterThan(mean(many, away) + 0.1);
  });

  it('would look good on all hours where it is useless: 1,000 persons by the hour', () => {
    const grid = fineGrid({ persons: 1000, side: 15, days: 7, binsPerHour: 1, speed: 8, seed: 'hourly' });
    const began = process.cpuUsage().user;
    const result = attacked(grid, releasedGrid(grid));
    expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(30);
    expect(result.allHours.attack).toBeGreaterThan(0.45);
    expect(result.allHours.stayHome).toBeGreaterThan(result.allHours.attack);
    expect(result.uplift.high).toBeLessThan(0.02);
  });
});

describe('recovery of persons from protected counts', () => {
  it('adapts to noise: the figures are still worth something at a deviation of 5', () => {
    // Reference 0.171; over seeds it varies by 0.03, so the mean of 2 has a standard error of 0.021. Without removing noise: 0.001. The
    // limit is 3.3 of them from the one and 4.7 from the other, so more seeds would tell the two no better apart.
    expect(
      mean(
        over(2, (seed) => noisy(seed, 5)),
        all,
      ),
    ).toBeGreaterThanOrEqual(0.1);
  });

  it('is no better than the busiest zone at a deviation of 1', () => {
    // By seed 0.02 is recovered and the busiest zone right in 0.05 to 0.1; without noise 0.55 to 0.83 is recovered, eight times as much.
    const results = over(2, (seed) => noisy(seed, 1));
    expect(mean(results, away)).toBeLessThanOrEqual(mean(results, ({ awayHours }) => awayHours.busiestZone));
  });

  it.each([2, 10])('is no better than the busiest zone when fewer than %i are hidden', (minimumPersons) => {
    const results = over(4, (seed) => {
      const grid = fine(25, seed);
      const shown = (count: number): number => (count < minimumPersons ? Number.NaN : count);
      return attacked(grid, releasedGrid(grid, { minimumPersons, isZeroShown: false }, shown));
    });
    expect(mean(results, away)).toBeLessThanOrEqual(mean(results, ({ awayHours }) => awayHours.busiestZone));
    expect(results.every(({ size }) => size.variants === 6)).toBe(true);
  });
});

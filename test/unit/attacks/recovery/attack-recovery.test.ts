import { describe, expect, it } from 'vitest';
import {
  attackRecovery,
  recoveryDefaults,
  type RecoveryOptions,
} from '../../../../shared/attacks/recovery/attack-recovery.ts';
import { recoveryFigures } from '../../../../shared/attacks/recovery/recovery-figures.ts';
import { recoveryObstacle } from '../../../../shared/attacks/recovery/recovery-obstacle.ts';
import type { RecoveryResult, RecoveryScored } from '../../../../shared/attacks/recovery/recovery-result.ts';
import { releasedGrid, truthOf } from '../../../support/released-grid.ts';
import { fineGrid } from '../../../support/populations/fine-grid.ts';

const grid = fineGrid({ persons: 30, side: 8, days: 3, binsPerHour: 1, speed: 4, seed: 'unit' });
const options: RecoveryOptions = { ...recoveryDefaults, seed: 'unit' };

function run(
  more: Partial<RecoveryOptions> = {},
  release = releasedGrid(grid),
  truth = truthOf(grid),
): RecoveryResult {
  const steps = attackRecovery(release, truth, { ...options, ...more });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function scored(result: RecoveryResult): RecoveryScored {
  if (result.kind !== 'scored') throw new Error('Nothing was scored.');
  return result;
}

describe('attackRecovery', () => {
  it('gives the same for the same seed, and says how much was tried', () => {
    const result = scored(run());
    expect(run()).toEqual(result);
    expect(result.size).toMatchObject({ persons: 30, bins: 72, followed: 30, targets: 30, variants: 3 });
    expect(result.size.scoredBins).toBe(30 * 72);
    expect(result.awayHours.attack).toBeGreaterThan(0.2);
    expect(result.uplift.rate).toBeCloseTo(
      result.awayHours.attack - result.awayHours[result.uplift.over],
      12,
    );
  });

  it('tells its progress, which never falls and ends whole', () => {
    const seen: number[] = [];
    for (const { done, total } of attackRecovery(releasedGrid(grid), truthOf(grid), options)) {
      expect(total).toBe(9);
      seen.push(done);
    }
    expect(seen.toSorted((a, b) => a - b)).toEqual(seen);
    expect(seen.at(-1)).toBe(9);
  });

  it('gives no path away unless the data are said to be generated', () => {
    expect(scored(run()).replay).toBeUndefined();
    const { replay } = scored(run({ replay: true }));
    expect(replay?.truth.length).toBe(72);
    const right = [...(replay?.truth ?? [])].filter((zone, bin) => zone === replay?.recovered[bin]);
    expect(right.length).toBeGreaterThanOrEqual(replay?.awayRight ?? Infinity);
    expect(JSON.stringify(scored(run()))).not.toContain('truth');
  });

  it('keeps within its limits and says so', () => {
    const { size } = scored(run({ traces: 12, tracesOfZone: 2, candidates: 3, targets: 9 }));
    expect(size.followed).toBeLessThanOrEqual(12);
    expect(size.targets).toBe(9);
  });

  it('scores only bins in which a target was seen, and nobody who is never seen at night', () => {
    const thin = { ...grid, zoneOf: grid.zoneOf.slice() };
    for (let person = 0; person < 10; person++) {
      for (let day = 0; day < 3; day++)
        thin.zoneOf.fill(-1, person * 72 + day * 24, person * 72 + day * 24 + 6);
    }
    const { size } = scored(run({}, { ...releasedGrid(grid), isEveryoneSeen: false }, truthOf(thin)));
    expect(size).toMatchObject({ targets: 20, withoutNight: 10, scoredBins: 20 * 72, variants: 6 });
  });

  it('says so where nobody is ever away', () => {
    const home = { ...grid, zoneOf: grid.zoneOf.map((_, at) => Math.floor(at / 72)) };
    expect(run({}, releasedGrid(grid), truthOf(home)).kind).toBe('nothingToScore');
  });

  it('names what keeps it from being tried, and refuses pieces that do not fit', () => {
    const release = releasedGrid(grid);
    expect(recoveryObstacle(release)).toBeUndefined();
    expect(recoveryObstacle({ ...release, nightBins: 24 })).toBe('noNightAndDay');
    expect(recoveryObstacle({ ...release, days: 0 })).toBe('noWholeDay');
    expect(recoveryObstacle({ ...release, persons: 0 })).toBe('noPersons');
    expect(recoveryObstacle({ ...release, zones: 5000 })).toBe('tooManyZones');
    expect(() => run({}, { ...release, days: 2 })).toThrow('do not fit');
  });
});

describe('recoveryFigures', () => {
  it('never gives a rate without its four baselines', () => {
    const figures = recoveryFigures(scored(run()));
    for (const hours of ['allHours', 'awayHours']) {
      expect(Object.keys(figures).filter((name) => name.startsWith(hours))).toEqual(
        ['Attack', 'StayHome', 'BusiestZone', 'RandomLinking', 'AnchorsOnly'].map((part) => hours + part),
      );
    }
    expect(Object.values(figures).every(Number.isFinite)).toBe(true);
  });
});

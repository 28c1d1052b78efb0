import { describe, expect, it } from 'vitest';
import { fillHidden } from '../../../../shared/attacks/recovery/fill-hidden.ts';
import { readCounts, readingsOf } from '../../../../shared/attacks/recovery/reading.ts';
import type { RecoveryRelease } from '../../../../shared/attacks/recovery/recovery-release.ts';
import { ended } from '../../../../shared/protect/secondary/steps.ts';

const hidden = Number.NaN;

function release(
  figures: readonly (readonly number[])[],
  more: Partial<RecoveryRelease> = {},
): RecoveryRelease {
  const zones = figures[0]?.length ?? 0;
  return {
    days: 1,
    binsPerDay: figures.length,
    nightBins: 2,
    zones,
    figures: Float64Array.from(figures.flat()),
    centres: new Float64Array(2 * zones),
    persons: 100,
    isEveryoneSeen: false,
    rule: { minimumPersons: 10, roundingBase: 1, isNoisy: false, isZeroShown: true },
    ...more,
  };
}

const column = (values: Float64Array | Int32Array, zones: number, zone: number): number[] =>
  [...values].filter((_, at) => at % zones === zone);

describe('fillHidden', () => {
  it('goes straight between what is shown and stays under the minimum', () => {
    const found = ended(fillHidden(release([[0], [hidden], [hidden], [hidden], [12], [hidden]])));
    expect(column(found, 1, 0)).toEqual([0, 3, 6, 9, 12, 9]);
  });

  it('puts at least one person where a reader can tell nobody from hidden', () => {
    const shown = release([[0], [hidden], [0]]);
    expect(column(ended(fillHidden(shown)), 1, 0)).toEqual([0, 1, 0]);
    const untold = { ...shown, rule: { ...shown.rule, isZeroShown: false } };
    expect(column(ended(fillHidden(untold)), 1, 0)).toEqual([0, 0, 0]);
  });

  it('brings the hidden to what the shown leave over where everyone is seen', () => {
    const figures = [
      [80, 12, 12],
      [85, hidden, hidden],
      [80, 12, 12],
    ];
    const found = ended(fillHidden(release(figures, { isEveryoneSeen: true })));
    expect(found[4]).toBeCloseTo(7.5, 1);
    expect(found[5]).toBeCloseTo(7.5, 1);
  });
});

describe('readCounts', () => {
  const exact = [
    [50, 50],
    [60, 40],
    [30, 70],
  ];

  it('takes exact figures of everyone as they are, by one reading', () => {
    const everyone = release(exact, { isEveryoneSeen: true });
    const readings = readingsOf(everyone);
    expect(readings).toEqual([{ completion: 'asShown', window: 0 }]);
    expect([...ended(readCounts(everyone, { completion: 'asShown', window: 0 }))]).toEqual(exact.flat());
  });

  it('tries more where figures are hidden, persons unseen, and figures rounded', () => {
    const rule = { minimumPersons: 10, roundingBase: 5, isNoisy: false, isZeroShown: false };
    const readings = readingsOf(release([[hidden, 40], ...exact], { rule }));
    expect(readings.map(({ completion, window }) => `${completion} ${window}`)).toEqual([
      'asShown 0',
      'filled 0',
      'scaled 0',
      'scaled 1',
      'scaled 3',
      'scaled 5',
    ]);
  });

  it('gives every bin all persons when noisy, negative figures none', () => {
    const rule = { minimumPersons: 1, roundingBase: 1, isNoisy: true, isZeroShown: true };
    const noisy = release([[-3, 90], ...exact], { rule, isEveryoneSeen: true });
    for (const reading of readingsOf(noisy)) {
      const counts = ended(readCounts(noisy, reading));
      for (let bin = 0; bin < 4; bin++) expect((counts[2 * bin] ?? 0) + (counts[2 * bin + 1] ?? 0)).toBe(100);
    }
    expect([...ended(readCounts(noisy, { completion: 'asShown', window: 0 })).subarray(0, 2)]).toEqual([
      4, 96,
    ]);
  });

  it('spreads the unseen like the seen when scaled, and takes the mean of the night and of bins around', () => {
    const half = release([
      [10, 30],
      [20, 20],
      [8, 12],
      [8, 0],
    ]);
    expect([...ended(readCounts(half, { completion: 'scaled', window: 0 })).subarray(0, 4)]).toEqual([
      25, 75, 50, 50,
    ]);
    const smooth = ended(readCounts(half, { completion: 'asShown', window: 3 }));
    expect([...smooth]).toEqual([15, 25, 15, 25, 8, 6, 8, 6]);
  });
});

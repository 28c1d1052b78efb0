import { describe, expect, it } from 'vitest';
import { marginsOnly, type AtomSystem } from '../../../../shared/attacks/reconstruction/atom-system.ts';
import { pairedDifference } from '../../../../shared/attacks/reconstruction/paired-difference.ts';
import { rebuild } from '../../../../shared/attacks/reconstruction/rebuild.ts';
import { reconstruct } from '../../../../shared/attacks/reconstruction/reconstruct.ts';
import { ended } from '../../../support/ended.ts';
import { addsUp, published, systemOf } from '../../../support/linear-systems.ts';

/** Two rows by three columns with their sums: atoms 0 to 5, row sums 6 and 7, column sums 8 to 10. */
function table(atoms: readonly number[], hidden: readonly number[] = []): AtomSystem {
  const at = (row: number, column: number) => atoms[row * 3 + column] ?? 0;
  const rows = [0, 1].map((row) => at(row, 0) + at(row, 1) + at(row, 2));
  const columns = [0, 1, 2].map((column) => at(0, column) + at(1, column));
  const truth = [...atoms, ...rows, ...columns];
  const sums = [
    ...[0, 1].map((row) =>
      addsUp(
        6 + row,
        [0, 1, 2].map((column) => row * 3 + column),
      ),
    ),
    ...[0, 1, 2].map((column) => addsUp(8 + column, [column, column + 3])),
  ];
  return {
    system: published(truth, new Set(hidden), sums),
    truth: Float64Array.from(truth),
    isAtom: Uint8Array.from(truth, (_, v) => (v < 6 ? 1 : 0)),
  };
}

describe('rebuilding a part of a release', () => {
  it('finds hidden numbers that the sums give away, which the sums alone do not', () => {
    const part = table([1, 7, 20, 30, 2, 9], [0, 4]);
    const { fromRelease, fromMargins } = ended(rebuild(part));
    expect([...fromRelease]).toEqual([...part.truth]);
    expect([...fromMargins]).not.toEqual([...part.truth]);
    // The sums' reader has numbers that fit the sums: row 0 has 28, row 1 has 41, up to rounding.
    expect(Math.abs((fromMargins[0] ?? 0) + (fromMargins[1] ?? 0) + (fromMargins[2] ?? 0) - 28)).toBeLessThan(
      2,
    );
  });

  it('leaves the sums their bounds and takes the atoms theirs', () => {
    const part = table([1, 7, 20, 30, 2, 9]);
    const { low, high } = marginsOnly(part);
    expect([low[0], high[0], low[6], high[6]]).toEqual([0, Infinity, 28, 28]);
    const noisy = systemOf(
      [
        [0, 50],
        [0, 50],
      ],
      [
        { terms: [[0, 1]], low: 4, high: 4 },
        {
          terms: [
            [0, 1],
            [1, 1],
          ],
          low: 9,
          high: 9,
        },
      ],
    );
    const rows = marginsOnly({ system: noisy, truth: new Float64Array(2), isAtom: Uint8Array.of(1, 1) });
    expect([...rows.rowLow]).toEqual([-Infinity, 9]);
  });

  it('believes noisy figures less the more noise there is', () => {
    const rows = [
      { terms: [[0, 1]] as const, low: 90, high: 90 },
      {
        terms: [
          [0, 1],
          [1, 1],
        ] as const,
        low: 100,
        high: 100,
      },
    ];
    const first = (noiseVariance: number) => {
      const system = systemOf(
        [
          [0, Infinity],
          [0, Infinity],
        ],
        rows,
      );
      const part = { system, truth: new Float64Array(2), isAtom: Uint8Array.of(1, 1), noiseVariance };
      return ended(rebuild(part)).fromRelease[0] ?? NaN;
    };
    expect(first(0)).toBe(90);
    expect(first(50)).toBeLessThan(90);
    expect(first(50)).toBeGreaterThan(first(5000));
    expect(first(1e6)).toBe(50);
  });
});

describe('the score of a reconstruction', () => {
  it('counts atoms and single persons, beside the sums and chance', () => {
    // Nothing hidden: all is rebuilt. Numbers 1, 1, 1, 1, 1, 7: by chance 5/6 of 5/6 and 1/6 of 1/6 agree.
    const part = table([1, 1, 1, 1, 1, 7]);
    const { parts, all, ones } = ended(reconstruct([part], 1));
    expect(parts).toBe(1);
    expect(all.fromRelease).toMatchObject({ cases: 6, of: 6 });
    expect(ones.fromRelease).toMatchObject({ cases: 5, of: 5 });
    expect(all.byChance).toBeCloseTo(26 / 36, 12);
    expect(ones.byChance).toBeCloseTo(5 / 6, 12);
    expect(all.fromMargins.cases).toBeLessThan(6);
    expect(all.uplift.difference).toBeCloseTo(1 - all.fromMargins.share, 12);
  });

  it('is no better than the sums where all atoms are hidden', () => {
    const parts = [
      table([4, 0, 1, 3, 2, 9], [0, 1, 2, 3, 4, 5]),
      table([1, 1, 5, 0, 8, 2], [0, 1, 2, 3, 4, 5]),
    ];
    const { all, ones } = ended(reconstruct(parts, 2));
    expect(all.uplift.difference).toBe(0);
    expect(ones.fromRelease).toEqual(ones.fromMargins);
  });

  it('has nothing to say about an empty release', () => {
    const { all } = ended(reconstruct([], 0));
    expect(all).toMatchObject({ byChance: 0, fromRelease: { of: 0, low: 0, high: 1 } });
    expect(all.uplift).toEqual({ difference: 0, low: -1, high: 1 });
  });
});

describe('a paired difference', () => {
  it('rests on the differences between parts', () => {
    // Parts of ten cases with differences 2, 4, 6: mean .4, deviation of 2 in ten over three parts.
    const parts = [2, 4, 6].map((more) => ({ cases: 10, first: more + 1, second: 1 }));
    const { difference, low, high } = pairedDifference(parts);
    expect(difference).toBeCloseTo(0.4, 12);
    expect(high - difference).toBeCloseTo((1.96 * 0.2) / Math.sqrt(3), 4);
    expect(difference - low).toBeCloseTo(high - difference, 12);
  });

  it('excludes nothing with a single part', () => {
    expect(pairedDifference([{ cases: 4, first: 4, second: 0 }])).toEqual({
      difference: 1,
      low: -1,
      high: 1,
    });
  });
});

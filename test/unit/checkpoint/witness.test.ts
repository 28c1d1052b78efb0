import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeenLedger } from '../../../shared/checkpoint/seen-ledger.ts';
import { comparable, remembered, standingOf } from '../../../shared/checkpoint/witness.ts';

const hash = (n: number): string => n.toString(16).padStart(64, '0');
const ledger = (leaves: readonly number[], key = hash(1), origin = 'freigabe.a'): SeenLedger => ({
  origin,
  key,
  size: leaves.length,
  root: hash(leaves.length),
  leaves: leaves.map(hash),
});

describe('a ledger beside one seen before', () => {
  it.each([
    ['new', [1, 2], undefined],
    ['same', [1, 2], [1, 2]],
    ['newer', [1, 2, 3], [1, 2]],
    ['newer', [1], []],
    ['older', [1], [1, 2]],
    ['fork', [1, 3], [1, 2]],
    ['fork', [1, 3, 4], [1, 2]],
    ['fork', [3], [1, 2]],
  ] as const)('is %s', (standing, found, seen) => {
    expect(standingOf(ledger(found), seen && ledger(seen))).toBe(standing);
  });

  it('is consistent exactly with its own beginnings and continuations, for any two histories', () => {
    const history = fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 8 });
    fc.assert(
      fc.property(history, history, (a, b) => {
        const [short, long] = a.length <= b.length ? [a, b] : [b, a];
        const begins = short.every((leaf, i) => leaf === long[i]);
        const there = standingOf(ledger(a), ledger(b));
        const back = standingOf(ledger(b), ledger(a));
        expect(there === 'fork').toBe(!begins);
        expect(back).toBe({ same: 'same', newer: 'older', older: 'newer', fork: 'fork', new: '' }[there]);
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  it('is held against its own key and all that are trusted now, and no other origin', () => {
    const seen = [
      ledger([1]),
      ledger([2], hash(2)),
      ledger([3], hash(3)),
      ledger([4], hash(1), 'freigabe.b'),
    ];
    const held = comparable(ledger([9]), seen, [hash(1), hash(2)]).map(({ key }) => key);
    expect(held).toEqual([hash(1), hash(2)]);
  });

  it('is remembered where it goes on, each key apart', () => {
    const seen = [ledger([1, 2]), ledger([1], hash(2))];
    expect(remembered(seen, ledger([1, 2, 3]))).toEqual([ledger([1, 2, 3]), seen[1]]);
    expect(remembered(seen, ledger([1]))).toBe(seen);
    expect(remembered(seen, ledger([5], hash(3)))).toEqual([...seen, ledger([5], hash(3))]);
    expect(() => remembered(seen, ledger([7]))).toThrow('fork');
  });
});

import { describe, expect, it } from 'vitest';
import { componentsOf } from '../../../shared/audit/components.ts';
import type { LinearSystem } from '../../../shared/audit/linear-system.ts';
import { propagate } from '../../../shared/audit/propagate.ts';
import { systemOf } from '../../support/linear-systems.ts';

function split(system: LinearSystem) {
  const bounds = propagate(system);
  if (!bounds) throw new Error('contradiction');
  return componentsOf(system, bounds);
}

/** A 2 x 2 table with published sums of 5, its numbers at `first` and after. */
const square = (first: number, sum: number) =>
  [
    [0, 1],
    [2, 3],
    [0, 2],
    [1, 3],
  ].map((line) => ({ terms: line.map((v) => [first + v, 1] as const), low: sum, high: sum }));
const open = (count: number, low = 0) => Array.from({ length: count }, () => [low, Infinity] as const);

const key = (coefficient: number, sum: number) =>
  split(
    systemOf(open(4), [
      ...square(0, 100_000),
      { terms: [[0, coefficient] as const, [3, 1] as const], low: -sum, high: sum },
    ]),
  ).list[0]?.key;

describe('components', () => {
  it('hold what rows link, and nothing else', () => {
    const { list, componentOf, placeOf } = split(systemOf(open(8), [...square(0, 5), ...square(4, 6)]));
    expect(list.map((component) => [...component.variables])).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ]);
    expect([...componentOf]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    expect([...placeOf]).toEqual([0, 1, 2, 3, 0, 1, 2, 3]);
  });
  it('have one key for equal structure and numbers, counted from the low bound', () => {
    const bounds = [...open(4), ...open(4, 1), ...open(4)];
    const { list } = split(systemOf(bounds, [...square(0, 5), ...square(4, 7), ...square(8, 6)]));
    const [first, raised, other] = list.map((component) => component.key);
    expect(raised).toBe(first);
    expect(other).not.toBe(first);
    expect([...(list[1]?.origin ?? [])]).toEqual([1, 1, 1, 1]);
  });
  it('are apart where only a fixed number stands between them', () => {
    const bridge = { terms: [0, 8, 4].map((v) => [v, 1] as const), low: -Infinity, high: 900 };
    const bounds = [...open(8), [3, 3] as const];
    expect(split(systemOf(bounds, [...square(0, 5), ...square(4, 6), bridge])).list).toHaveLength(2);
  });
  it('leave out what only its own bounds limit', () => {
    const idle = { terms: [[0, 1] as const, [1, 1] as const], low: 0, high: Infinity };
    const { list, componentOf } = split(systemOf(open(2), [idle]));
    expect(list).toEqual([]);
    expect([...componentOf]).toEqual([-1, -1]);
  });
  it('tell large numbers, signs and no limit apart in the key', () => {
    const keys = [key(1, 70_000), key(1, 37_232), key(-1, 70_000), key(-1, 4), key(2, 70_000)];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

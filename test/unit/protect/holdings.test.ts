import { describe, expect, it } from 'vitest';
import { drawBelow, stream } from '../../../shared/demo/random.ts';
import { contributorsOfGroups } from '../../../shared/protect/holdings.ts';
import { isPublished } from '../../../shared/protect/is-published.ts';

describe('contributors of a group', () => {
  it('count ten devices of one holding once, so the threshold stops them', () => {
    const ten = Int32Array.from({ length: 10 }, (_, i) => i);
    const oneHolding = new Int32Array(10).fill(0);
    const [contributors = -1] = contributorsOfGroups(
      { group: new Int32Array(10), person: ten },
      oneHolding,
      1,
    );
    expect(contributors).toBe(1);
    expect(isPublished(contributors, 5)).toBe(false);
    expect([...contributorsOfGroups({ group: new Int32Array(10), person: ten }, ten, 1)]).toEqual([10]);
  });

  it('are the distinct holders of a plain set', () => {
    const chance = stream(5, 0, 3);
    const holders = Int32Array.from({ length: 200 }, (_, i) => drawBelow(chance, i, 60));
    const group = Int32Array.from({ length: 3000 }, (_, i) => drawBelow(chance, 1000 + i, 50)).toSorted();
    const person = Int32Array.from({ length: 3000 }, (_, i) => drawBelow(chance, 5000 + i, 200));
    const plain = Array.from({ length: 52 }, () => new Set<number>());
    group.forEach((at, i) => plain[at]?.add(holders[person[i] ?? 0] ?? -1));
    expect([...contributorsOfGroups({ group, person }, holders, 52)]).toEqual(plain.map((set) => set.size));
  });

  it('are a defect where groups are not in order or somebody has no holder', () => {
    const rows = { group: Int32Array.of(0, 1, 0), person: Int32Array.of(0, 0, 0) };
    expect(() => contributorsOfGroups(rows, Int32Array.of(0), 2)).toThrow(/order/);
    const stranger = { group: Int32Array.of(0), person: Int32Array.of(3) };
    expect(() => contributorsOfGroups(stranger, Int32Array.of(0), 1)).toThrow(/no holder/);
  });
});

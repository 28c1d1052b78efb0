import { describe, expect, it } from 'vitest';
import { sortBaseTable } from '../../../shared/kernel/sort-events.ts';
import { HashIndex } from '../../../shared/kernel/hash-index.ts';
import { PositionIndex } from '../../../shared/kernel/position-index.ts';

describe('numbering hashes', () => {
  it('gives each its number in order of appearance, through every growth, and finds none it was not given', () => {
    const index = new HashIndex(4);
    const pairs = Array.from(
      { length: 5000 },
      (_, i) => [Math.imul(i % 50, 0x9e37_79b1) >>> 0, Math.floor(i / 50)] as const,
    );
    pairs.forEach(([low, high], i) => expect(index.add(low, high)).toBe(i));
    pairs.forEach(([low, high], i) => expect(index.add(low, high)).toBe(i));
    pairs.forEach(([low, high], i) => expect(index.find(low, high)).toBe(i));
    expect(index.size).toBe(5000);
    expect(index.find(1, 2)).toBe(-1);
    expect(index.find(0, 0xffff_ffff)).toBe(-1);
  });
});

describe('numbering positions', () => {
  it('keeps apart what differs in the last digit, and gives positions back', () => {
    const index = new PositionIndex();
    const at = Array.from({ length: 3000 }, (_, i) => [-25 + i * 1e-12, 31 - (i % 7)] as const);
    at.forEach(([lat, lon], i) => expect(index.add(lat, lon)).toBe(i));
    at.forEach(([lat, lon], i) => expect(index.add(lat, lon)).toBe(i));
    const { latitude, longitude } = index.positions();
    expect([latitude[2999], longitude[2999], latitude.length]).toEqual([...(at[2999] ?? []), 3000]);
  });
});

describe('the base table', () => {
  it('is sorted by person, second and cell, and tells at which cells rows stood twice', () => {
    const person = Int32Array.from({ length: 3000 }, (_, i) => (i * 7919) % 301);
    const second = Int32Array.from(
      { length: 3000 },
      (_, i) => 2_145_900_000 - ((i * 104_729) % 3_000_001) * 500,
    );
    const cell = Int32Array.from({ length: 3000 }, (_, i) => (i * 31) % 97);
    const all = Array.from(person, (who, i) => [who, second[i] ?? 0, cell[i] ?? 0] as const);
    const twice = all.filter((_, i) => i % 5 === 0);
    const rows = [...all, ...twice, ...twice];
    const column = (at: 0 | 1 | 2): Int32Array => Int32Array.from(rows, (row) => row[at]);
    const { table, repeatsOfCell } = sortBaseTable({ person: column(0), second: column(1), cell: column(2) });
    const expected = all.toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    expect(Array.from(table.person, (who, i) => [who, table.second[i], table.cell[i]])).toEqual(expected);
    for (let at = 0; at < 97; at++)
      expect(repeatsOfCell[at] ?? 0).toBe(2 * twice.filter((row) => row[2] === at).length);
  });

  it('is empty when there are no rows', () => {
    const none = { person: new Int32Array(0), second: new Int32Array(0), cell: new Int32Array(0) };
    expect(sortBaseTable(none).table.person.length).toBe(0);
  });
});

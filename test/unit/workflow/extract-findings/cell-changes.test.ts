import { describe, expect, it } from 'vitest';
import { daysFromIso } from '../../../../shared/base/calendar.ts';
import { cellChanges } from '../../../../shared/workflow/extract-findings/cell-changes.ts';

/** Monday, 4 May 2026. */
const monday = daysFromIso('2026-05-04') ?? 0;

/** Cells along a line, 500 m apart, with their persons by day. */
function changesOf(persons: readonly (readonly number[])[], explained: readonly number[] = []) {
  const days = (persons[0] ?? []).map((_, i) => monday + i);
  return cellChanges({
    days,
    persons: (cell, day) => persons[cell]?.[day] ?? 0,
    cells: persons.length,
    isExplained: (cell) => explained.includes(cell),
    latitude: Float64Array.from(persons, (_, cell) => 51 + (cell * 500) / 111_195),
    longitude: new Float64Array(persons.length).fill(12),
    minimumPersons: 10,
  });
}

const steady = [90, 95, 88, 91, 90, 92, 90];

describe('cells that change inside the period', () => {
  it('are none where all cells are used every day', () => {
    expect(changesOf([steady, steady])).toEqual([]);
  });

  it('begin on the first day of use, and end on the first day without', () => {
    expect(changesOf([steady, [0, 3, 0, 90, 90, 90, 90]])).toEqual([
      { kind: 'begins', cell: 1, day: '2026-05-07' },
    ]);
    expect(changesOf([steady, [90, 90, 9, 0, 0, 0, 0]])).toEqual([
      { kind: 'ends', cell: 1, day: '2026-05-06' },
    ]);
  });

  it('take over from a neighbour that loses as many on the same day', () => {
    const loses = [200, 210, 205, 110, 105, 108, 110];
    expect(changesOf([loses, [0, 0, 0, 95, 90, 99, 92]])).toEqual([
      { kind: 'takesOver', cell: 1, other: 0, day: '2026-05-07' },
    ]);
    const losesLittle = [200, 210, 205, 170, 170, 170, 170];
    expect(changesOf([losesLittle, [0, 0, 0, 95, 90, 99, 92]])).toEqual([
      { kind: 'begins', cell: 1, day: '2026-05-07' },
    ]);
  });

  it('are not offices that nobody uses on a weekend', () => {
    expect(changesOf([[90, 90, 90, 90, 90, 0, 0]])).toEqual([]);
    expect(changesOf([[90, 90, 90, 90, 0, 0, 0]])).toHaveLength(1);
  });

  it('are not cells that come and go, or hover about the minimum', () => {
    expect(changesOf([[90, 0, 90, 0, 90, 90, 90]])).toEqual([]);
    expect(changesOf([[9, 9, 9, 11, 12, 11, 12]])).toEqual([]);
  });

  it('are not those whose place the reference itself changes', () => {
    expect(changesOf([[0, 0, 0, 90, 90, 90, 90]], [0])).toEqual([]);
  });

  it('do not tell few from none', () => {
    const none = changesOf([[0, 0, 0, 90, 90, 90, 90]]);
    expect(changesOf([[9, 1, 5, 90, 90, 90, 90]])).toEqual(none);
  });
});

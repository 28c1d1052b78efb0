import { describe, expect, it } from 'vitest';
import { columnsOf, groupKey, inOrder } from '../../../../renderer/desk/features/zone/group-columns.ts';
import { narrowestFirst, rangeKind } from '../../../../renderer/desk/features/zone/range-order.ts';

describe('groups of a zone', () => {
  it('are told by the columns that say something', () => {
    expect(columnsOf([{ band: 0, ageBand: '18+' }, { band: 1 }])).toEqual(['band', 'ageBand']);
    expect(columnsOf([{}])).toEqual([]);
    const keys = [{ band: 1 }, { zone: 1 }, { zone: -1 }, { ageBand: '1' }].map(groupKey);
    expect(new Set(keys).size).toBe(4);
  });

  it('stand by size where they differ by another zone, else in the order of the table', () => {
    const byZone = [
      { zone: 1, persons: 40 },
      { zone: 2, persons: 90 },
    ];
    expect(inOrder(byZone).map(({ zone }) => zone)).toEqual([2, 1]);
    const byBand = [
      { band: 0, persons: 40 },
      { band: 1, persons: 90 },
    ];
    expect(inOrder(byBand)).toBe(byBand);
  });
});

describe('what a reader can work out', () => {
  it('is one number, two bounds, one, or none', () => {
    const kinds = [{ low: 4, high: 4 }, { low: 3, high: 6 }, { low: 3 }, { low: 0 }].map(rangeKind);
    expect(kinds).toEqual(['exact', 'between', 'atLeast', 'unbounded']);
  });

  it('stands from the narrowest to what nothing bounds', () => {
    const ranges = [{ low: 0 }, { low: 0, high: 40 }, { low: 3, high: 6 }];
    expect(narrowestFirst(ranges)).toEqual([{ low: 3, high: 6 }, { low: 0, high: 40 }, { low: 0 }]);
  });
});

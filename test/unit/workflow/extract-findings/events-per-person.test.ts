import { describe, expect, it } from 'vitest';
import { binOfEvents, joinedBins } from '../../../../shared/workflow/extract-findings/events-per-person.ts';

describe('persons by number of events', () => {
  it('stand in bins by powers of two', () => {
    expect([1, 2, 3, 4, 7, 8, 1023, 1024].map(binOfEvents)).toEqual([0, 1, 1, 2, 2, 3, 9, 10]);
  });

  it('join small bins with the next, and what is left over with the one before', () => {
    expect(joinedBins([2, 5, 30, 0, 12, 3], 10)).toEqual([
      { from: 1, to: 7, persons: 37 },
      { from: 8, persons: 15 },
    ]);
  });

  it('are told of nobody where fewer than the minimum are there at all', () => {
    expect(joinedBins([2, 3, 4], 10)).toEqual([]);
    expect(joinedBins([2, 3, 5], 10)).toEqual([{ from: 1, persons: 10 }]);
  });
});

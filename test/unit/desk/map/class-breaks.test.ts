import { describe, expect, it } from 'vitest';
import { classBreaks, classOf, niceBelow } from '../../../../renderer/desk/features/map/class-breaks.ts';

describe('classBreaks', () => {
  it('cuts near quantiles at numbers a person can remember', () => {
    const values = Array.from({ length: 700 }, (_, i) => 30 + i * 4);
    expect(classBreaks(values, 7)).toEqual([30, 400, 800, 1000, 1500, 2000]);
  });

  it('starts at or under the smallest value, so that nothing lies below the legend', () => {
    expect(classBreaks([37, 41, 55, 90, 120, 800], 7)[0]).toBe(30);
  });

  it('rises strictly and gives fewer classes for few values', () => {
    expect(classBreaks([50, 50, 50], 7)).toEqual([50]);
    expect(classBreaks([5, 5, 9, 9], 7)).toEqual([5, 9]);
  });

  it('gives none when nothing is positive', () => {
    expect(classBreaks([0, 0], 7)).toEqual([]);
    expect(classBreaks(new Int32Array(0), 7)).toEqual([]);
  });
});

describe('niceBelow', () => {
  it.each([
    [0, 0],
    [7, 7],
    [10, 10],
    [149, 100],
    [150, 150],
    [999, 800],
    [1000, 1000],
  ])('rounds %d down to %d', (value, nice) => expect(niceBelow(value)).toBe(nice));
});

describe('classOf', () => {
  it('counts a bound into the class it opens', () => {
    expect([29, 30, 99, 100, 5000].map((value) => classOf([30, 100, 400], value))).toEqual([0, 0, 0, 1, 2]);
  });
});

import { describe, expect, it } from 'vitest';
import { classBreaks, classOf, niceBelow } from '../../../../renderer/desk/features/map/class-breaks.ts';

describe('classBreaks', () => {
  it('cuts even values evenly at numbers a person can remember', () => {
    const values = Array.from({ length: 700 }, (_, i) => 30 + i * 4);
    expect(classBreaks(values, 7)).toEqual([30, 250, 500, 900, 1200, 1500, 2000]);
  });

  it('starts at or under the smallest value, so that nothing lies below the legend', () => {
    expect(classBreaks([37, 41, 55, 90, 120, 800, 900, 950], 7)[0]).toBe(35);
  });

  it('rises strictly and gives fewer classes for few values', () => {
    expect(classBreaks([50, 50, 50], 7)).toEqual([50]);
    expect(classBreaks([5, 5, 9, 9], 7)).toEqual([5, 9]);
  });

  it('neither spends colours on like figures nor crowds a skewed map into one', () => {
    const town = [
      ...Array.from({ length: 10 }, (_, i) => 1000 + i * 400),
      ...Array.from({ length: 9 }, (_, i) => 40_000 + i * 500),
      116_000,
    ];
    const breaks = classBreaks(town, 7);
    const members = breaks.map((_, at) => town.filter((value) => classOf(breaks, value) === at).length);
    expect(breaks).toHaveLength(7);
    expect(Math.max(...members)).toBeLessThan(town.length / 2);
    expect(members.at(-1)).toBe(1);
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
    [149, 120],
    [150, 150],
    [999, 900],
    [1000, 1000],
  ])('rounds %d down to %d', (value, nice) => expect(niceBelow(value)).toBe(nice));
});

describe('classOf', () => {
  it('counts a bound into the class it opens', () => {
    expect([29, 30, 99, 100, 5000].map((value) => classOf([30, 100, 400], value))).toEqual([0, 0, 0, 1, 2]);
  });
});

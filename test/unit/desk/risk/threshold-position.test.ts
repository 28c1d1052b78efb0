import { describe, expect, it } from 'vitest';
import {
  largestMinimum,
  minimumAtPosition,
  minimumByKey,
  positionOfMinimum,
} from '../../../../renderer/desk/features/risk/threshold-position.ts';

const lows = [1, 2, 3, 5, 10, 15, 20, 30, 50, 100, 200];

describe('position and minimum', () => {
  it('puts a bound of a bar on its left edge', () => {
    expect(lows.map((low) => positionOfMinimum(lows, low))).toEqual(lows.map((_, bar) => bar));
  });

  it('is linear within a bar', () => {
    expect(positionOfMinimum(lows, 40)).toBeCloseTo(7.5);
    expect(minimumAtPosition(lows, 7.5, 5)).toBe(40);
  });

  it('are inverse for every whole minimum on the axis', () => {
    for (let minimum = 1; minimum <= 400; minimum += 1)
      expect(minimumAtPosition(lows, positionOfMinimum(lows, minimum), 1)).toBe(minimum);
  });

  it('never goes under the floor or off the axis', () => {
    expect(minimumAtPosition(lows, 0, 5)).toBe(5);
    expect(minimumAtPosition(lows, -3, 5)).toBe(5);
    expect(minimumAtPosition(lows, 99, 5)).toBe(400);
    expect(positionOfMinimum(lows, 5000)).toBe(lows.length);
  });
});

describe('minimumByKey', () => {
  it('moves by one, by bars, and to the ends', () => {
    expect(minimumByKey('ArrowRight', 30, lows, 5)).toBe(31);
    expect(minimumByKey('ArrowLeft', 5, lows, 5)).toBe(5);
    expect(minimumByKey('PageUp', 30, lows, 5)).toBe(50);
    expect(minimumByKey('PageDown', 31, lows, 5)).toBe(30);
    expect(minimumByKey('Home', 31, lows, 5)).toBe(5);
    expect(minimumByKey('End', 31, lows, 5)).toBe(200);
    expect(minimumByKey('ArrowUp', largestMinimum, lows, 5)).toBe(largestMinimum);
  });

  it('leaves other keys alone', () => expect(minimumByKey('Tab', 30, lows, 5)).toBeUndefined());
});

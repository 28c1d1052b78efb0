import { describe, expect, it } from 'vitest';
import { isPublished } from '../../../shared/protect/is-published.ts';
import { roundToBase } from '../../../shared/protect/round.ts';

describe('rounding', () => {
  it('goes to the nearest multiple, ties up', () => {
    for (let base = 1; base <= 30; base++)
      for (let value = 0; value <= 200; value++) {
        const multiples = Array.from({ length: 202 }, (_, i) => i * base);
        const nearest = multiples.reduce((best, next) =>
          Math.abs(next - value) <= Math.abs(best - value) ? next : best,
        );
        expect(roundToBase(value, base)).toBe(nearest);
      }
  });
});

describe('the predicate', () => {
  it('publishes at the threshold and not below it', () => {
    expect([4, 5, 6].map((persons) => isPublished(persons, 5))).toEqual([false, true, true]);
  });
});

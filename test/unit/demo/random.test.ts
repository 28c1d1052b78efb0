import { describe, expect, it } from 'vitest';
import { draw, drawBelow, drawSigned, mix32, stream } from '../../../shared/demo/random.ts';

describe('addressed random numbers', () => {
  it('gives the same number whatever was drawn before', () => {
    const once = draw(stream(7, 42, 3), 1000);
    for (let i = 0; i < 50; i++) draw(stream(7, 42, 3), i);
    expect(draw(stream(7, 42, 3), 1000)).toBe(once);
  });

  it('matches MurmurHash3 finaliser values', () => {
    expect([mix32(0), mix32(1), mix32(0xffff_ffff)]).toEqual([0, 0x514e28b7, 0x81f16f39]);
  });

  it('tells seeds, subjects, purposes and indices apart', () => {
    const numbers = new Set<number>();
    for (const seed of [0, 1]) {
      for (const subject of [0, 1]) {
        for (const use of [1, 2])
          for (const index of [0, 1]) numbers.add(draw(stream(seed, subject, use), index));
      }
    }
    expect(numbers.size).toBe(16);
  });

  it('fills 16 classes evenly, over indices and over subjects', () => {
    // 160,000 draws: a class holds 10,000 with standard deviation sqrt(160000 * 15/256) = 97; 5 sigma is under 500.
    const counts = new Uint32Array(32);
    for (let i = 0; i < 160_000; i++) {
      const overIndices = drawBelow(stream(1, 5, 9), i, 16);
      const overSubjects = 16 + drawBelow(stream(1, i, 9), 0, 16);
      for (const k of [overIndices, overSubjects]) counts[k] = (counts[k] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('keeps its ranges', () => {
    for (let i = 0; i < 2000; i++) {
      expect(drawBelow(stream(3, i, 1), 0, 7)).toBeLessThan(7);
      expect(Math.abs(drawSigned(stream(3, i, 1), 1))).toBeLessThanOrEqual(1);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { isSkewed, lift, wholeGroupFacts } from '../../../shared/protect/homogeneity.ts';

/** Could some coalition of at most k* members say of every other member that they are in the category? */
function coalitionKnows(inCategory: readonly boolean[], kStar: number): boolean {
  if (!inCategory.includes(true)) return false;
  for (let coalition = 0; coalition < 2 ** inCategory.length; coalition++) {
    const members = inCategory.filter((_, i) => (coalition & (1 << i)) !== 0);
    const others = inCategory.filter((_, i) => (coalition & (1 << i)) === 0);
    if (members.length <= kStar && others.every(Boolean)) return true;
  }
  return false;
}

describe('whole-group facts', () => {
  it('find 6 of 6 at k* 0 and 5 of 6 at k* 1, as in the Handbook', () => {
    expect(wholeGroupFacts(6, [6, 0], 0)).toEqual([
      { kind: 'everyone', category: 0, persons: 6, exceptions: 0 },
    ]);
    expect(wholeGroupFacts(6, [5, 1], 0)).toEqual([]);
    expect(wholeGroupFacts(6, [5, 1], 1)).toEqual([
      { kind: 'allBut', category: 0, persons: 6, exceptions: 1 },
    ]);
  });

  it('say that all 12 people from a home zone were at one place, though they were elsewhere too', () => {
    const facts = wholeGroupFacts(12, [3, 12, 11], 0);
    expect(facts).toEqual([{ kind: 'everyone', category: 1, persons: 12, exceptions: 0 }]);
  });

  it('are what a coalition of k* members could tell of all others', () => {
    for (let persons = 1; persons <= 7; persons++)
      for (let count = 0; count <= persons; count++)
        for (let kStar = 0; kStar <= 3; kStar++) {
          const inCategory = Array.from({ length: persons }, (_, i) => i < count);
          const found = wholeGroupFacts(persons, [count], kStar).length > 0;
          expect(found).toBe(coalitionKnows(inCategory, kStar));
        }
  });

  it('are a defect for more people than there are', () => {
    expect(() => wholeGroupFacts(3, [4], 0)).toThrow(/4 of 3/);
  });
});

describe('skewness', () => {
  it('is the share of the place within the group over its share of everybody, person by person', () => {
    const people = Array.from({ length: 600 }, (_, i) => ({
      inGroup: i % 6 === 0,
      atPlace: i % 6 === 0 ? i % 12 === 0 : i % 50 === 1,
    }));
    const count = (test: (p: { inGroup: boolean; atPlace: boolean }) => boolean): number =>
      people.filter(test).length;
    const counts = {
      both: count((p) => p.inGroup && p.atPlace),
      group: count((p) => p.inGroup),
      place: count((p) => p.atPlace),
      everybody: people.length,
    };
    const plain = counts.both / counts.group / (counts.place / counts.everybody);
    expect(lift(counts)).toBeCloseTo(plain, 12);
    expect(isSkewed(counts, 30, plain - 0.01)).toBe(true);
    expect(isSkewed(counts, 30, plain + 0.01)).toBe(false);
  });

  it('is a finding above the limit only, for groups that reach the threshold', () => {
    const counts = { both: 30, group: 50, place: 200, everybody: 1000 };
    expect(lift(counts)).toBe(3);
    expect(isSkewed(counts, 20, 3)).toBe(false);
    expect(isSkewed(counts, 20, 2.9)).toBe(true);
    expect(isSkewed(counts, 50, 2.9)).toBe(true);
    expect(isSkewed(counts, 51, 2.9)).toBe(false);
    expect(lift({ ...counts, group: 0, both: 0 })).toBeUndefined();
    expect(lift({ ...counts, place: 0, both: 0 })).toBeUndefined();
    expect(isSkewed({ ...counts, place: 0, both: 0 }, 20, 0)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { anonymityAt } from '../../../../shared/attacks/unicity/anonymity.ts';
import { ended } from '../../../support/ended.ts';
import { pointsOf, randomPeople } from '../../../support/small-points.ts';

const people = randomPeople('anonymity', { persons: 60, most: 6, places: 3, slots: 4 }).map((own) => [
  ...new Map(own.map((point) => [point.join(' '), point])).values(),
]);
const points = pointsOf(3, people);

const keys = (list: readonly (readonly number[])[]) => list.map((point) => point.join(' '));

/** How many people have the two points of a person that fewest have (or the one). */
function plainWorst(own: (typeof people)[number]): number {
  const pairs = own.flatMap((first, i) => own.slice(i + 1).map((second) => [first, second]));
  return Math.min(
    ...(pairs.length === 0 ? [own] : pairs).map(
      (pair) => people.filter((other) => keys(pair).every((key) => keys(other).includes(key))).length,
    ),
  );
}

describe('anonymity at a given knowledge', () => {
  it('is the worst subset of every person: least, 5 % and middle', () => {
    const worst = people
      .filter((own) => own.length > 0)
      .map(plainWorst)
      .toSorted((a, b) => a - b);
    const found = ended(anonymityAt(points, { known: 2, persons: 100, subsets: 200 }, 'seed'));
    const at = (share: number) => worst[Math.floor(share * (worst.length - 1))];
    expect(found).toEqual({
      known: 2,
      persons: worst.length,
      least: at(0),
      twentieth: at(0.05),
      median: at(0.5),
      subsetsSampled: false,
    });
    expect(at(0)).not.toBe(at(0.5));
  });

  it('says that it tried some subsets only', () => {
    expect(ended(anonymityAt(points, { known: 3, persons: 20, subsets: 3 }, 'seed'))).toMatchObject({
      persons: 20,
      subsetsSampled: true,
    });
  });
});

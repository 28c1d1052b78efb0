import { describe, expect, it } from 'vitest';
import { assessAdversary } from '../../../../shared/attacks/adversaries/assess-adversary.ts';
import { visitsOf } from '../../../../shared/attacks/adversaries/visits.ts';
import { ended } from '../../../support/ended.ts';
import { pointsOf, randomPeople } from '../../../support/small-points.ts';
import { toyPoints } from '../../../support/vectors/eight-adversaries.ts';

const time = { kind: 'time', known: 2, tolerance: 0 } as const;
const location = { kind: 'location', known: 2, tolerance: 0 } as const;

describe('the risk of one adversary', () => {
  it('counts who is the only match, one of two, and one of up to four', () => {
    // Risks of the toy data, location knowing 2: 1/3, 1/2, 1/3, 1/3, 1/4, 1/4, 1/2.
    const assessed = ended(assessAdversary(visitsOf(toyPoints('hour')), location, 'seed'));
    expect(assessed).toEqual({
      adversary: location,
      persons: 7,
      atOne: 0,
      atLeastHalf: 2 / 7,
      aboveFifth: 1,
      personsSampled: false,
      instancesSampled: false,
    });
  });

  it('leaves out people without visits', () => {
    const visits = visitsOf(pointsOf(2, [[], [[0, 0]], [], [[1, 0]]]));
    for (const kind of ['location', 'homeWork'] as const) {
      const { persons, atOne, personsSampled } = ended(
        assessAdversary(visits, { ...location, kind }, 'seed'),
      );
      expect([persons, atOne, personsSampled]).toEqual([2, 1, false]);
    }
  });

  it('matches somebody with one place by all who have it among their two most visited', () => {
    const visits = visitsOf(
      pointsOf(3, [
        [[0, 0]],
        [
          [0, 0],
          [1, 1],
        ],
        [
          [2, 0],
          [2, 1],
          [1, 1],
          [1, 2],
          [0, 3],
        ],
      ]),
    );
    const { atOne, atLeastHalf } = ended(assessAdversary(visits, { ...location, kind: 'homeWork' }, 'seed'));
    expect([atOne, atLeastHalf]).toEqual([2 / 3, 1]);
  });

  it('says what it sampled, and draws the same again from the same seed', () => {
    const people = randomPeople('assess', { persons: 300, most: 30, places: 9, slots: 12 });
    const visits = visitsOf(pointsOf(9, people));
    const assess = (seed: string) =>
      ended(assessAdversary(visits, time, seed, { persons: 40, allUpTo: 20, sampled: 10 }));
    const assessed = assess('a');
    expect(assessed).toMatchObject({ persons: 40, personsSampled: true, instancesSampled: true });
    expect(assess('a')).toEqual(assessed);
    expect(['b', 'c', 'd'].map((seed) => assess(seed).atOne)).not.toEqual(Array(3).fill(assessed.atOne));
  });

  it('reports how far it is', () => {
    const steps = [...assessAdversary(visitsOf(toyPoints('hour')), location, 'seed')];
    expect(steps.map(({ done }) => done)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(new Set(steps.map(({ total }) => total))).toEqual(new Set([7]));
  });
});

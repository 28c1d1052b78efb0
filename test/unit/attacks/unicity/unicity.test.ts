import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../shared/attacks/random.ts';
import { sampledPersons } from '../../../../shared/attacks/sampled-persons.ts';
import { knownPoints } from '../../../../shared/attacks/unicity/known-points.ts';
import { logLogSlope } from '../../../../shared/attacks/unicity/slope.ts';
import { unicity } from '../../../../shared/attacks/unicity/unicity.ts';
import { uniqueAt } from '../../../../shared/attacks/unicity/unicity-at.ts';
import { ended } from '../../../support/ended.ts';
import { pointsOf, randomPeople } from '../../../support/small-points.ts';

const [places, slots] = [6, 12];
const people = randomPeople('unicity', { persons: 120, most: 9, places, slots });
const points = pointsOf(places, people);
const upTo = (number: number) => Int32Array.from({ length: number }, (_, i) => i);
const inTwos = (number: number) => upTo(number).map((i) => Math.floor(i / 2));
const fine = { of: upTo(places), scale: 1 };
const coarse = { of: inTwos(places), scale: 2 };
const hours = { of: upTo(slots), scale: 1 };
const pairsOfHours = { of: inTwos(slots), scale: 2 };
const options = { places: [fine, coarse], slots: [hours, pairsOfHours], mostKnown: 4, persons: 60 };

describe('unicity', () => {
  it.each([
    [fine, hours],
    [fine, pairsOfHours],
    [coarse, pairsOfHours],
  ])('counts who is the only one with the points, like a plain search', (seenPlaces, seenSlots) => {
    const random = seededRandom('seed', 'test');
    const persons = sampledPersons(points, 200, random);
    const known = Array.from(persons, (person) => knownPoints(points, person, 4, random));
    const seen = (row: number) =>
      `${seenPlaces.of[points.place[row] ?? 0]} ${seenSlots.of[points.slot[row] ?? 0]}`;
    const traces = people.map((_, person) => {
      const rows = upTo(points.place.length).subarray(points.starts[person], points.starts[person + 1]);
      return new Set([...rows].map(seen));
    });
    const expected = [1, 2, 3, 4].map(
      (length) =>
        known.filter((rows) => {
          const first = [...rows.subarray(0, length)].map(seen);
          return traces.filter((trace) => first.every((point) => trace.has(point))).length === 1;
        }).length,
    );
    const question = { known, places: seenPlaces, slots: seenSlots };
    expect([...ended(uniqueAt(points, question, 4))]).toEqual(expected);
    expect(expected[3]).toBeGreaterThan(0);
  });

  it('never falls with more known, nor rises with a coarser view', () => {
    const { cells } = ended(unicity(points, options, 'seed'));
    const cell = (at: number) => cells[at]?.shares.map(({ share }) => share) ?? [];
    for (const at of [0, 1, 2, 3]) expect(cell(at)).toEqual(cell(at).toSorted((a, b) => a - b));
    for (const [finer, coarser] of [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
    ] as const)
      cell(coarser).forEach((share, i) => expect(share).toBeLessThanOrEqual(cell(finer)[i] ?? NaN));
    expect(cell(3)[1]).toBeLessThan(cell(0)[1] ?? NaN);
  });

  it('says where each cell lies, how many persons it drew and which slope it measured', () => {
    const found = ended(unicity(points, options, 'seed'));
    expect(found).toMatchObject({ persons: 60, personsSampled: true });
    expect(found.cells.map(({ places: p, slots: s }) => [p, s])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    const shares = found.cells.map((cell) => cell.shares[3]?.share ?? NaN);
    const [a = NaN, b = NaN, c = NaN, d = NaN] = shares.map(Math.log);
    // Least squares through x = 0, 1, 1, 2 (in powers of two): the middle two do not matter.
    expect(found.slopes[3]).toBeCloseTo((d - a) / 2 / Math.log(2), 12);
    expect(b + c).toBeLessThan(0);
    expect(ended(unicity(points, options, 'seed'))).toEqual(found);
  });

  it('draws different points, none twice', () => {
    const random = seededRandom('seed', 'points');
    const twice = pointsOf(3, [
      [
        [0, 0],
        [0, 0],
        [1, 0],
        [0, 1],
      ],
    ]);
    const drawn = Array.from({ length: 50 }, () => knownPoints(twice, 0, 2, random).toSorted().join());
    expect(new Set(drawn)).toEqual(new Set(['1,2', '1,3', '2,3']));
    expect(knownPoints(twice, 0, 9, random).toSorted()).toEqual(Int32Array.from([1, 2, 3]));
  });
});

describe('a slope in logarithms', () => {
  it('is the exponent of a power, and leaves out zeros', () => {
    const power = [1, 2, 4, 16].map((x) => ({ x, y: 0.8 * x ** -0.3 }));
    expect(logLogSlope([...power, { x: 99, y: 0 }])).toBeCloseTo(-0.3, 12);
  });

  it('is not there without two different coarsenesses', () => {
    expect(logLogSlope([])).toBeUndefined();
    expect(
      logLogSlope([
        { x: 2, y: 1 },
        { x: 2, y: 0.5 },
        { x: 3, y: 0 },
      ]),
    ).toBeUndefined();
  });
});

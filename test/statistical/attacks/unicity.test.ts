import { describe, expect, it } from 'vitest';
import { unicity } from '../../../shared/attacks/unicity/unicity.ts';
import { ended } from '../../support/ended.ts';
import { hourlyTown } from '../../support/populations/hourly-town.ts';

// The town of the reference simulation: 15 x 15 zones, hourly, 7 days. Its levels for 1,000 persons and 1 to 6 points are .025 .348
// .515 .628 .65 .755 (zones) and 0 .078 .15 .24 .268 .385 (3 x 3 zones merged), from 400 drawn persons. Random numbers differ: the
// standard error of a difference is at most sqrt(.25 / 400 + .25 / 1000) = .03, three of them .09; another draw of the town itself
// gets .06 more. That makes .15.
const [side, hours] = [15, 7 * 24];

function gridOf(persons: number) {
  const { zoneOf } = hourlyTown('unicity', persons);
  const points = {
    places: side * side,
    starts: Int32Array.from({ length: persons + 1 }, (_, person) => person * hours),
    place: Int32Array.from(zoneOf),
    slot: Int32Array.from(zoneOf, (_, row) => row % hours),
  };
  const merged = (by: number) => (zone: number) =>
    Math.floor(zone / side / by) * side + Math.floor((zone % side) / by);
  const places = [1, 3, 15].map((by) => ({
    of: Int32Array.from({ length: side * side }, (_, zone) => merged(by)(zone)),
    scale: by * by,
  }));
  const slots = [1, 4, 24].map((by) => ({
    of: Int32Array.from({ length: hours }, (_, hour) => Math.floor(hour / by)),
    scale: by,
  }));
  return ended(unicity(points, { places, slots, mostKnown: 6, persons: 1000 }, 'A7.3'));
}

describe('A7.3: unicity of the reference town', () => {
  const small = gridOf(1000);
  const large = gridOf(10_000);
  const shares = ({ cells }: typeof small, at: number) => cells[at]?.shares.map(({ share }) => share) ?? [];

  it.each([
    ['zones', 0, [0.025, 0.348, 0.515, 0.628, 0.65, 0.755]],
    ['merged zones', 3, [0, 0.078, 0.15, 0.24, 0.268, 0.385]],
  ] as const)('has the levels of the simulation with %s', (_, at, expected) => {
    shares(small, at).forEach((share, i) =>
      expect(Math.abs(share - (expected[i] ?? NaN))).toBeLessThan(0.15),
    );
  });

  it.each([
    ['1,000', small],
    ['10,000', large],
  ])('rises with what is known and falls with every coarser place and time: %s persons', (_, grid) => {
    for (let at = 0; at < 9; at++) {
      const own = shares(grid, at);
      expect(own).toEqual(own.toSorted((a, b) => a - b));
      const coarser = [at % 3 < 2 ? at + 1 : at, at < 6 ? at + 3 : at];
      for (const other of coarser)
        shares(grid, other).forEach((share, i) => expect(share).toBeLessThanOrEqual(own[i] ?? NaN));
    }
    // Not by being equal everywhere: from the finest to the coarsest all uniqueness is gone.
    expect(shares(grid, 0)[5]).toBeGreaterThan(0.4);
    expect(shares(grid, 8)[5]).toBe(0);
    for (const slope of grid.slopes.slice(1)) expect(slope).toBeLessThan(0);
  });

  it('falls when ten times as many people live in the town', () => {
    shares(large, 0).forEach((share, i) => expect(share).toBeLessThanOrEqual(shares(small, 0)[i] ?? NaN));
    expect(shares(large, 3)[5]).toBeLessThan((shares(small, 3)[5] ?? NaN) - 0.1);
  });

  it('finds nobody alone where drawn points are of people who were all at one place', () => {
    const persons = 50;
    const points = {
      places: 1,
      starts: Int32Array.from({ length: persons + 1 }, (_, person) => person * 24),
      place: new Int32Array(persons * 24),
      slot: Int32Array.from({ length: persons * 24 }, (_, row) => row % 24),
    };
    const one = { of: Int32Array.from({ length: 24 }, (_, i) => i), scale: 1 };
    const options = { places: [one], slots: [one], mostKnown: 6, persons };
    const { cells, slopes } = ended(unicity(points, options, 'flat'));
    expect(cells[0]?.shares.every(({ share }) => share === 0)).toBe(true);
    expect(slopes).toEqual(Array(6).fill(undefined));
  });
});

import { describe, expect, it } from 'vitest';
import { GroupTally } from '../../../shared/kernel/group-tally.ts';
import { LargestTwo } from '../../../shared/kernel/largest-two.ts';

const drawn = (i: number, below: number): number => (Math.imul(i + 1, 0x9e37_79b1) >>> 5) % below;
const adds = Array.from({ length: 30_000 }, (_, i) => ({
  zone: drawn(i, 2500),
  age: drawn(7 * i, 3),
  gender: drawn(13 * i, 2),
  amount: 1 + drawn(3 * i, 9),
}));
/** Zones by ages by genders, the last two with a total: 12 groups a zone. */
const placeOf = ({ zone, age, gender }: (typeof adds)[number]): number => (zone * 4 + age) * 3 + gender;
const totals = [
  { stride: 3, size: 4 },
  { stride: 1, size: 3 },
];
/** Cubes that are kept whole, and that are not. */
const cubes = [2500 * 12, 5_000_000] as const;

/** Amounts by place, totals included. */
const amounts = new Map<number, number[]>();
for (const add of adds)
  for (const age of [add.age, 3])
    for (const gender of [add.gender, 2]) {
      const place = placeOf({ ...add, age, gender });
      amounts.set(place, [...(amounts.get(place) ?? []), add.amount]);
    }
const places = Float64Array.from([...amounts.keys()].toSorted((a, b) => a - b));
const by = (of: (own: readonly number[]) => number): Int32Array =>
  Int32Array.from(places, (place) => of((amounts.get(place) ?? []).toSorted((a, b) => b - a)));
const sum = by((own) => own.reduce((all, one) => all + one, 0));

describe.each(cubes)('in a cube of %i places', (cube) => {
  it('groups are summed by place, with their totals and keys', () => {
    const tally = new GroupTally(cube, true);
    const keys = { high: Uint32Array.of(1), low: Uint32Array.of(0x8000_0000) };
    for (const add of adds) {
      tally.add(placeOf(add), add.amount, 1);
      tally.addKey(placeOf(add), keys, 0);
    }
    for (const total of totals) tally.addTotals(total);
    const groups = tally.groups();
    expect(groups.at).toEqual(places);
    expect(groups.persons).toEqual(sum);
    expect(groups.contributors).toEqual(by((own) => own.length));
    expect(groups.keys?.low).toEqual(
      Uint32Array.from(
        by((own) => own.length % 2),
        (odd) => odd * 0x8000_0000,
      ),
    );
    expect([...(groups.keys?.high ?? [])]).toEqual([...by((own) => own.length + Math.floor(own.length / 2))]);
  });

  it('the largest two of all contributions are known, of totals too', () => {
    const largest = new LargestTwo(cube);
    for (const add of adds) largest.add(placeOf(add), add.amount, add.amount, 0);
    for (const total of totals) largest.addTotals(total);
    expect(largest.at(places)).toEqual({
      total: sum,
      first: by(([first = 0]) => first),
      second: by(([, second = 0]) => second),
    });
  });
});

import { expect, test } from 'vitest';
import { exactCounts } from '../../../../shared/attacks/count-rule.ts';
import { drawFrom, marginalsOf, sharesOf } from '../../../../shared/attacks/membership/marginals.ts';
import { neighboursOf } from '../../../../shared/attacks/membership/neighbours.ts';
import { synthesiseTraces } from '../../../../shared/attacks/membership/synthesise-traces.ts';
import { seededRandom } from '../../../../shared/attacks/random.ts';
import { played } from '../../../support/played.ts';

const random = seededRandom('synthesis', 'test');

test('marginals are sums, with a guess for what is hidden and noise left to cancel out', () => {
  const figures = Float64Array.of(4, Number.NaN, -1, 3, 0, 2);
  const { zones, bins, total } = marginalsOf({ zones: 3, figures, hiddenGuess: 2 });
  expect([...zones.weights]).toEqual([7, 2, 1]);
  expect([...bins.weights]).toEqual([5, 5]);
  expect(total).toBe(10);
});

test('places are drawn by their weight, and evenly where nothing is known', () => {
  const shares = sharesOf(Float64Array.of(0, 3, 1));
  const drawn = Array.from({ length: 8000 }, () => drawFrom(shares, random));
  expect(drawn.includes(0)).toBe(false);
  // A share of .75 in 8,000 draws has a standard deviation of .005.
  expect(Math.abs(drawn.filter((at) => at === 1).length / 8000 - 0.75)).toBeLessThan(0.02);
  expect([...sharesOf(new Float64Array(2)).weights]).toEqual([1, 1]);
});

test('neighbours are those of the graph of Gabriel', () => {
  const centres = Float64Array.from({ length: 24 }, () => random.uniform());
  const distance = (a: number, b: number): number =>
    ((centres[2 * a] ?? 0) - (centres[2 * b] ?? 0)) ** 2 +
    ((centres[2 * a + 1] ?? 0) - (centres[2 * b + 1] ?? 0)) ** 2;
  const places = Array.from({ length: 12 }, (_, i) => i);
  for (const [place, near] of neighboursOf(centres).entries()) {
    const plain = places.filter(
      (other) =>
        other !== place &&
        places.every(
          (c) =>
            c === place || c === other || distance(place, c) + distance(c, other) >= distance(place, other),
        ),
    );
    expect(near.toSorted((a, b) => a - b)).toEqual(plain);
  }
});

test('invented people move in few zones that lie together and add up to the release', () => {
  const [zones, bins] = [25, 24];
  const figures = Float64Array.from({ length: zones * bins }, (_, group) => 10 + (group % zones));
  const centres = Float64Array.from({ length: 2 * zones }, (_, i) =>
    i % 2 === 0 ? Math.floor(i / 10) : ((i - 1) / 2) % 5,
  );
  const release = { zones, bins, figures, centres, persons: 2000, rule: exactCounts, hiddenGuess: 0 };
  const traces = played(synthesiseTraces(release, { seed: 's', people: 2000, zonesPerPerson: 4 }));
  expect(traces.persons).toBe(2000);
  for (let p = 0; p < 2000; p += 1) {
    const own = traces.groupOf.subarray(traces.starts[p], traces.starts[p + 1]);
    expect(new Set([...own].map((group) => group % zones)).size).toBeLessThanOrEqual(4);
    expect(own.every((group, i) => i === 0 || group > (own[i - 1] ?? 0))).toBe(true);
  }
  // Exponential with mean 6.6: the mean of 2,000 people has a standard deviation of .15, of 1,000 in the correction .21.
  expect(Math.abs(traces.groupOf.length / 2000 - figures.reduce((a, b) => a + b, 0) / 2000)).toBeLessThan(
    0.8,
  );
});

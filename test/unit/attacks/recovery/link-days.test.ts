import { expect, it } from 'vitest';
import { seededRandom } from '../../../../shared/attacks/random.ts';
import { linkDays } from '../../../../shared/attacks/recovery/link-days.ts';
import { ended } from '../../../../shared/protect/secondary/steps.ts';

const nights = { binsPerDay: 4, nightBins: 2, zones: 6 };

function paths(...rows: readonly (readonly number[])[]) {
  return { paths: rows.length, bins: rows[0]?.length ?? 0, zoneOf: Int16Array.from(rows.flat()) };
}

const traces = paths([0, 0, 1, 2, 9, 9, 9, 9], [0, 0, 3, 3, 9, 9, 9, 9], [5, 5, 4, 4, 9, 9, 9, 9]);

function linked(day: ReturnType<typeof paths>, candidates = 10): readonly number[] {
  return [...ended(linkDays({ traces, bins: 4, day, nights, candidates }, seededRandom('days', 'test')))];
}

it('joins days of one home that visit the same zones', () => {
  expect(linked(paths([5, 5, 5, 4], [0, 0, 3, 0], [0, 0, 2, 1]))).toEqual([2, 1, 0]);
});

it('joins what is left over across homes, each day once', () => {
  const found = linked(paths([5, 5, 5, 4], [0, 0, 3, 0], [5, 5, 2, 1]));
  expect(found).toEqual([2, 1, 0]);
});

it('gives each trace a day of its own under the smallest limit', () => {
  const day = paths([0, 0, 1, 1], [0, 0, 2, 2], [0, 0, 3, 3], [1, 1, 1, 1], [2, 2, 2, 2]);
  const found = linked(day, 1);
  expect(new Set(found).size).toBe(3);
  expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
});

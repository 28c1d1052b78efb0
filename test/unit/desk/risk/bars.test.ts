import { expect, it } from 'vitest';
import {
  barAt,
  barRange,
  drawnRange,
  personsLabel,
} from '../../../../renderer/desk/features/risk/bar-range.ts';
import {
  barShare,
  barTotal,
  findingsByBar,
  riskBars,
} from '../../../../renderer/desk/features/risk/histogram-bars.ts';

const histogram = {
  lows: [1, 2, 5, 1000],
  publishedGroups: [0, 0, 7, 1],
  suppressedGroups: [4, 3, 2, 0],
  secondaryGroups: [0, 0, 3, 0],
  publishedPersons: [0, 0, 80, 1200],
  suppressedPersons: [4, 9, 12, 0],
  secondaryPersons: [0, 0, 21, 0],
};

it('gives each bar its range and its three parts', () => {
  expect(riskBars(histogram, 'groups')[2]).toEqual({
    from: 5,
    to: 999,
    published: 7,
    hidden: 2,
    secondary: 3,
  });
  expect(riskBars(histogram, 'persons')[3]).toEqual({
    from: 1000,
    to: undefined,
    published: 1200,
    hidden: 0,
    secondary: 0,
  });
});

it('adds published and both kinds of hidden', () => {
  expect(barTotal(riskBars(histogram, 'groups'))).toBe(20);
  expect(barTotal(riskBars(histogram, 'persons'))).toBe(1326);
});

it('labels single counts, ranges and the open end', () => {
  const bars = riskBars(histogram, 'groups');
  const label = (from: number, to: number) => personsLabel(bars, { from, to }, 'de');
  expect([label(0, 0), label(1, 1), label(1, 2), label(3, 3)]).toEqual(['1', '2–4', '2–999', '1.000+']);
});

it('finds the bar under the pointer and orders a brush', () => {
  expect([-5, 0, 49, 50, 400].map((x) => barAt(x, 200, 4))).toEqual([0, 0, 0, 1, 3]);
  expect(barAt(10, 0, 4)).toBe(0);
  expect(barRange(3, 1, 4)).toEqual({ from: 1, to: 3 });
  expect(barRange(-2, 9, 4)).toEqual({ from: 0, to: 3 });
});

it('chooses all bars to where the pointer is let go, and lets go of the same ones', () => {
  expect(drawnRange(0, 3, 4, undefined)).toEqual({ from: 0, to: 3 });
  expect(drawnRange(3, 1, 4, { from: 0, to: 3 })).toEqual({ from: 1, to: 3 });
  expect(drawnRange(2, 2, 4, undefined)).toEqual({ from: 2, to: 2 });
  expect(drawnRange(3, 0, 4, { from: 0, to: 3 })).toBeUndefined();
});

it('marks the bar that holds a figure with a finding, the open one for the largest', () => {
  expect(findingsByBar(histogram.lows, [2, 4, 999, 1000, 5000, 0])).toEqual([0, 2, 1, 2]);
});

it('tells how high a bar is beside the highest', () => {
  const bars = riskBars(histogram, 'groups');
  expect([0, 2, 3].map((i) => barShare(bars, i))).toEqual([4 / 12, 1, 1 / 12]);
});

import { describe, expect, it } from 'vitest';
import { clockOf, replayStep, trailOf } from '../../../../renderer/desk/app/replay-step.ts';
import { zoneOutlines } from '../../../../renderer/desk/app/zone-outline.ts';

const path = {
  zoneIds: ['a', 'b', 'c'],
  binsPerDay: 4,
  truth: Int32Array.of(0, 0, 1, -1, 2, 2, 0, 2),
  recovered: Int32Array.of(0, 1, 1, -1, 2, 0, 0, 0),
  awayBins: 3,
  awayRight: 1,
};

describe('a replay', () => {
  it('shows both places of a bin and when it is; nobody seen is no place', () => {
    expect(replayStep(path, 1)).toEqual({ day: 1, bin: 1, truth: 0, recovered: 1 });
    expect(replayStep(path, 3)).toEqual({ day: 1, bin: 3, truth: undefined, recovered: undefined });
    expect(replayStep(path, 5)).toEqual({ day: 2, bin: 1, truth: 2, recovered: 0 });
  });

  it('draws the way of the day up to the bin, each stay once', () => {
    expect(trailOf(path.truth, 4, 3)).toEqual([0, 1]);
    expect(trailOf(path.truth, 4, 7)).toEqual([2, 0, 2]);
  });

  it('names hours and quarter hours, and no clock for other parts of the day', () => {
    expect(clockOf(23, 24)).toBe('23:00–24:00');
    expect(clockOf(33, 96)).toBe('08:15–08:30');
    expect(clockOf(1, 4)).toBeUndefined();
  });
});

it('places a point where the outline of its zone has it', () => {
  const ring: [number, number][] = [
    [8, 0],
    [9, 0],
    [9, 1],
    [8, 1],
    [8, 0],
  ];
  const outlines = zoneOutlines([{ zoneId: 'a', name: 'A', level: 0, polygons: [[ring]] }], 100);
  const [x = 0, y = 0] = outlines?.place([8.5, 1]) ?? [];
  expect([x, y].map((value) => Math.round(value))).toEqual([50, 0]);
});

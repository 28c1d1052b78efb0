import { describe, expect, it } from 'vitest';
import {
  arcsIn,
  foundIn,
  levelsOf,
  placeIn,
  rangeOf,
  valuesIn,
} from '../../../../renderer/desk/features/map/zone-level.ts';

const shapes = [0, 0, 0, 1, 1, 3].map((level) => ({ level }));

describe('zones of a level', () => {
  it('are counted by level, finest first', () => {
    expect(levelsOf(shapes)).toEqual([
      { level: 0, zones: 3 },
      { level: 1, zones: 2 },
      { level: 3, zones: 1 },
    ]);
  });

  it('stand together, and those of an unknown level are the finest', () => {
    expect(rangeOf(shapes, 1)).toEqual({ first: 3, end: 5 });
    expect(rangeOf(shapes, 2)).toEqual({ first: 0, end: 3 });
    expect(rangeOf([], 1)).toEqual({ first: 0, end: 0 });
  });

  it('keep what was found in them, by their place in the level', () => {
    const found = new Map([
      [0, 'a'],
      [4, 'b'],
    ]);
    expect([...foundIn(found, rangeOf(shapes, 1))]).toEqual([[1, 'b']]);
  });

  it('keep their values and flows, by their place in the level', () => {
    const range = rangeOf(shapes, 1);
    const values = { states: Uint8Array.of(0, 1, 2, 2, 1, 0), values: Int32Array.of(0, 0, 50, 70, 0, 0) };
    expect([...valuesIn(values, range).values]).toEqual([70, 0]);
    const arcs = {
      from: Int32Array.of(0, 4, 3, 5),
      to: Int32Array.of(1, 3, 2, 5),
      value: Int32Array.of(90, 80, 70, 60),
    };
    expect(arcsIn(arcs, range)).toEqual({
      from: Int32Array.of(1),
      to: Int32Array.of(0),
      value: Int32Array.of(80),
    });
    expect([2, 3, 4, 5, undefined].map((zone) => placeIn(zone, range))).toEqual([
      undefined,
      0,
      1,
      undefined,
      undefined,
    ]);
  });
});

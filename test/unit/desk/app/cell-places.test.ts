import { describe, expect, it } from 'vitest';
import { cellPlaces } from '../../../../renderer/desk/app/cell-places.ts';

describe('cells that stand in one place', () => {
  it('are one place with the flags of all, used ones on top', () => {
    const cells = {
      latitude: Int32Array.of(5, 7, 5),
      longitude: Int32Array.of(1, 1, 1),
      flags: Uint8Array.of(1, 0, 2),
    };
    const places = cellPlaces({ cells });
    expect([...places.cells.latitude]).toEqual([7, 5]);
    expect([...places.cells.flags]).toEqual([0, 3]);
    expect([...places.counts]).toEqual([1, 2]);
  });
});

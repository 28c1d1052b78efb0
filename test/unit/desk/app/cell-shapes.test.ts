import { describe, expect, it } from 'vitest';
import { cellShapes } from '../../../../renderer/desk/app/cell-shapes.ts';

const metresPerDegree = 111_195;

/** Radius in metres of hexagons at some places, degrees; their first corner lies north of the middle. */
function radiusAt(places: readonly (readonly [number, number])[]): number {
  const cells = {
    flags: Uint8Array.from(places, () => 0),
    latitude: Int32Array.from(places, ([y]) => Math.round(y * 1e6)),
    longitude: Int32Array.from(places, ([, x]) => Math.round(x * 1e6)),
  };
  const [shape] = cellShapes({ cells });
  const north = shape?.polygons[0]?.[0]?.[0]?.[1] ?? Number.NaN;
  return (north - (places[0]?.[0] ?? 0)) * metresPerDegree;
}

describe('the size of cells on the map', () => {
  it('leaves each cell of an even grid its room', () => {
    const grid = Array.from({ length: 100 }, (_, i) => [Math.floor(i / 10) / 100, (i % 10) / 100] as const);
    // One hundredth of a degree lies between neighbours: 1,112 m, so that two radii leave a gap.
    expect(radiusAt(grid)).toBeGreaterThan(300);
    expect(radiusAt(grid)).toBeLessThan(556);
  });

  it('can be seen where cells stand in a line', () => {
    const line = Array.from({ length: 5 }, (_, i) => [i / 4, 12] as const);
    expect(radiusAt(line)).toBeCloseTo(metresPerDegree / 75, 0);
  });

  it('can be seen where one stands far away', () => {
    const near = Array.from({ length: 99 }, (_, i) => [i / 10_000, (i % 10) / 10_000] as const);
    expect(radiusAt([...near, [5, 0]])).toBeCloseTo((5 * metresPerDegree) / 75, 0);
  });

  it('is small for one cell alone', () => {
    expect(radiusAt([[51, 12]])).toBeCloseTo(40, 3);
  });
});

import { describe, expect, it } from 'vitest';
import {
  arcFeatures,
  bearing,
  curvePlaces,
  zoneCentres,
} from '../../../../renderer/desk/features/map/arc-geojson.ts';
import {
  arcWidth,
  drawnArcs,
  sampleFigures,
  steadyMost,
} from '../../../../renderer/desk/features/map/arc-scale.ts';

const arcs = (value: readonly number[]) => ({
  from: Int32Array.from(value, () => 0),
  to: Int32Array.from(value, () => 1),
  value: Int32Array.from(value),
});

const square = (west: number) => ({
  zoneId: `${west}`,
  name: `${west}`,
  level: 0,
  polygons: [
    [
      [
        [west, 50],
        [west + 1, 50],
        [west + 1, 51],
        [west, 51],
        [west, 50],
      ] as [number, number][],
    ],
  ],
});

describe('the scale of flows', () => {
  it('gives width in proportion to persons, and never a line too thin to see', () => {
    expect(arcWidth(1000, 1000)).toBe(10);
    expect(arcWidth(500, 1000)).toBe(5);
    expect(arcWidth(1, 1000)).toBeCloseTo(1.4);
  });

  it('keeps its meaning while the largest flow still fits, and starts anew where it does not', () => {
    expect(steadyMost(0, arcs([90, 30]))).toBe(90);
    expect(steadyMost(90, arcs([60]))).toBe(90);
    expect(steadyMost(90, arcs([20]))).toBe(20);
    expect(steadyMost(90, arcs([120]))).toBe(120);
    expect(steadyMost(90, arcs([]))).toBe(90);
  });

  it('shows no sample figure under the smallest that can be published', () => {
    expect(sampleFigures(3600, 30)).toEqual([350, 1200, 3500]);
    expect(sampleFigures(50, 30)).toEqual([50]);
    expect(sampleFigures(0, 30)).toEqual([]);
  });

  it('draws the largest until a zone is chosen, then all of them', () => {
    const many = arcs(Array.from({ length: 80 }, (_, i) => 100 - i));
    expect(drawnArcs(many, false).value).toHaveLength(60);
    expect(drawnArcs(many, false).value[0]).toBe(100);
    expect(drawnArcs(many, true).value).toHaveLength(80);
  });
});

describe('the curve of a flow', () => {
  it('bends to the right of its way, so that the way back lies apart', () => {
    const east = curvePlaces([0, 0], [1, 0]);
    const west = curvePlaces([1, 0], [0, 0]);
    expect(east.every(([, y]) => y > 0)).toBe(true);
    expect(west.every(([, y]) => y < 0)).toBe(true);
  });

  it('ends before its destination, nearer to it than it began to the origin', () => {
    const curve = curvePlaces([0, 0], [1, 0]);
    expect(curve[0]?.[0]).toBeGreaterThan(0);
    expect(curve.at(-1)?.[0]).toBeLessThan(1);
    expect(curve.at(-1)?.[0]).toBeGreaterThan(0.8);
  });

  it('turns its head clockwise from north', () => {
    expect(bearing([0, 0], [0, -1])).toBe(0);
    expect(bearing([0, 0], [1, 0])).toBe(90);
    expect(bearing([0, 0], [0, 1])).toBe(180);
    expect(bearing([0, 0], [-1, 0])).toBe(-90);
  });

  it('leads from inside one zone to inside another; a zone without a shape has none', () => {
    const centres = zoneCentres([square(8), square(12), { ...square(9), polygons: [] }]);
    expect(centres[2]).toBeUndefined();
    const { lines, heads } = arcFeatures(
      { from: Int32Array.of(0, 2), to: Int32Array.of(1, 1), value: Int32Array.of(40, 30) },
      centres,
      40,
    );
    expect(lines.features.map(({ id }) => id)).toEqual([0]);
    expect(heads.features).toHaveLength(1);
    const [west = 0, south = 0] = lines.features[0]?.geometry.coordinates[0] ?? [];
    expect(west).toBeGreaterThan(8.5);
    expect(west).toBeLessThan(9);
    expect(south).toBeGreaterThan(50);
    expect(south).toBeLessThan(51);
  });
});

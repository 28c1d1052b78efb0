import { describe, expect, it } from 'vitest';
import { areaOf, overlayOf, widthOf } from '../../../../shared/attacks/differencing/overlay.ts';
import { seededRandom } from '../../../../shared/attacks/random.ts';
import type { Edge, Point } from '../../../../shared/geo/outline.ts';

function polygon(...points: readonly Point[]): readonly Edge[] {
  return points.map((from, i): Edge => [from, points[(i + 1) % points.length] ?? from]);
}
const box = (x: number, y: number, width: number, height: number): readonly Edge[] =>
  polygon([x, y], [x + width, y], [x + width, y + height], [x, y + height]);

/** Twice the signed area by the shoelace formula, halved. */
function shoelace(edges: readonly Edge[]): number {
  return Math.abs(edges.reduce((sum, [[x0, y0], [x1, y1]]) => sum + x0 * y1 - x1 * y0, 0)) / 2;
}

describe('two areas laid over each other', () => {
  it('share a corner', () => {
    const { both, onlyFirst, onlySecond } = overlayOf(box(0, 0, 10, 10), box(6, 7, 10, 10));
    expect([areaOf(both), areaOf(onlyFirst), areaOf(onlySecond)]).toEqual([12, 88, 88]);
  });

  it('leave a ribbon with its area, width and corners', () => {
    const { both, onlyFirst, onlySecond } = overlayOf(box(0, 0, 1000, 800), box(0, 0, 1005, 800));
    expect(areaOf(both)).toBe(800_000);
    expect(onlyFirst).toEqual([]);
    expect(onlySecond).toEqual([{ south: 0, north: 800, atSouth: [1000, 1005], atNorth: [1000, 1005] }]);
    expect(widthOf(onlySecond)).toBeCloseTo(5, 3);
  });

  it('cross with slanting borders: a square and the same turned by 45 degrees', () => {
    const turned = polygon([0, -Math.SQRT2], [Math.SQRT2, 0], [0, Math.SQRT2], [-Math.SQRT2, 0]);
    const { both } = overlayOf(box(-1, -1, 2, 2), turned);
    expect(areaOf(both)).toBeCloseTo(8 * (Math.SQRT2 - 1), 9);
  });

  it('take a collection of parts as one area, and a hole as no area', () => {
    const parts = [...box(0, 0, 5, 10), ...box(5, 0, 5, 10)];
    const holed = [...box(0, 0, 10, 10), ...box(4, 4, 2, 2)];
    const { onlyFirst, onlySecond } = overlayOf(parts, holed);
    expect([areaOf(onlyFirst), areaOf(onlySecond)]).toEqual([4, 0]);
  });

  it('split random polygons without losing or adding area', () => {
    const random = seededRandom('1', 'polygons');
    const star = (x: number): readonly Edge[] =>
      polygon(
        ...Array.from({ length: 30 }, (_, i): Point => {
          const radius = 20 + 80 * random.uniform();
          const angle = (i / 30) * 2 * Math.PI;
          return [x + radius * Math.cos(angle), radius * Math.sin(angle)];
        }),
      );
    for (let round = 0; round < 50; round++) {
      const [first, second] = [star(0), star(100 * random.uniform())];
      const { both, onlyFirst, onlySecond } = overlayOf(first, second);
      expect(areaOf(both) + areaOf(onlyFirst)).toBeCloseTo(shoelace(first), 3);
      expect(areaOf(both) + areaOf(onlySecond)).toBeCloseTo(shoelace(second), 3);
    }
  });
});

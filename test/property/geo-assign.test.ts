import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { assignPolygons } from '../../shared/geo/assign-polygons.ts';
import type { Ring, ZoneShape } from '../../shared/geo/zone-shape.ts';

/** The even-odd rule, edge by edge over all rings, for each position and zone in the order of the file. */
function plainly(shapes: readonly ZoneShape[], x: number, y: number): number {
  return shapes.findIndex(({ polygons }) =>
    polygons.some((rings) => {
      let crossed = 0;
      for (const ring of rings)
        for (const [i, [x1, y1]] of ring.entries()) {
          const [x0, y0] = ring.at(i - 1) ?? [x1, y1];
          const [low, high] =
            y0 < y1 ? [[x0, y0] as const, [x1, y1] as const] : [[x1, y1] as const, [x0, y0] as const];
          if (low[1] > y === high[1] > y) continue;
          if (x < low[0] + ((y - low[1]) / (high[1] - low[1])) * (high[0] - low[0])) crossed++;
        }
      return crossed % 2 === 1;
    }),
  );
}

const degree = fc.integer({ min: -20, max: 20 });
const small = fc.array(fc.tuple(degree, degree), { minLength: 4, maxLength: 8 });
/** Rings of hundreds of corners, up and down all of the zone or round it. */
const zigzag = fc
  .tuple(degree, degree, fc.integer({ min: 1, max: 15 }), fc.integer({ min: 60, max: 300 }), fc.boolean())
  .map(([x, y, size, corners, round]) =>
    Array.from({ length: corners }, (_, i): [number, number] => {
      const turn = (2 * Math.PI * i) / corners;
      if (round) return [x + size * Math.cos(turn), y + size * Math.sin(turn)];
      return [x + (size * i) / corners, y + (i % 2 === 0 ? size : -size)];
    }),
  );
const ring: fc.Arbitrary<Ring> = fc.oneof(small, zigzag);
const polygons = fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
const position = fc.tuple(
  fc.oneof(degree, fc.double({ min: -25, max: 25, noNaN: true })),
  fc.oneof(degree, fc.double({ min: -25, max: 25, noNaN: true })),
);

it('finds the zone of a position that going through all edges of all zones finds', () => {
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(polygons, { maxLength: 12 }),
      fc.array(position, { minLength: 1, maxLength: 20 }),
      (zones, positions) => {
        const shapes = zones.map((one, i) => ({ zoneId: `z${i}`, name: `z${i}`, polygons: one }));
        const { zoneOfCell } = assignPolygons(
          shapes,
          Float64Array.from(positions, ([, y]) => y),
          Float64Array.from(positions, ([x]) => x),
        );
        const expected = positions.map(([x, y]) => plainly(shapes, x, y));
        expect([...zoneOfCell]).toEqual(expected);
        found += expected.filter((zone) => zone !== -1).length;
      },
    ),
    { numRuns: 80 },
  );
  expect(found).toBeGreaterThan(50);
});

import { expect, it } from 'vitest';
import { centresOfDegrees, zonePlane } from '../../../../shared/attacks/recovery/zone-plane.ts';

const side = 4;
const grid = zonePlane(
  Float64Array.from({ length: 2 * side * side }, (_, at) =>
    at % 2 === 0 ? Math.floor(at / 2 / side) : Math.floor(at / 2) % side,
  ),
);
const zoneAt = (row: number, column: number): number => row * side + column;

it('goes on in a straight line and stops at the edge', () => {
  expect(grid.onwards(zoneAt(0, 0), zoneAt(1, 1))).toBe(zoneAt(2, 2));
  expect(grid.onwards(zoneAt(1, 1), zoneAt(3, 2))).toBe(zoneAt(3, 3));
  expect(grid.onwards(zoneAt(2, 1), zoneAt(2, 1))).toBe(zoneAt(2, 1));
  expect(grid.distance[zoneAt(0, 0) * 16 + zoneAt(3, 2)]).toBeCloseTo(Math.sqrt(13), 12);
});

it('turns degrees into metres: Berlin to Hamburg is 255 km', () => {
  const { distance } = zonePlane(centresOfDegrees(Float64Array.from([13.405, 52.52, 9.993, 53.551])));
  expect((distance[1] ?? 0) / 1000).toBeGreaterThan(253);
  expect((distance[1] ?? 0) / 1000).toBeLessThan(258);
});

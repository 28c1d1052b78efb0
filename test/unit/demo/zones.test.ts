import { describe, expect, it } from 'vitest';
import { demoTown } from '../../../shared/demo/town.ts';

type Corner = readonly [number, number];

/** Corners in whole millionths of a degree, so that areas and crossings below are exact. */
function ringOf(coordinates: readonly (readonly (readonly [number, number])[])[]): readonly Corner[] {
  return (coordinates[0] ?? []).map(([x, y]) => [Math.round(x * 1e6), Math.round(y * 1e6)] as const);
}

function edges(ring: readonly Corner[]): readonly (readonly [Corner, Corner])[] {
  return ring.slice(1).map((to, i) => [ring[i] ?? to, to] as const);
}

function side([a, b]: readonly [Corner, Corner], p: Corner): number {
  return Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]));
}

function cross(a: readonly [Corner, Corner], b: readonly [Corner, Corner]): boolean {
  return side(a, b[0]) * side(a, b[1]) < 0 && side(b, a[0]) * side(b, a[1]) < 0;
}

function inside(ring: readonly Corner[], [x, y]: Corner): boolean {
  return (
    edges(ring).filter(
      ([a, b]) => a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) * (b[0] - a[0])) / (b[1] - a[1]),
    ).length %
      2 ===
    1
  );
}

function key([a, b]: readonly [Corner, Corner]): string {
  return `${a.join()} ${b.join()}`;
}

describe.each([
  ['town', 26, 150],
  ['city', 60, 280],
] as const)('the %s', (preset, districts, leastCells) => {
  const town = demoTown({ preset });
  const rings = town.zones.features.map((zone) => ringOf(zone.geometry.coordinates));
  const all = rings.flatMap((ring) => edges(ring));

  it('has named districts with ids of their own', () => {
    expect(new Set(town.zones.features.map((zone) => zone.properties.zone_id)).size).toBe(districts);
    expect(new Set(town.zones.features.map((zone) => zone.properties.name)).size).toBe(districts);
  });

  it('closes every ring and runs it counter-clockwise', () => {
    for (const ring of rings) {
      expect(ring.at(-1)).toEqual(ring[0]);
      const doubleArea = edges(ring).reduce((sum, [a, b]) => sum + (a[0] * b[1] - b[0] * a[1]), 0);
      expect(doubleArea).toBeGreaterThan(0);
    }
  });

  it('shares every inner border exactly: what is left over is one closed outline', () => {
    const directed = new Set(all.map((edge) => key(edge)));
    expect(directed.size).toBe(all.length);
    const outer = all.filter(([a, b]) => !directed.has(key([b, a])));
    const next = new Map(outer.map(([a, b]) => [a.join(), b.join()]));
    expect(next.size).toBe(outer.length);
    let at = outer[0]?.[0].join() ?? '';
    let steps = 0;
    do {
      at = next.get(at) ?? '';
      steps++;
    } while (at !== outer[0]?.[0].join() && steps <= outer.length);
    expect(steps).toBe(outer.length);
    expect(outer.length).toBeLessThan(all.length / 2);
  });

  it('has no two borders that cross, so no two districts overlap', () => {
    const crossings = all.flatMap((a, i) => all.slice(i + 1).filter((b) => cross(a, b)));
    expect(crossings).toEqual([]);
  });

  it('puts each cell into its own district alone, and the others outside all', () => {
    expect(town.cells.length).toBeGreaterThanOrEqual(leastCells);
    for (const cell of town.cells) {
      const at: Corner = [Math.round(cell.position[0] * 1e6), Math.round(cell.position[1] * 1e6)];
      const found = rings.flatMap((ring, i) => (inside(ring, at) ? [i] : []));
      expect(found).toEqual(cell.district === undefined ? [] : [cell.district]);
    }
    expect(town.cells.filter((cell) => cell.district === undefined)).toHaveLength(18);
    expect(new Set(town.cells.map((cell) => cell.id)).size).toBe(town.cells.length);
    for (const cell of town.cells) expect(cell.azimuth).toSatisfy((a: number) => a >= 0 && a < 360);
  });

  it('draws rivers, parks and both kinds of streets', () => {
    const kinds = town.basemap.features.map((feature) => feature.properties.kind);
    expect(new Set(kinds)).toEqual(new Set(['park', 'river', 'street', 'main_street']));
  });
});

import type { ZoneShape } from './zone-shape.ts';

/** A point in metres on a plane. */
export type Point = readonly [x: number, y: number];
/** A straight piece of a border, metres. */
export type Edge = readonly [from: Point, to: Point];

/** Borders of one zone on a plane, in metres, with its edges sorted into horizontal slabs so that few are near any point. */
export class Outline {
  readonly edges: readonly Edge[];
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
  private readonly slabs: readonly Edge[][];
  private readonly margin: number;

  /** `margin`: how far around an edge, in metres, `isNear` may be asked for. */
  constructor(edges: readonly Edge[], margin: number) {
    this.edges = edges;
    this.margin = margin;
    const points = edges.map(([from]) => from);
    const range = (axis: 0 | 1): readonly [number, number] =>
      points.reduce(([low, high], at) => [Math.min(low, at[axis]), Math.max(high, at[axis])], [
        Infinity,
        -Infinity,
      ] as [number, number]);
    [this.west, this.east] = range(0);
    [this.south, this.north] = range(1);
    const count = Math.min(4096, Math.max(1, Math.floor(edges.length / 2)));
    this.slabs = Array.from({ length: count }, () => []);
    for (const edge of edges) {
      const [[, a], [, b]] = edge;
      for (
        let slab = this.slabAt(Math.min(a, b) - margin);
        slab <= this.slabAt(Math.max(a, b) + margin);
        slab++
      )
        this.slabs[slab]?.push(edge);
    }
  }

  /** Edges that may reach between two heights; each at least once. */
  between(low: number, high: number): readonly Edge[] {
    const [first, last] = [this.slabAt(low), this.slabAt(high)];
    if (first === last) return this.slabs[first] ?? [];
    return [...new Set(this.slabs.slice(first, last + 1).flat())];
  }

  /** Whether a point lies inside and farther than the margin from every edge. */
  holdsDeep(point: Point): boolean {
    const [x, y] = point;
    if (x <= this.west || x >= this.east || y <= this.south || y >= this.north) return false;
    const near = this.slabs[this.slabAt(y)] ?? [];
    return isInside(near, point) && !near.some((edge) => distance(edge, point) <= this.margin);
  }

  private slabAt(y: number): number {
    const slab = Math.floor(((y - this.south) / (this.north - this.south)) * this.slabs.length);
    return Math.min(this.slabs.length - 1, Math.max(0, Number.isNaN(slab) ? 0 : slab));
  }
}

function isInside(edges: readonly Edge[], [x, y]: Point): boolean {
  let inside = false;
  for (const [[x0, y0], [x1, y1]] of edges)
    if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
  return inside;
}

function distance([[x0, y0], [x1, y1]]: Edge, [x, y]: Point): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / length));
  return Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
}

const metresPerDegree = 111_320;

/** Outlines of zones on one plane around the middle latitude of all of them. */
export function outlinesOf(shapes: readonly ZoneShape[], margin: number): readonly Outline[] {
  let [south, north] = [90, -90];
  for (const { polygons } of shapes)
    for (const [, lat] of polygons.flat(2)) {
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  const east = metresPerDegree * Math.cos(((south + north) / 360) * Math.PI);
  return shapes.map(({ polygons }) => {
    const edges = polygons.flat().flatMap((ring) =>
      ring.slice(1).map(([lon, lat], i): Edge => {
        const [lon0, lat0] = ring[i] ?? [lon, lat];
        return [
          [lon0 * east, lat0 * metresPerDegree],
          [lon * east, lat * metresPerDegree],
        ];
      }),
    );
    return new Outline(edges, margin);
  });
}

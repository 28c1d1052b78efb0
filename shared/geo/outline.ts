import type { Steps } from '../base/steps.ts';
import { banding, type Bands } from './bands.ts';
import type { Ring, ZoneShape } from './zone-shape.ts';

/** A point in metres on a plane. */
export type Point = readonly [x: number, y: number];
/** A straight piece of a border, metres. */
export type Edge = readonly [from: Point, to: Point];

/** Edges that are gone through in a step. */
const edgesOfStep = 1 << 13;

interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** Borders of one zone on a plane, in metres, with its edges sorted into horizontal bands so that few are near any point. */
export class Outline {
  readonly edges: readonly Edge[];
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
  private readonly bands: Bands;
  private readonly margin: number;

  /** `bands` are of the edges' heights with `margin`, in metres, above and below each. */
  constructor(edges: readonly Edge[], box: Box, bands: Bands, margin: number) {
    this.edges = edges;
    ({ west: this.west, east: this.east, south: this.south, north: this.north } = box);
    this.bands = bands;
    this.margin = margin;
  }

  /** Edges that may reach between two heights; each once. */
  between(low: number, high: number): readonly Edge[] {
    return Array.from(this.bands.between(low, high), (edge) => this.edges[edge] ?? nowhere);
  }

  /** Whether a point lies inside and farther than the margin from every edge. */
  holdsDeep(point: Point): boolean {
    const [x, y] = point;
    if (x <= this.west || x >= this.east || y <= this.south || y >= this.north) return false;
    const near = this.bands.at(y);
    let inside = false;
    for (let i = 0; i < near.length; i++) {
      const edge = this.edges[near[i] ?? 0] ?? nowhere;
      if (isCrossed(edge, point)) inside = !inside;
    }
    return inside && !near.some((edge) => distance(this.edges[edge] ?? nowhere, point) <= this.margin);
  }
}

const nowhere: Edge = [
  [Infinity, Infinity],
  [Infinity, Infinity],
];

/** Whether a line from a point to the east crosses an edge. */
function isCrossed([[x0, y0], [x1, y1]]: Edge, [x, y]: Point): boolean {
  return y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0);
}

function distance([[x0, y0], [x1, y1]]: Edge, [x, y]: Point): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / length));
  return Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
}

const metresPerDegree = 111_320;

/**
 * Outlines of zones on one plane around the middle latitude of all of them, in steps. `margin`: how far around an edge, in metres,
 * `holdsDeep` looks.
 */
export function* outlining(shapes: readonly ZoneShape[], margin: number): Steps<readonly Outline[]> {
  const { south, north } = yield* heightOf(shapes);
  const east = metresPerDegree * Math.cos(((south + north) / 360) * Math.PI);
  const outlines: Outline[] = [];
  for (const { polygons } of shapes) {
    yield { done: outlines.length, total: shapes.length };
    const edges: Edge[] = [];
    for (const ring of polygons.flat()) yield* addEdges(edges, ring, east);
    outlines.push(yield* outlineOf(edges, margin));
  }
  return outlines;
}

function* heightOf(shapes: readonly ZoneShape[]): Steps<Pick<Box, 'south' | 'north'>> {
  let [south, north, points] = [90, -90, 0];
  for (const { polygons } of shapes)
    for (const ring of polygons.flat())
      for (const [, lat] of ring) {
        south = Math.min(south, lat);
        north = Math.max(north, lat);
        if (++points % edgesOfStep === 0) yield { done: 0, total: shapes.length };
      }
  return { south, north };
}

function* addEdges(edges: Edge[], ring: Ring, east: number): Steps<void> {
  let before: Point | undefined;
  for (const [lon, lat] of ring) {
    const point: Point = [lon * east, lat * metresPerDegree];
    if (before) edges.push([before, point]);
    before = point;
    if (edges.length % edgesOfStep === 0) yield { done: edges.length, total: ring.length };
  }
}

function* outlineOf(edges: readonly Edge[], margin: number): Steps<Outline> {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  const lows = new Float64Array(edges.length);
  const highs = new Float64Array(edges.length);
  for (const [i, [[x, y], [, end]]] of edges.entries()) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
    lows[i] = Math.min(y, end) - margin;
    highs[i] = Math.max(y, end) + margin;
    if (i % edgesOfStep === edgesOfStep - 1) yield { done: i, total: edges.length };
  }
  return new Outline(edges, { west, east, south, north }, yield* banding(lows, highs), margin);
}

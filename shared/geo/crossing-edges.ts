import type { Steps } from '../base/steps.ts';
import { banding, type Bands } from './bands.ts';
import type { Ring } from './zone-shape.ts';

type Corner = readonly [x: number, y: number];

/** Edges that are gone through in a step. */
const edgesOfStep = 1 << 13;

/**
 * Whether a point lies inside a polygon with holes, by the even-odd rule over all its rings (Shimrat 1962). A point on
 * an edge belongs to the side with the larger coordinates, so polygons that share an edge never both claim it.
 */
export function insideRings(rings: readonly Ring[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      if (isCrossed(ring[i] ?? origin, ring[j] ?? origin, x, y)) inside = !inside;
    }
  }
  return inside;
}

const origin: Corner = [0, 0];

/** Whether a line from x, y to the larger x crosses an edge. */
function isCrossed(a: Corner, b: Corner, x: number, y: number): boolean {
  if (a[1] > y === b[1] > y) return false;
  const [[x0, y0], [x1, y1]] = a[1] < b[1] ? [a, b] : [b, a];
  return x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0);
}

/** The rings of a polygon with many corners, of which only the edges near a height are looked at. Made by `bandingEdges`. */
export class BandedEdges {
  private readonly corners: readonly Corner[];
  private readonly before: readonly Corner[];
  private readonly bands: Bands;

  constructor(corners: readonly Corner[], before: readonly Corner[], bands: Bands) {
    this.corners = corners;
    this.before = before;
    this.bands = bands;
  }

  /** As `insideRings` of the same rings. */
  holds(x: number, y: number): boolean {
    let inside = false;
    for (const edge of this.bands.at(y))
      if (isCrossed(this.corners[edge] ?? origin, this.before[edge] ?? origin, x, y)) inside = !inside;
    return inside;
  }
}

/** Sorts the edges of a polygon into bands. */
export function* bandingEdges(rings: readonly Ring[]): Steps<BandedEdges> {
  const corners: Corner[] = [];
  const before: Corner[] = [];
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      corners.push(ring[i] ?? origin);
      before.push(ring[j] ?? origin);
      if (corners.length % edgesOfStep === 0) yield { done: i, total: ring.length };
    }
  const lows = new Float64Array(corners.length);
  const highs = new Float64Array(corners.length);
  for (const [i, [, y]] of corners.entries()) {
    const [, other] = before[i] ?? origin;
    lows[i] = Math.min(y, other);
    highs[i] = Math.max(y, other);
    if (i % edgesOfStep === edgesOfStep - 1) yield { done: i, total: corners.length };
  }
  return new BandedEdges(corners, before, yield* banding(lows, highs));
}

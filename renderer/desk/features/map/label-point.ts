type Point = readonly [number, number];
type Ring = readonly Point[];

/** Twice the signed area of a ring, in square degrees. */
export function ringArea(ring: Ring): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [x, y] = ring[i] ?? [0, 0];
    const [px, py] = ring[j] ?? [0, 0];
    sum += px * y - x * py;
  }
  return sum;
}

function centroid(ring: Ring): Point {
  const [ox, oy] = ring[0] ?? [0, 0];
  let [x, y, area] = [0, 0, 0];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [ax, ay] = [(ring[j]?.[0] ?? 0) - ox, (ring[j]?.[1] ?? 0) - oy];
    const [bx, by] = [(ring[i]?.[0] ?? 0) - ox, (ring[i]?.[1] ?? 0) - oy];
    const cross = ax * by - bx * ay;
    [x, y, area] = [x + (ax + bx) * cross, y + (ay + by) * cross, area + cross];
  }
  return area === 0 ? [ox, oy] : [ox + x / (3 * area), oy + y / (3 * area)];
}

/** Longitudes at which the level `y` enters and leaves a polygon, ascending. */
function crossings(rings: readonly Ring[], y: number): readonly number[] {
  const found: number[] = [];
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [x, top] = ring[i] ?? [0, 0];
      const [px, bottom] = ring[j] ?? [0, 0];
      if (top > y !== bottom > y) found.push(px + ((y - bottom) / (top - bottom)) * (x - px));
    }
  }
  return found.toSorted((a, b) => a - b);
}

/**
 * A point well inside a polygon, and how wide the polygon is there, in degrees of longitude: the middle of the widest
 * stretch among the level of the centroid and seven levels around it, so also right for shapes like a horseshoe.
 */
export function labelPoint(rings: readonly Ring[]): { readonly point: Point; readonly width: number } {
  const outer = rings[0] ?? [];
  const [, middle] = centroid(outer);
  const levels = outer.map(([, y]) => y);
  const height = Math.max(...levels) - Math.min(...levels);
  let best = { point: centroid(outer), width: 0 };
  for (const shift of [0, -0.06, 0.06, -0.12, 0.12, -0.24, 0.24]) {
    const y = middle + shift * height;
    const cuts = crossings(rings, y);
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const [from, to] = [cuts[i] ?? 0, cuts[i + 1] ?? 0];
      const gain = (to - from) * (1 - Math.abs(shift));
      if (gain > best.width * 1.05) best = { point: [(from + to) / 2, y], width: gain };
    }
  }
  return best;
}

type Point = readonly [number, number];
type Ring = readonly Point[];

/** Sides of a ring, closing side included, as x and y of both ends. */
function sides(ring: Ring): readonly (readonly [number, number, number, number])[] {
  return ring.map(([x, y], i) => {
    const [px, py] = ring.at(i - 1) ?? [x, y];
    return [px, py, x, y];
  });
}

/** Twice the signed area of a ring, in square degrees. */
export function ringArea(ring: Ring): number {
  return sides(ring).reduce((sum, [px, py, x, y]) => sum + px * y - x * py, 0);
}

function centroid(ring: Ring): Point {
  const [ox, oy] = ring[0] ?? [0, 0];
  let [sumX, sumY, area] = [0, 0, 0];
  for (const [px, py, x, y] of sides(ring)) {
    const cross = (px - ox) * (y - oy) - (x - ox) * (py - oy);
    sumX += (px + x - 2 * ox) * cross;
    sumY += (py + y - 2 * oy) * cross;
    area += cross;
  }
  return area === 0 ? [ox, oy] : [ox + sumX / (3 * area), oy + sumY / (3 * area)];
}

/** Longitudes at which a level enters and leaves a polygon, ascending. */
function crossings(rings: readonly Ring[], level: number): readonly number[] {
  const found: number[] = [];
  for (const ring of rings)
    for (const [px, py, x, y] of sides(ring))
      if (y > level !== py > level) found.push(px + ((level - py) / (y - py)) * (x - px));
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

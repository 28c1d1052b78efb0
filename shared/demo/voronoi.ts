import { distance, type Point } from './plane.ts';

/** The corners, counter-clockwise, of the area nearer to `sites[index]` than to any other site, within a square of half side `reach` metres. */
export function nearestArea(sites: readonly Point[], index: number, reach: number): Point[] {
  const own = sites[index];
  if (own === undefined) throw new Error(`no site ${index}`);
  let corners: Point[] = [
    { x: -reach, y: -reach },
    { x: reach, y: -reach },
    { x: reach, y: reach },
    { x: -reach, y: reach },
  ];
  for (const [i, other] of sites.entries()) if (i !== index) corners = nearerHalf(corners, own, other);
  return corners;
}

function nearerHalf(corners: readonly Point[], own: Point, other: Point): Point[] {
  const nx = other.x - own.x;
  const ny = other.y - own.y;
  const limit = (nx * (own.x + other.x) + ny * (own.y + other.y)) / 2;
  return clipHalf(corners, (p) => limit - nx * p.x - ny * p.y);
}

/** The part of a convex polygon where a linear function is not negative. */
export function clipHalf(corners: readonly Point[], inside: (point: Point) => number): Point[] {
  const kept: Point[] = [];
  for (const [i, here] of corners.entries()) {
    const next = corners[(i + 1) % corners.length] ?? here;
    const a = inside(here);
    const b = inside(next);
    if (a >= 0) kept.push(here);
    if (a >= 0 !== b >= 0) {
      const t = a / (a - b);
      kept.push({ x: here.x + (next.x - here.x) * t, y: here.y + (next.y - here.y) * t });
    }
  }
  return kept;
}

/** Corners shared by several areas: one list of points, and each area as a ring of indices into it. */
export interface Mesh {
  readonly points: readonly Point[];
  readonly rings: readonly (readonly number[])[];
}

/** Joins corners less than `tolerance` metres apart, so that neighbours share them exactly and no border is tiny. */
export function meshOf(areas: readonly (readonly Point[])[], tolerance: number): Mesh {
  const points: Point[] = [];
  const indexOf = (corner: Point): number => {
    const found = points.findIndex((p) => distance(p, corner) < tolerance);
    return found >= 0 ? found : points.push(corner) - 1;
  };
  const rings = areas.map((corners) => {
    const ring = corners.map(indexOf);
    return ring.filter((corner, i) => corner !== ring[(i + 1) % ring.length]);
  });
  return { points, rings };
}

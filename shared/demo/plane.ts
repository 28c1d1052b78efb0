/** A point of the town's plane: metres east and north of the market square. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Longitude and latitude in WGS 84, whole millionths of a degree written as degrees. */
export type Position = readonly [longitude: number, latitude: number];

const origin = { longitude: 12_620_000, latitude: 51_340_000 };
const microdegreesPerMetre = { longitude: 14.3802, latitude: 8.9832 };

/** Where a point of the plane lies on earth, rounded to 0.000001 degrees (about 0.1 m). */
export function positionOf(point: Point): Position {
  return [
    (origin.longitude + Math.round(point.x * microdegreesPerMetre.longitude)) / 1_000_000,
    (origin.latitude + Math.round(point.y * microdegreesPerMetre.latitude)) / 1_000_000,
  ];
}

/** The point a share `t` of the way from `a` to `b`. */
export function between(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

/** Metres between two points. */
export function distance(a: Point, b: Point): number {
  return Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

/** Mean of the corners: inside every convex polygon. */
export function middle(corners: readonly Point[]): Point {
  let x = 0;
  let y = 0;
  for (const corner of corners) {
    x += corner.x;
    y += corner.y;
  }
  return { x: x / corners.length, y: y / corners.length };
}

/** A smooth line (Catmull-Rom) through `through`, with `steps` points a span; the ends are kept. */
export function smoothLine(through: readonly Point[], steps: number): Point[] {
  const line: Point[] = [];
  for (let i = 0; i + 1 < through.length; i++) {
    const b = through[i];
    const c = through[i + 1];
    if (b === undefined || c === undefined) continue;
    const a = through[i - 1] ?? b;
    const d = through[i + 2] ?? c;
    for (let s = 0; s < steps; s++) {
      const t = s / steps;
      line.push({ x: spline([a.x, b.x, c.x, d.x], t), y: spline([a.y, b.y, c.y, d.y], t) });
    }
  }
  const last = through.at(-1);
  return last === undefined ? line : [...line, last];
}

function spline([a, b, c, d]: readonly [number, number, number, number], t: number): number {
  const linear = c - a;
  const square = 2 * a - 5 * b + 4 * c - d;
  const cube = 3 * b - a - 3 * c + d;
  return (2 * b + t * (linear + t * (square + t * cube))) / 2;
}

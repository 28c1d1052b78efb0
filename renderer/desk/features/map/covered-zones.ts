import type { ZoneShape } from '../../../../shared/ipc/view.ts';

/** Sides in pixels from the upper left corner of the map. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How the square of the Mercator world, 0 to 1 from its upper left corner, lies on the screen. */
export interface Placing {
  /** Width of the world in pixels. */
  readonly scale: number;
  /** Pixel position of its upper left corner. */
  readonly x: number;
  readonly y: number;
}

/** A closed ring: x and y of its points in turn, in the Mercator world of 0 to 1. */
export type Outline = Float64Array;

/** A place in degrees in the Mercator world of 0 to 1. */
export function mercator(longitude: number, latitude: number): readonly [number, number] {
  const angle = Math.PI / 4 + (latitude * Math.PI) / 360;
  return [longitude / 360 + 0.5, 0.5 - Math.log(Math.tan(angle)) / (2 * Math.PI)];
}

/** The outer rings of all zones. */
export function zoneOutlines(shapes: readonly ZoneShape[]): readonly Outline[] {
  return shapes.flatMap(({ polygons }) =>
    polygons.map(([ring = []]) => Float64Array.from(ring.flatMap(([x, y]) => mercator(x, y)))),
  );
}

/** Whether a part of a zone lies under one of the boxes. */
export function zonesCovered(outlines: readonly Outline[], placing: Placing, boxes: readonly Box[]): boolean {
  return boxes.some((box) => {
    const inWorld = {
      left: (box.left - placing.x) / placing.scale,
      top: (box.top - placing.y) / placing.scale,
      right: (box.right - placing.x) / placing.scale,
      bottom: (box.bottom - placing.y) / placing.scale,
    };
    return outlines.some((outline) => touches(outline, inWorld));
  });
}

/** Whether a ring crosses a box, or the box lies within the ring. */
function touches(outline: Outline, box: Box): boolean {
  let inside = false;
  let [px, py] = outline.subarray(-2);
  for (let i = 0; i + 1 < outline.length; i += 2) {
    const [x = 0, y = 0] = [outline[i], outline[i + 1]];
    const [ox, oy] = [px ?? x, py ?? y];
    if (crosses(ox, oy, x, y, box)) return true;
    if (y > box.top !== oy > box.top && box.left < ox + ((box.top - oy) / (y - oy)) * (x - ox))
      inside = !inside;
    [px, py] = [x, y];
  }
  return inside;
}

/** Whether a line from one point to another meets a box: what is left of it when all four sides have cut it. */
// oxlint-disable-next-line max-params -- four numbers are quicker than two points in the innermost loop
function crosses(ax: number, ay: number, bx: number, by: number, box: Box): boolean {
  const [fromX, toX] = between(ax, bx, box.left, box.right);
  const [fromY, toY] = between(ay, by, box.top, box.bottom);
  return Math.max(0, fromX, fromY) <= Math.min(1, toX, toY);
}

/** The share of the way from `a` to `b`, beginning and end, on which a value lies between two bounds. */
function between(a: number, b: number, low: number, high: number): readonly [number, number] {
  if (a === b) return a >= low && a <= high ? [0, 1] : [1, 0];
  const [first, second] = [(low - a) / (b - a), (high - a) / (b - a)];
  return first < second ? [first, second] : [second, first];
}

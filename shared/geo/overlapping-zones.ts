import { Refusal } from '../base/failure.ts';
import { finished, type Steps } from '../base/steps.ts';
import { outlining, type Edge, type Outline, type Point } from './outline.ts';
import type { ZoneShape } from './zone-shape.ts';

/** Overlaps no wider than this, in metres, come from rounding and are let pass. */
export const overlapTolerance = 1;

/** Edges that are held against another border in a step. */
const edgesOfStep = 16;
/** Points that are looked for in two areas in a step. */
const pointsOfStep = 64;

/** Refuses zones of which two share more than a border (`zones-overlap`): a place in both would count for the first alone. */
export function refuseOverlaps(shapes: readonly ZoneShape[], file: string): void {
  finished(refusingOverlaps(shapes, file));
}

/** As `refuseOverlaps`, with steps on the way. */
export function* refusingOverlaps(shapes: readonly ZoneShape[], file: string): Steps<void> {
  const found = yield* lookingForOverlaps(shapes);
  if (!found) return;
  const [zone = '', other = ''] = found.map((index) => shapes[index]?.zoneId ?? '');
  throw new Refusal(
    'zones-overlap',
    `The zones ${zone} and ${other} of ${file} overlap: correct their borders, so that every place lies in one zone at most.`,
    { file, zone, other },
  );
}

/**
 * Indices of the first two zones found that overlap by more than `overlapTolerance`; `undefined` when none do. Two areas
 * overlap when a border of one runs inside the other, or when both have the same border: so the corners of each, the middles of
 * its edges between crossings, and points inside it are looked for inside the other. Shared borders are no overlap.
 */
export function overlappingZones(shapes: readonly ZoneShape[]): readonly [number, number] | undefined {
  return finished(lookingForOverlaps(shapes));
}

function* lookingForOverlaps(shapes: readonly ZoneShape[]): Steps<readonly [number, number] | undefined> {
  const outlines = yield* outlining(shapes, overlapTolerance);
  const byWest = outlines.map((_, zone) => zone).toSorted((a, b) => west(outlines[a]) - west(outlines[b]));
  const open: number[] = [];
  let done = 0;
  for (const zone of byWest) {
    const outline = outlines[zone];
    yield { done: done++, total: byWest.length };
    if (!outline) continue;
    for (let i = open.length - 1; i >= 0; i--) {
      const other = open[i] ?? 0;
      const before = outlines[other];
      if (!before || before.east <= outline.west) open.splice(i, 1);
      else if (yield* overlap(outline, before)) return zone < other ? [zone, other] : [other, zone];
    }
    open.push(zone);
  }
  return undefined;
}

const west = (outline: Outline | undefined): number => outline?.west ?? 0;

function* overlap(a: Outline, b: Outline): Steps<boolean> {
  if (a.north <= b.south || b.north <= a.south) return false;
  if ((yield* runsInside(a, b)) || (yield* runsInside(b, a))) return true;
  return (yield* fills(a, b)) || (yield* fills(b, a));
}

/** Whether a part of the border of `a` lies deep inside `b`. */
function* runsInside(a: Outline, b: Outline): Steps<boolean> {
  const { edges } = a;
  for (let from = 0; from < edges.length; from += edgesOfStep) {
    if (edges.slice(from, from + edgesOfStep).some((edge) => runsThrough(edge, b))) return true;
    yield { done: from, total: edges.length };
  }
  return false;
}

/** Whether a part of an edge lies deep inside `b`. */
function runsThrough(edge: Edge, b: Outline): boolean {
  const [from, to] = edge;
  if (Math.max(from[0], to[0]) <= b.west || Math.min(from[0], to[0]) >= b.east) return false;
  const [low, high] = from[1] < to[1] ? [from[1], to[1]] : [to[1], from[1]];
  if (high <= b.south || low >= b.north) return false;
  if (b.holdsDeep(from)) return true;
  const cuts = b.between(low, high).flatMap((other) => crossing(edge, other));
  const stops = [0, ...cuts.toSorted((x, y) => x - y), 1];
  return stops.slice(1).some((stop, i) => b.holdsDeep(pointAt(edge, (stop + (stops[i] ?? 0)) / 2)));
}

/** Whether a point well inside `a` lies deep inside `b`, for areas with the same border. */
function* fills(a: Outline, b: Outline): Steps<boolean> {
  for (let step = 1; step < 16; step++) {
    const y = a.south + ((a.north - a.south) * step) / 16.01;
    const middles = middlesAt(a, y);
    for (let from = 0; from < middles.length; from += pointsOfStep) {
      const some = middles.slice(from, from + pointsOfStep);
      if (some.some((point) => a.holdsDeep(point) && b.holdsDeep(point))) return true;
      yield { done: step, total: 16 };
    }
  }
  return false;
}

/** The middles between the places where a line to the east at a height meets a border. */
function middlesAt(outline: Outline, y: number): readonly Point[] {
  const xs = outline
    .between(y, y)
    .flatMap(([[x0, y0], [x1, y1]]) => (y0 > y === y1 > y ? [] : [x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)]));
  const sorted = [...new Set(xs)].toSorted((p, q) => p - q);
  return sorted.slice(1).map((x, i): Point => [(x + (sorted[i] ?? x)) / 2, y]);
}

/** Where along `edge`, from 0 to 1, it meets `other`; nothing where they do not meet or are parallel. */
function crossing([[ax, ay], [bx, by]]: Edge, [[cx, cy], [dx, dy]]: Edge): readonly number[] {
  const [rx, ry, sx, sy] = [bx - ax, by - ay, dx - cx, dy - cy];
  const area = rx * sy - ry * sx;
  if (area === 0) return [];
  const along = ((cx - ax) * sy - (cy - ay) * sx) / area;
  const across = ((cx - ax) * ry - (cy - ay) * rx) / area;
  return along > 0 && along < 1 && across >= 0 && across <= 1 ? [along] : [];
}

function pointAt([[ax, ay], [bx, by]]: Edge, along: number): Point {
  return [ax + (bx - ax) * along, ay + (by - ay) * along];
}

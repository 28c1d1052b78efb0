import type { Edge } from '../../geo/outline.ts';

/** A piece of an area on a plane: between two heights, from one straight border to another. Metres. */
export interface Trapezoid {
  readonly south: number;
  readonly north: number;
  /** West and east ends at `south` and at `north`. */
  readonly atSouth: readonly [west: number, east: number];
  readonly atNorth: readonly [west: number, east: number];
}

/** Two areas laid over each other. */
export interface Overlay {
  readonly both: readonly Trapezoid[];
  readonly onlyFirst: readonly Trapezoid[];
  readonly onlySecond: readonly Trapezoid[];
}

interface Line {
  readonly edge: Edge;
  readonly south: number;
  readonly north: number;
  readonly ofFirst: boolean;
}

interface Open {
  readonly west: Line;
  readonly east: Line;
  readonly from: number;
}

/**
 * Lays two areas over each other: cuts the plane at every height where a border begins, ends or crosses another, so that between
 * two cuts no borders cross, and reads each slab from west to east (what lies between an odd and an even border is inside). Slabs
 * between the same two borders are joined. Borders of one area that touch each other need not be simple: an edge that
 * stands twice separates nothing.
 */
export function overlayOf(first: readonly Edge[], second: readonly Edge[]): Overlay {
  const lines = [...linesOf(first, true), ...linesOf(second, false)].toSorted((a, b) => a.south - b.south);
  const heights = heightsOf(lines);
  const found = { both: [], onlyFirst: [], onlySecond: [] } as Record<keyof Overlay, Trapezoid[]>;
  let open = new Map<string, Open & { readonly kind: keyof Overlay }>();
  let active: Line[] = [];
  let next = 0;
  const numberOf = new Map(lines.map((line, i) => [line, i]));
  for (let i = 0; i + 1 < heights.length; i++) {
    const [south = 0, north = 0] = [heights[i], heights[i + 1]];
    const middle = (south + north) / 2;
    active = active.filter((line) => line.north > middle);
    for (let line = lines[next]; line && line.south < middle; line = lines[++next])
      if (line.north > middle) active.push(line);
    const still = new Map<string, Open & { readonly kind: keyof Overlay }>();
    for (const { kind, west, east } of piecesAt(active, middle)) {
      const key = `${kind} ${numberOf.get(west)} ${numberOf.get(east)}`;
      still.set(key, open.get(key) ?? { kind, west, east, from: south });
    }
    closeAll(open, still, south, found);
    open = still;
  }
  closeAll(open, new Map(), heights.at(-1) ?? 0, found);
  return found;
}

function closeAll(
  open: ReadonlyMap<string, Open & { readonly kind: keyof Overlay }>,
  still: ReadonlyMap<string, unknown>,
  north: number,
  found: Readonly<Record<keyof Overlay, Trapezoid[]>>,
): void {
  for (const [key, { kind, west, east, from }] of open)
    if (!still.has(key))
      found[kind].push({
        south: from,
        north,
        atSouth: [xAt(west, from), xAt(east, from)],
        atNorth: [xAt(west, north), xAt(east, north)],
      });
}

interface Piece {
  readonly kind: keyof Overlay;
  readonly west: Line;
  readonly east: Line;
}

/** Narrower pieces, in metres, are the rounding of numbers. */
const narrowest = 1e-6;

function piecesAt(active: readonly Line[], height: number): readonly Piece[] {
  const sorted = active
    .map((line) => ({ line, x: xAt(line, height) }))
    .toSorted((a, b) => a.x - b.x || Number(b.line.ofFirst) - Number(a.line.ofFirst));
  const pieces: Piece[] = [];
  let [inFirst, inSecond] = [false, false];
  sorted.forEach(({ line, x }, i) => {
    if (line.ofFirst) inFirst = !inFirst;
    else inSecond = !inSecond;
    const after = sorted[i + 1];
    if (!after || after.x - x < narrowest || !(inFirst || inSecond)) return;
    const kind = inFirst && inSecond ? 'both' : inFirst ? 'onlyFirst' : 'onlySecond';
    pieces.push({ kind, west: line, east: after.line });
  });
  return pieces;
}

function linesOf(edges: readonly Edge[], ofFirst: boolean): readonly Line[] {
  return edges.flatMap((edge) => {
    const [[, a], [, b]] = edge;
    return a === b ? [] : [{ edge, south: Math.min(a, b), north: Math.max(a, b), ofFirst }];
  });
}

/** Closer heights, in metres, count as one. */
const flattest = 1e-7;

function heightsOf(lines: readonly Line[]): readonly number[] {
  const heights = lines.flatMap(({ south, north }) => [south, north]);
  const firsts = lines.filter(({ ofFirst }) => ofFirst);
  const seconds = lines.filter(({ ofFirst }) => !ofFirst);
  for (const a of firsts)
    for (const b of seconds) {
      if (b.south >= a.north) break;
      const height = crossing(a, b);
      if (height !== undefined) heights.push(height);
    }
  const sorted = heights.toSorted((a, b) => a - b);
  return sorted.filter((height, i) => i === 0 || height - (sorted[i - 1] ?? 0) > flattest);
}

function crossing(a: Line, b: Line): number | undefined {
  const [low, high] = [Math.max(a.south, b.south), Math.min(a.north, b.north)];
  if (low >= high) return undefined;
  const [atLow, atHigh] = [xAt(a, low) - xAt(b, low), xAt(a, high) - xAt(b, high)];
  if (atLow * atHigh >= 0) return undefined;
  return low + ((high - low) * atLow) / (atLow - atHigh);
}

function xAt({ edge: [[x0, y0], [x1, y1]] }: Line, height: number): number {
  return x0 + ((height - y0) / (y1 - y0)) * (x1 - x0);
}

/** Square metres. */
export function areaOf(pieces: readonly Trapezoid[]): number {
  return pieces.reduce(
    (sum, { south, north, atSouth, atNorth }) =>
      sum + ((north - south) * (atSouth[1] - atSouth[0] + atNorth[1] - atNorth[0])) / 2,
    0,
  );
}

/** How wide an area is, in metres: what it covers over how far it reaches. A ribbon has its width, a square 0.7 of its side. */
export function widthOf(pieces: readonly Trapezoid[]): number {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const piece of pieces) {
    west = Math.min(west, piece.atSouth[0], piece.atNorth[0]);
    east = Math.max(east, piece.atSouth[1], piece.atNorth[1]);
    south = Math.min(south, piece.south);
    north = Math.max(north, piece.north);
  }
  return pieces.length === 0 ? 0 : areaOf(pieces) / Math.hypot(east - west, north - south);
}

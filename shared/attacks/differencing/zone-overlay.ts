import type { Edge } from '../../geo/outline.ts';
import type { Holder, Holders } from '../../ledger/nested-pairs.ts';
import type { Released, ReleasedZone } from '../../ledger/released.ts';
import type { Steps } from '../../ledger/steps.ts';
import { areaOf, overlayOf, widthOf, type Overlay, type Trapezoid } from './overlay.ts';
import { planeOf, type Plane, type Ring } from './plane.ts';

/** What a zone of one map has beyond a zone of another map that lies in it: where the persons were whom a subtraction shows. */
export interface Sliver {
  /** Ids of the larger and of the smaller zone. */
  readonly zone: string;
  readonly without: string;
  readonly squareMetres: number;
  /** What it covers over how far it reaches. */
  readonly widthMetres: number;
  /** Its outline as rings that do not overlap, for drawing. */
  readonly rings: readonly Ring[];
}

/** A piece of the common refinement: indices of the finest zones it lies in, -1 for none. */
export interface Piece {
  readonly first: number;
  readonly second: number;
}

/** How the zones of two maps lie in each other. */
export interface MapOverlay {
  /** For each zone of the first map the zones of the second that hold it, and the other way round. */
  readonly firstInSecond: Holders;
  readonly secondInFirst: Holders;
  readonly sliverOf: (smaller: string, larger: string) => Sliver | undefined;
  /** The common refinement of the finest zones. */
  readonly pieces: readonly Piece[];
  /** Pairs of zones laid over each other, and pairs left out for the length of their borders. */
  readonly compared: number;
  readonly leftOut: number;
}

/** Pieces no wider than this, in metres, come from the rounding of positions. */
export const thinnest = 1;
/** Borders of two zones with more pairs of edges than this are not laid over each other. */
const mostEdgePairs = 4_000_000;
/** Most rings kept for one sliver. */
const mostRings = 200;

interface Shape {
  readonly zone: ReleasedZone;
  readonly edges: readonly Edge[];
  readonly box: readonly [west: number, south: number, east: number, north: number];
  readonly squareMetres: number;
}

interface Work {
  readonly plane: Plane;
  readonly held: { readonly first: Holder[][]; readonly second: Holder[][] };
  readonly slivers: Map<string, Sliver>;
  readonly pieces: Piece[];
  readonly covered: { readonly first: Float64Array; readonly second: Float64Array };
  compared: number;
  leftOut: number;
}

/**
 * Lays the zones of two releases over each other. Coarser cells of a grid are left out: what they count is the cells of the grid
 * inside them, which is not quite their outline.
 */
export function* overlayMaps(first: Released, second: Released): Steps<MapOverlay> {
  const plane = planeOf([...first.zones, ...second.zones]);
  const [shapesA, shapesB] = [shapesOf(first, plane), shapesOf(second, plane)];
  const work: Work = {
    plane,
    held: { first: first.zones.map(() => []), second: second.zones.map(() => []) },
    slivers: new Map(),
    pieces: [],
    covered: {
      first: new Float64Array(first.zones.length),
      second: new Float64Array(second.zones.length),
    },
    compared: 0,
    leftOut: 0,
  };
  for (const [i, a] of shapesA.entries()) {
    if (!a) continue;
    yield;
    for (const [j, b] of shapesB.entries()) if (b && meet(a, b)) layOver(work, [a, i], [b, j]);
  }
  addRemainders(work, shapesA, shapesB);
  return {
    firstInSecond: work.held.first,
    secondInFirst: work.held.second,
    sliverOf: (smaller, larger) => work.slivers.get(`${smaller} ${larger}`),
    pieces: work.pieces,
    compared: work.compared,
    leftOut: work.leftOut,
  };
}

type Indexed = readonly [shape: Shape, index: number];

function layOver(work: Work, first: Indexed, second: Indexed): void {
  const [[a], [b]] = [first, second];
  if (a.edges.length * b.edges.length > mostEdgePairs) {
    work.leftOut += 1;
    return;
  }
  work.compared += 1;
  const overlay = overlayOf(a.edges, b.edges);
  if (widthOf(overlay.both) <= thinnest) return;
  addNesting(work, [first, second], overlay);
  if (a.zone.level > 0 || b.zone.level > 0) return;
  const shared = areaOf(overlay.both);
  for (const [covered, at] of [
    [work.covered.first, first[1]] as const,
    [work.covered.second, second[1]] as const,
  ])
    covered[at] = (covered[at] ?? 0) + shared;
  work.pieces.push({ first: first[1], second: second[1] });
}

function addNesting(work: Work, [[a, i], [b, j]]: readonly [Indexed, Indexed], overlay: Overlay): void {
  const leftOfA = widthOf(overlay.onlyFirst) > thinnest;
  const leftOfB = widthOf(overlay.onlySecond) > thinnest;
  if (leftOfA && leftOfB) return;
  if (!leftOfA) work.held.first[i]?.push({ value: j, further: leftOfB });
  if (!leftOfB) work.held.second[j]?.push({ value: i, further: leftOfA });
  if (leftOfB) addSliver(work, [b, a], overlay.onlySecond);
  if (leftOfA) addSliver(work, [a, b], overlay.onlyFirst);
}

function addSliver(
  { slivers, plane }: Work,
  [larger, smaller]: readonly [Shape, Shape],
  area: readonly Trapezoid[],
): void {
  slivers.set(`${smaller.zone.zoneId} ${larger.zone.zoneId}`, {
    zone: larger.zone.zoneId,
    without: smaller.zone.zoneId,
    squareMetres: Math.round(areaOf(area)),
    widthMetres: Math.round(widthOf(area)),
    rings: area.slice(0, mostRings).map(plane.ringOf),
  });
}

/** Parts of finest zones that no finest zone of the other map covers. */
function addRemainders(work: Work, shapesA: Shapes, shapesB: Shapes): void {
  shapesA.forEach((shape, i) => {
    if (isOpen(shape, work.covered.first[i] ?? 0)) work.pieces.push({ first: i, second: -1 });
  });
  shapesB.forEach((shape, j) => {
    if (isOpen(shape, work.covered.second[j] ?? 0)) work.pieces.push({ first: -1, second: j });
  });
}

function isOpen(shape: Shape | undefined, covered: number): boolean {
  return shape?.zone.level === 0 && shape.squareMetres - covered > thinnest * Math.sqrt(shape.squareMetres);
}

type Shapes = readonly (Shape | undefined)[];

function shapesOf({ zones, recipe }: Released, plane: Plane): Shapes {
  return zones.map((zone) => {
    if (recipe.zones.kind === 'h3' && zone.level > 0) return undefined;
    const edges = plane.edgesOf(zone);
    const [xs, ys] = [edges.map(([[x]]) => x), edges.map(([[, y]]) => y)];
    const [[west, east], [south, north]] = [range(xs), range(ys)];
    const { onlyFirst } = overlayOf(edges, []);
    return { zone, edges, box: [west, south, east, north], squareMetres: areaOf(onlyFirst) };
  });
}

function range(list: readonly number[]): readonly [number, number] {
  return [list.reduce((a, b) => Math.min(a, b), Infinity), list.reduce((a, b) => Math.max(a, b), -Infinity)];
}

function meet({ box: a }: Shape, { box: b }: Shape): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

import type { ExtractFindings } from '../../../shared/ipc/extract-findings.ts';
import type { ZoneShape } from '../../../shared/ipc/view.ts';

const metresPerDegree = 111_195;
const [smallest, largest] = [40, 3000];
const corners = 6;
/** The radius goes at most so often into the way between the outermost cells. */
const visibleParts = 75;

/** Hexagons where cells stand, as large as their number leaves room for, so that they can be drawn as zones are. */
export function cellShapes({ cells }: Pick<ExtractFindings, 'cells'>): readonly ZoneShape[] {
  const count = cells.flags.length;
  const y = Float64Array.from(cells.latitude, (degrees) => degrees / 1e6);
  const x = Float64Array.from(cells.longitude, (degrees) => degrees / 1e6);
  const radius = radiusFor(y, x);
  return Array.from({ length: count }, (_, cell) => ({
    zoneId: `cell ${cell}`,
    name: '',
    level: 0,
    polygons: [[hexagon(y[cell] ?? 0, x[cell] ?? 0, radius)]],
  }));
}

/**
 * Metres: a fifth of what the middle nine tenths of all cells would have if they stood evenly, and so much that they can be seen
 * where all are shown: cells may stand in a line, or a few far from the others.
 */
function radiusFor(y: Float64Array, x: Float64Array): number {
  const middle = y[Math.floor(y.length / 2)] ?? 0;
  const metresEast = metresPerDegree * Math.cos((middle * Math.PI) / 180);
  const [north, east] = [y.toSorted(), x.toSorted()];
  const area = span(north, 0.05) * metresPerDegree * span(east, 0.05) * metresEast;
  const even = 0.42 * Math.sqrt(area / Math.max(1, y.length));
  const reach = Math.max(span(north, 0) * metresPerDegree, span(east, 0) * metresEast);
  return Math.max(Math.min(largest, Math.max(smallest, even)), reach / visibleParts);
}

/** Degrees from the least to the greatest of some sorted ones, a share of them left out at each end. */
function span(sorted: Float64Array, without: number): number {
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return at(1 - without) - at(without);
}

function hexagon(y: number, x: number, radius: number): [number, number][] {
  const north = radius / metresPerDegree;
  const east = north / Math.max(0.05, Math.cos((y * Math.PI) / 180));
  return Array.from({ length: corners + 1 }, (_, i) => {
    const turn = ((i % corners) / corners) * 2 * Math.PI;
    return [x + east * Math.sin(turn), y + north * Math.cos(turn)];
  });
}

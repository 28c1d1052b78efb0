import type { Edge, Point } from '../../geo/outline.ts';
import type { ReleasedZone } from '../../ledger/released.ts';
import type { Trapezoid } from './overlay.ts';

/** A ring of [longitude, latitude] pairs in degrees, first and last point equal. */
export type Ring = readonly (readonly [number, number])[];

/** A flat map in metres around the middle latitude of some zones, and the way back. */
export interface Plane {
  readonly edgesOf: (zone: ReleasedZone) => readonly Edge[];
  readonly ringOf: (piece: Trapezoid) => Ring;
}

const metresPerDegree = 111_320;

function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

/** The plane of zones: a degree of latitude is 111,320 m, one of longitude that times the cosine of their middle latitude. */
export function planeOf(zones: readonly ReleasedZone[]): Plane {
  let [south, north] = [90, -90];
  for (const { polygons } of zones)
    for (const [, lat] of polygons.flat(2)) [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  const perDegree = metresPerDegree * Math.cos(((south + north) / 360) * Math.PI);
  const flat = ([lon, lat]: readonly [number, number]): Point => [lon * perDegree, lat * metresPerDegree];
  const degrees = (x: number, y: number): readonly [number, number] => [
    round(x / perDegree),
    round(y / metresPerDegree),
  ];
  return {
    edgesOf: ({ polygons }) =>
      polygons
        .flat()
        .flatMap((ring) => ring.slice(1).map((point, i): Edge => [flat(ring[i] ?? point), flat(point)])),
    ringOf: (piece) => [
      degrees(piece.atSouth[0], piece.south),
      degrees(piece.atSouth[1], piece.south),
      degrees(piece.atNorth[1], piece.north),
      degrees(piece.atNorth[0], piece.north),
      degrees(piece.atSouth[0], piece.south),
    ],
  };
}

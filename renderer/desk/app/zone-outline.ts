import type { ZoneShape } from '../../../shared/ipc/view.ts';

type Ring = ZoneShape['polygons'][number][number];

/** Bounds of zones in degrees: west, south, east, north; `undefined` where there is no zone. */
function boundsOf(shapes: readonly ZoneShape[]): readonly [number, number, number, number] | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of shapes.flatMap(({ polygons }) => polygons.flat(2))) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return west < east && south < north ? [west, south, east, north] : undefined;
}

/** Zones as paths of a picture `width` wide: longitude shortened as in the middle of the area, north above. */
export interface ZoneOutlines {
  readonly width: number;
  readonly height: number;
  readonly paths: readonly string[];
  /** Where a place in degrees lies in the picture. */
  readonly place: (point: Ring[number]) => readonly [number, number];
}

/** Outlines for a small picture; `undefined` where there is nothing to draw. Meant for areas far smaller than a continent. */
export function zoneOutlines(shapes: readonly ZoneShape[], width: number): ZoneOutlines | undefined {
  const bounds = boundsOf(shapes);
  if (bounds === undefined) return undefined;
  const [west, south, east, north] = bounds;
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / ((east - west) * shrink);
  const place = ([longitude, latitude]: Ring[number]) =>
    [(longitude - west) * shrink * scale, (north - latitude) * scale] as const;
  const point = (at: Ring[number]): string =>
    place(at)
      .map((value) => value.toFixed(1))
      .join(' ');
  const path = ({ polygons }: ZoneShape): string =>
    polygons.flatMap((rings) => rings.map((ring) => `M${ring.map(point).join('L')}Z`)).join('');
  return { width, height: (north - south) * scale, paths: shapes.map(path), place };
}

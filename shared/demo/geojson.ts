import type { District } from './districts.ts';
import { between, positionOf, smoothLine, type Point, type Position } from './plane.ts';
import { drawSigned, purpose, stream } from './random.ts';
import { mainStreets, minorStreets } from './streets.ts';
import type { TownPlan } from './town-plan.ts';

/** A GeoJSON feature of the demo, WGS 84. */
export interface DemoFeature<Properties, Geometry> {
  readonly type: 'Feature';
  readonly properties: Properties;
  readonly geometry: Geometry;
}
/** A GeoJSON feature collection of the demo. */
export interface DemoCollection<Properties, Geometry> {
  readonly type: 'FeatureCollection';
  readonly features: readonly DemoFeature<Properties, Geometry>[];
}
/** A GeoJSON polygon without holes; its ring is closed and runs counter-clockwise. */
export interface DemoPolygon {
  readonly type: 'Polygon';
  readonly coordinates: readonly (readonly Position[])[];
}
/** A GeoJSON line. */
interface DemoLine {
  readonly type: 'LineString';
  readonly coordinates: readonly Position[];
}

/** What a zone of the demo carries. */
interface ZoneProperties {
  readonly zone_id: string;
  readonly name: string;
  /** The part of town it belongs to, a coarser zone. */
  readonly parent: string;
}
/** What a feature of the demo's basemap carries. `rank` orders by importance, 1 first. */
interface BasemapProperties {
  readonly kind: 'river' | 'park' | 'main_street' | 'street';
  readonly rank: number;
}

export type DemoZones = DemoCollection<ZoneProperties, DemoPolygon>;
export type DemoBasemap = DemoCollection<BasemapProperties, DemoPolygon | DemoLine>;

/** The districts as zones: they tile the town without overlap or gap, and neighbours share their corners exactly. */
export function zonesOf(plan: TownPlan, districts: readonly District[]): DemoZones {
  return {
    type: 'FeatureCollection',
    features: districts.map((district, i) => ({
      type: 'Feature',
      properties: { zone_id: district.id, name: district.name, parent: partOf(plan, district, i) },
      geometry: polygon(district.border),
    })),
  };
}

/** `Mitte` for the quarter of the districts around the market square, otherwise the side of town. */
function partOf(plan: TownPlan, { centre }: District, index: number): string {
  if (index * 4 < plan.districts.length) return 'Mitte';
  const [x, y] = [centre.x / plan.halfWidth, centre.y / plan.halfHeight];
  if (Math.abs(y) > Math.abs(x)) return y > 0 ? 'Nord' : 'Sued';
  return x > 0 ? 'Ost' : 'West';
}

/** River, brook, parks and streets, in the order in which they should be drawn. */
export function basemapOf(plan: TownPlan, districts: readonly District[]): DemoBasemap {
  const parks = districts.flatMap((district, i) => parksOf(plan, district, i));
  const streets = districts.flatMap((district, i) => minorStreets(district, plan.shape, i));
  return {
    type: 'FeatureCollection',
    features: [
      ...parks.map((park) => feature('park', 1, polygon(park))),
      feature('river', 1, line(smoothLine(points(plan.river), 10))),
      feature('river', 2, line(smoothLine(points(plan.brook), 8))),
      ...streets.map((street) => feature('street', 2, line(street))),
      ...mainStreets(plan).map((street) => feature('main_street', 1, line(street))),
    ],
  };
}

function parksOf(plan: TownPlan, district: District, index: number): readonly (readonly Point[])[] {
  const chance = stream(plan.shape, index + 5000, purpose.street);
  const share = district.weights.blockMetres === 0 ? 0.8 : 0.26;
  if (share < 0.5 && drawSigned(chance, 0) < 0.1) return [];
  const corner = district.core[index % district.core.length] ?? district.centre;
  const centre = share < 0.5 ? between(district.centre, corner, 0.4) : district.centre;
  const rim = district.core.map((p, i) => {
    const reach = share * (0.85 + 0.15 * drawSigned(chance, i + 1));
    return {
      x: centre.x + (p.x - district.centre.x) * reach,
      y: centre.y + (p.y - district.centre.y) * reach,
    };
  });
  return [rounded(rim)];
}

function rounded(corners: readonly Point[]): readonly Point[] {
  return corners.flatMap((corner, i) => {
    const before = corners.at(i - 1) ?? corner;
    const after = corners[(i + 1) % corners.length] ?? corner;
    const a = between(corner, before, 0.3);
    const b = between(corner, after, 0.3);
    return [a, between(between(a, b, 0.5), corner, 0.5), b];
  });
}

function points(pairs: readonly (readonly [number, number])[]): readonly Point[] {
  return pairs.map(([x, y]) => ({ x, y }));
}

function feature<Geometry>(
  kind: BasemapProperties['kind'],
  rank: number,
  geometry: Geometry,
): DemoFeature<BasemapProperties, Geometry> {
  return { type: 'Feature', properties: { kind, rank }, geometry };
}

/** A closed GeoJSON polygon around corners in metres. */
export function polygon(corners: readonly Point[]): DemoPolygon {
  const ring = corners.map(positionOf);
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
}

function line(through: readonly Point[]): DemoLine {
  return { type: 'LineString', coordinates: through.map(positionOf) };
}

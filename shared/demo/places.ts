import { polygon, type DemoCollection, type DemoPolygon } from './geojson.ts';
import type { District } from './districts.ts';
import { between, positionOf, type Position } from './plane.ts';

/** A GeoJSON point. */
interface DemoPoint {
  readonly type: 'Point';
  readonly coordinates: Position;
}

/** What a sensitive place of the demo carries; `category` is one that recipes know. */
interface PlaceProperties {
  readonly category: string;
  readonly name: string;
}

export type DemoPlaces = DemoCollection<PlaceProperties, DemoPoint | DemoPolygon>;

/** Invented places, in file order: category, what it is called, and the district it lies in, as a share of all of them. */
const plan: readonly (readonly [category: string, name: string, share: number])[] = [
  ['hospital', 'Klinikum', 0.3],
  ['hospital', 'Belegklinik', 0.62],
  ['addictionHelp', 'Suchtberatung', 0.06],
  ['pregnancyAdvice', 'Schwangerenberatung', 0.12],
  ['psychiatry', 'Tagesklinik', 0.46],
  ['worship', 'Marktkirche', 0],
  ['worship', 'Moschee', 0.2],
  ['worship', 'Synagoge', 0.09],
  ['party', 'Parteibüro', 0.04],
  ['union', 'Gewerkschaftshaus', 0.16],
  ['court', 'Amtsgericht', 0.02],
  ['prison', 'Haftanstalt', 0.88],
  ['shelter', 'Frauenhaus', 0.36],
  ['asylum', 'Unterkunft', 0.7],
];

/** The sensitive places of a town: the first, a hospital, covers an area; all others are points. */
export function placesOf(districts: readonly District[]): DemoPlaces {
  return {
    type: 'FeatureCollection',
    features: plan.flatMap(([category, name, share], i) => {
      const district = districts[Math.floor(share * districts.length)];
      if (!district) return [];
      const { centre, core } = district;
      const at = between(centre, core[i % core.length] ?? centre, 0.3);
      const geometry: DemoPoint | DemoPolygon =
        i === 0
          ? polygon(core.map((corner) => between(centre, corner, 0.25)))
          : { type: 'Point', coordinates: positionOf(at) };
      return [
        { type: 'Feature' as const, properties: { category, name: `${name} ${district.name}` }, geometry },
      ];
    }),
  };
}

/** How many places of each category there are. */
export function placesByCategory(places: DemoPlaces): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { properties } of places.features)
    counts[properties.category] = (counts[properties.category] ?? 0) + 1;
  return counts;
}

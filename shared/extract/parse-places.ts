import { z } from 'zod';
import { Refusal } from '../base/failure.ts';
import { parsingJson } from '../base/json-in-steps.ts';
import { finished, type Steps } from '../base/steps.ts';
import type { SensitivePlace } from '../geo/masked-cells.ts';
import {
  Misshapen,
  shaped,
  takenPosition,
  takingPositions,
  takingRings,
  takingSeveralRings,
} from '../geo/taken-geometry.ts';
import { sensitiveCategories, type SensitiveCategory } from '../recipe/sensitive-places.ts';
import { placeCategory } from './place-category.ts';
import { readingPlaceRows } from './place-rows.ts';

const coordinates = z.unknown().optional();
const Feature = z.object({
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: z.discriminatedUnion('type', [
    z.object({ type: z.literal('Point'), coordinates }),
    z.object({ type: z.literal('MultiPoint'), coordinates }),
    z.object({ type: z.literal('Polygon'), coordinates }),
    z.object({ type: z.literal('MultiPolygon'), coordinates }),
  ]),
});
type Geometry = z.infer<typeof Feature>['geometry'];
const Collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) });
const Features = z.array(z.unknown()).min(1).max(100_000);

/** Properties that name a category, the first that is there counts; then tags of OpenStreetMap. */
const categoryNames = ['category', 'kategorie'];
const tags = [
  'amenity',
  'healthcare',
  'social_facility',
  'social_facility:for',
  'office',
  'landuse',
  'building',
  'military',
];

/**
 * Sensitive places of a file: a GeoJSON FeatureCollection of points or polygons with a property `category`, or a CSV with
 * latitude, longitude and category. Refuses any place without a position or with a category that is not known
 * (`place-category`), because a place that is passed over would not be masked.
 */
export function parsePlaces(text: string, file: string): readonly SensitivePlace[] {
  return finished(parsingPlaces(text, file));
}

/** As `parsePlaces`, with steps on the way. */
export function* parsingPlaces(text: string, file: string): Steps<readonly SensitivePlace[]> {
  const found = text.trimStart().startsWith('{')
    ? yield* collectionOf(text, file)
    : yield* readingPlaceRows(text, file);
  const places: SensitivePlace[] = [];
  for (const [i, one] of found.entries()) {
    yield { done: i, total: found.length };
    const where = { file, place: i + 1 };
    if ('position' in one)
      places.push({ category: known(one.category, where), points: [one.position], polygons: [] });
    else
      places.push({
        category: categoryOf(one.properties ?? {}, where),
        points: one.points,
        polygons: one.polygons,
      });
  }
  return places;
}

type Shape = Pick<SensitivePlace, 'points' | 'polygons'>;
interface Found extends Shape {
  readonly properties: Readonly<Record<string, unknown>> | null;
}

function* collectionOf(text: string, file: string): Steps<readonly Found[]> {
  let json: unknown;
  try {
    json = yield* parsingJson(text);
  } catch {
    throw new Refusal('places-unreadable', `${file} is neither GeoJSON nor a table: ${shouldBe}`, {
      file,
      where: '',
    });
  }
  try {
    return yield* takingFeatures(json);
  } catch (error) {
    if (!(error instanceof Misshapen)) throw error;
    const where = error.path.join('.');
    throw new Refusal(
      'places-unreadable',
      `${file} holds no places (${where}: ${error.message}): ${shouldBe}`,
      {
        file,
        where,
      },
    );
  }
}

function* takingFeatures(json: unknown): Steps<readonly Found[]> {
  const { features } = shaped(Collection, json, []);
  const found: Found[] = [];
  for (const [i, one] of features.entries()) {
    yield { done: i, total: features.length };
    const { properties, geometry } = shaped(Feature, one, ['features', i]);
    found.push({ properties, ...(yield* takingShape(geometry, ['features', i, 'geometry', 'coordinates'])) });
  }
  shaped(Features, features, ['features']);
  return found;
}

const shouldBe =
  'choose a GeoJSON collection of points or polygons in degrees with a property "category", or a CSV with latitude, longitude and category.';

interface Where {
  readonly file: string;
  readonly place: number;
}

function categoryOf(properties: Readonly<Record<string, unknown>>, where: Where): SensitiveCategory {
  const text = (name: string): string | undefined => {
    const value = properties[name];
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  };
  const named = categoryNames.map(text).find((value) => value !== undefined);
  if (named !== undefined) return known(named, where);
  const tagged = tags.map(text).filter((value) => value !== undefined);
  return tagged.map(placeCategory).find((one) => one !== undefined) ?? known(tagged[0] ?? '', where);
}

function known(text: string, { file, place }: Where): SensitiveCategory {
  const category = placeCategory(text);
  if (category) return category;
  const all = sensitiveCategories.join(', ');
  throw new Refusal(
    'place-category',
    `Place ${place} of ${file} has the category "${text}", which is not known: use one of ${all}.`,
    { file, place, category: text, known: all },
  );
}

function* takingShape({ type, coordinates: at }: Geometry, path: readonly PropertyKey[]): Steps<Shape> {
  switch (type) {
    case 'Point':
      return { points: [takenPosition(at, path)], polygons: [] };
    case 'MultiPoint':
      return { points: yield* takingPositions(at, path), polygons: [] };
    case 'Polygon':
      return { points: [], polygons: [yield* takingRings(at, path)] };
    case 'MultiPolygon':
      return { points: [], polygons: yield* takingSeveralRings(at, path) };
  }
}

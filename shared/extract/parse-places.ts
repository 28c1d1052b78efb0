import { z } from 'zod';
import { Refusal } from '../base/failure.ts';
import type { SensitivePlace } from '../geo/masked-cells.ts';
import { sensitiveCategories, type SensitiveCategory } from '../recipe/sensitive-places.ts';
import { placeCategory } from './place-category.ts';
import { placeRows } from './place-rows.ts';

const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number());
const Rings = z.array(z.array(Position).min(4)).min(1);
const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: Position }),
  z.object({ type: z.literal('MultiPoint'), coordinates: z.array(Position).min(1) }),
  z.object({ type: z.literal('Polygon'), coordinates: Rings }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(Rings).min(1) }),
]);
type Geometry = z.infer<typeof Geometry>;
const Collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z
    .array(z.object({ properties: z.record(z.string(), z.unknown()).nullable(), geometry: Geometry }))
    .min(1)
    .max(100_000),
});

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
  if (!text.trimStart().startsWith('{'))
    return placeRows(text, file).map(({ category, position }, i) => ({
      category: known(category, { file, place: i + 1 }),
      points: [position],
      polygons: [],
    }));
  return collectionOf(text, file).map(({ properties, geometry }, i) => ({
    category: categoryOf(properties ?? {}, { file, place: i + 1 }),
    ...shapeOf(geometry),
  }));
}

function collectionOf(text: string, file: string): z.infer<typeof Collection>['features'] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refusal('places-unreadable', `${file} is neither GeoJSON nor a table: ${shouldBe}`, {
      file,
      where: '',
    });
  }
  const parsed = Collection.safeParse(json);
  if (parsed.success) return parsed.data.features;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw new Refusal(
    'places-unreadable',
    `${file} holds no places (${where}: ${issue?.message ?? ''}): ${shouldBe}`,
    { file, where },
  );
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

const pair = ([x, y]: z.infer<typeof Position>): [number, number] => [x, y];
const rings = (all: z.infer<typeof Rings>): [number, number][][] => all.map((ring) => ring.map(pair));

function shapeOf(geometry: Geometry): Pick<SensitivePlace, 'points' | 'polygons'> {
  switch (geometry.type) {
    case 'Point':
      return { points: [pair(geometry.coordinates)], polygons: [] };
    case 'MultiPoint':
      return { points: geometry.coordinates.map(pair), polygons: [] };
    case 'Polygon':
      return { points: [], polygons: [rings(geometry.coordinates)] };
    case 'MultiPolygon':
      return { points: [], polygons: geometry.coordinates.map(rings) };
  }
}

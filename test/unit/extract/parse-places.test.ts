import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../shared/base/failure.ts';
import { parsePlaces } from '../../../shared/extract/parse-places.ts';
import { placeCategory } from '../../../shared/extract/place-category.ts';
import { sensitiveCategories } from '../../../shared/recipe/sensitive-places.ts';

const square = [
  [12, 51],
  [13, 51],
  [13, 52],
  [12, 51],
];
const collection = (...features: readonly unknown[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features });
const feature = (properties: unknown, type = 'Point', coordinates: unknown = [12.4, 51.3]): unknown => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});

function refusal(text: string): Refusal['failure'] {
  try {
    parsePlaces(text, 'places.json');
  } catch (error) {
    if (error instanceof Refusal) return error.failure;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('categories of places', () => {
  it.each([
    ['hospital', 'hospital'],
    ['Krankenhaus', 'hospital'],
    ['amenity=hospital', 'hospital'],
    ['addictionHelp', 'addictionHelp'],
    ['addiction help', 'addictionHelp'],
    ['Schwangerschaftsberatung', 'pregnancyAdvice'],
    ['place_of_worship', 'worship'],
    ['amenity=place_of_worship', 'worship'],
    ['MOSCHEE', 'worship'],
    ['Justizvollzugsanstalt', 'prison'],
    ['Gefängnis', 'prison'],
    ['Frauenhaus', 'shelter'],
    ['office=political_party', 'party'],
    ['Flüchtlingsunterkunft', 'asylum'],
    ['sex-work', 'sexWork'],
  ])('know %s', (text, category) => expect(placeCategory(text)).toBe(category));

  it('know every category by its own name, and no other word', () => {
    for (const category of sensitiveCategories) expect(placeCategory(category)).toBe(category);
    for (const text of ['', 'pub', 'hospitality', '=', 'amenity='])
      expect(placeCategory(text)).toBeUndefined();
  });
});

describe('a file of places', () => {
  it('holds points and polygons, alone and several together', () => {
    const places = parsePlaces(
      collection(
        feature({ category: 'hospital' }),
        feature({ kategorie: 'Schule' }, 'MultiPoint', [
          [12, 51],
          [13, 52, 100],
        ]),
        feature({ category: 'prison' }, 'Polygon', [square]),
        feature({ category: 'court' }, 'MultiPolygon', [[square], [square, square]]),
        feature({ amenity: 'bench', landuse: 'military' }),
      ),
      'places.json',
    );
    expect(places.map(({ category }) => category)).toEqual([
      'hospital',
      'school',
      'prison',
      'court',
      'military',
    ]);
    expect(places.map(({ points }) => points.length)).toEqual([1, 2, 0, 0, 1]);
    expect(places[1]?.points[1]).toEqual([13, 52]);
    expect(places.map(({ polygons }) => polygons.map((rings) => rings.length))).toEqual([
      [],
      [],
      [1],
      [1, 2],
      [],
    ]);
  });

  it('is a table with any separator, order and decimal sign', () => {
    const expected = [
      { category: 'hospital', points: [[12.4, 51.3]], polygons: [] },
      { category: 'worship', points: [[-12.5, 51.4]], polygons: [] },
    ];
    for (const text of [
      'latitude,longitude,category\n51.3,12.4,hospital\n51.4,-12.5,"Kirche"\n',
      'Kategorie;Name;Länge;Breite\r\nKrankenhaus;"Nord; Haus 1";12,4;51,3\r\n\r\nworship;x;-12,5;51,4',
      'lon\tlat\tcategory\n12.4\t51.3\thospital\n-12.5\t51.4\tchurch\n',
    ])
      expect(parsePlaces(text, 'places.csv')).toEqual(expected);
  });

  it('is refused where a category is unknown or missing, with all that are known', () => {
    for (const text of [
      collection(feature({ category: 'hospital' }), feature({ category: 'pub' })),
      'lat,lon,category\n51,12,hospital\n51,12,pub\n',
    ]) {
      const { code, message, detail } = refusal(text);
      expect(code).toBe('place-category');
      expect(detail).toMatchObject({ place: 2, category: 'pub' });
      for (const category of sensitiveCategories) expect(message).toContain(category);
    }
    for (const properties of [{}, null, { category: '' }, { category: 7 }, { amenity: 'bench' }])
      expect(refusal(collection(feature(properties))).code).toBe('place-category');
    expect(refusal('lat,lon,category\n51,12,\n').code).toBe('place-category');
  });

  it.each<readonly [string, string, string]>([
    ['has no columns', 'places-columns', 'a,b\n1,2\n'],
    ['has no category column', 'places-columns', 'lat,lon\n51,12\n'],
    ['has no rows', 'empty-file', 'lat,lon,category\n'],
    ['has no position', 'place-position', 'lat,lon,category\n51,,hospital\n'],
    ['has a position that is none', 'place-position', 'lat,lon,category\n91,12,hospital\n'],
    ['has a word for a position', 'place-position', 'lat,lon,category\nnorth,12,hospital\n'],
    ['is cut JSON', 'places-unreadable', '{"type":'],
    ['is empty', 'places-unreadable', collection()],
    ['holds lines', 'places-unreadable', collection(feature({ category: 'court' }, 'LineString', square))],
    [
      'lies off the Earth',
      'places-unreadable',
      collection(feature({ category: 'court' }, 'Point', [181, 0])),
    ],
  ])('is refused when it %s', (_, code, text) => expect(refusal(text).code).toBe(code));
});

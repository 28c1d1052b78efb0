import { gzipBomb } from './gzip-bomb.ts';
import { around, good, header, megabytes, type HostileFile, type Read } from './hostile-file.ts';

type Ring = readonly (readonly [number, number])[];
const zones = { kind: 'polygons' } as const;

/** The ring of a rectangle, from its west, south, east and north. */
const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const feature = (zone_id: unknown, ...rings: readonly Ring[]): unknown => ({
  type: 'Feature',
  properties: { zone_id },
  geometry: { type: 'Polygon', coordinates: rings },
});
const collection = (...features: readonly unknown[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features });
/** Events of one person each, at these positions of latitude and longitude. */
const at = (...positions: readonly string[]): string =>
  header + positions.map((position, i) => `p${i},2026-05-04T10:00:00Z,${position}\n`).join('');
const inside = (kept: number, outsideZones: number, polygons = 1): Read => ({
  rows: kept + outsideZones,
  kept,
  persons: kept + outsideZones,
  dropped: { outsideZones },
  also: { polygons },
});
const around51 = box(11, 50, 13, 52);

/** Zone files that are hostile. */
export const filesOfZones: readonly HostileFile[] = (
  [
    {
      name: 'zones-empty.geojson',
      what: 'no byte at all',
      content: () => '',
      expected: { refused: 'zones-not-json', says: /zones\.csv is not JSON/ },
    },
    {
      name: 'zones-none.geojson',
      what: 'a collection of nothing',
      content: () => collection(),
      expected: { refused: 'zones-not-polygons', says: /zones\.csv.*features/ },
    },
    {
      name: 'zones-kml.geojson',
      what: 'KML',
      content: () => '<?xml version="1.0"?><kml/>',
      expected: { refused: 'zones-not-json', says: /choose a GeoJSON file/ },
    },
    {
      name: 'zones-with-mark.geojson',
      what: 'a byte order mark before the brace',
      content: () => `\uFEFF${collection(feature('a', around51))}`,
      expected: inside(7, 0),
    },
    {
      name: 'zones-cut.geojson',
      what: 'cut in the middle',
      content: () => collection(feature('a', around51)).slice(0, -40),
      expected: { refused: 'zones-not-json', says: /not JSON/ },
    },
    {
      name: 'zones-not-a-number.geojson',
      what: 'NaN for a corner',
      content: () => collection(feature('a', around51)).replace('52', 'NaN'),
      expected: { refused: 'zones-not-json', says: /not JSON/ },
    },
    {
      name: 'zones-no-geometry.geojson',
      what: 'a zone without a border',
      content: () => collection({ type: 'Feature', properties: { zone_id: 'a' }, geometry: null }),
      expected: { refused: 'zones-not-polygons', says: /features\.0\.geometry/ },
    },
    {
      name: 'zones-points.geojson',
      what: 'points',
      content: () =>
        collection({
          type: 'Feature',
          properties: { zone_id: 'a' },
          geometry: { type: 'Point', coordinates: [12, 51] },
        }),
      expected: { refused: 'zones-not-polygons', says: /geometry/ },
    },
    {
      name: 'zones-in-metres.geojson',
      what: 'coordinates in metres (EPSG:25832)',
      content: () => collection(feature('a', box(690_000, 5_690_000, 700_000, 5_700_000))),
      expected: { refused: 'zones-not-polygons', says: /in degrees/ },
    },
    {
      name: 'zones-axes-swapped.geojson',
      what: 'latitude before longitude: all events lie outside',
      content: () => collection(feature('a', box(50, 11, 52, 13))),
      expected: inside(0, 7),
    },
    {
      name: 'zones-elsewhere.geojson',
      what: 'zones of another country',
      content: () => collection(feature('a', box(20, 50, 22, 52))),
      expected: inside(0, 7),
    },
    {
      name: 'zones-partly-elsewhere.geojson',
      what: 'some events beyond all zones',
      beside: { events: at('51,12', '51,13.5', '49,12') },
      content: () => collection(feature('a', around51)),
      expected: inside(1, 2),
    },
    {
      name: 'zones-overlapping.geojson',
      what: 'two zones over each other',
      content: () => collection(feature('west', around51), feature('east', box(12.9, 50, 15, 52))),
      expected: { refused: 'zones-overlap', says: /west and east of zones\.csv overlap/ },
    },
    {
      name: 'zones-one-twice.geojson',
      what: 'one border under two names',
      content: () => collection(feature('a', around51), feature('b', around51)),
      expected: { refused: 'zones-overlap', says: /a and b of zones\.csv overlap/ },
    },
    {
      name: 'zones-id-twice.geojson',
      what: 'two zones under one name',
      content: () => collection(feature('a', around51), feature('a', box(20, 50, 22, 52))),
      expected: { refused: 'zone-id-twice', says: /a stands twice/ },
    },
    {
      name: 'zones-id-odd.geojson',
      what: 'a name with a blank and dots on its u',
      content: () => collection(feature('M\u00fcnchen Mitte', around51)),
      expected: { refused: 'zone-id', says: /Zone 1 of zones\.csv/ },
    },
    {
      name: 'zones-id-none.geojson',
      what: 'a zone without a name',
      content: () => collection(feature(null, around51)),
      expected: { refused: 'zone-id', says: /Zone 1 of zones\.csv/ },
    },
    {
      name: 'zones-of-prototypes.geojson',
      what: 'zones called as every object of the language has it',
      content: () =>
        collection(feature('constructor', around51), feature('toString', box(13, 50, 15, 52))).replace(
          '"properties":{',
          '"properties":{"__proto__":{"zone_id":"x"},',
        ),
      expected: inside(7, 0, 2),
    },
    {
      name: 'zones-crossing-themselves.geojson',
      what: 'a bow tie: both loops are inside, the gaps beside the knot are not',
      beside: { events: at('51,11.2', '51,12.8', '51.9,12', '50.1,12') },
      content: () =>
        collection(
          feature('a', [
            [11, 50],
            [13, 52],
            [13, 50],
            [11, 52],
            [11, 50],
          ]),
        ),
      expected: inside(2, 2),
    },
    {
      name: 'zones-with-holes.geojson',
      what: 'a hole, and an event in it',
      beside: { events: at('51,12', '50.2,12') },
      content: () => collection(feature('a', around51, box(11.5, 50.5, 12.5, 51.5))),
      expected: inside(1, 1),
    },
    {
      name: 'zones-island-in-hole.geojson',
      what: 'a zone in the hole of another',
      beside: { events: at('51,12', '50.2,12') },
      content: () =>
        collection(
          feature('a', around51, box(11.5, 50.5, 12.5, 51.5)),
          feature('b', box(11.5, 50.5, 12.5, 51.5)),
        ),
      expected: inside(2, 0, 2),
    },
    {
      name: 'zones-open-ring.geojson',
      what: 'a border that does not come back to where it began',
      content: () => collection(feature('a', around51.slice(0, 4))),
      expected: inside(7, 0),
    },
    {
      name: 'zones-without-area.geojson',
      what: 'a border that is one point four times',
      content: () => collection(feature('a', around51), feature('b', box(14, 50, 14, 50))),
      expected: inside(7, 0, 2),
    },
    {
      name: 'zones-over-date-line.geojson',
      what: 'a border that crosses the date line: it would go round the Earth the other way',
      content: () =>
        collection(
          feature('fiji', [
            [177, -20],
            [-178, -20],
            [-178, -15],
            [177, -15],
            [177, -20],
          ]),
        ),
      expected: { refused: 'zone-date-line', says: /fiji.*180.*two/ },
    },
    {
      name: 'zones-cut-at-date-line.geojson',
      what: 'the same, cut in two as RFC 7946 wants it',
      beside: { events: at('-17,178', '-17,-179', '-17,12') },
      content: () =>
        collection({
          type: 'Feature',
          properties: { zone_id: 'fiji' },
          geometry: {
            type: 'MultiPolygon',
            coordinates: [[box(177, -20, 180, -15)], [box(-180, -20, -178, -15)]],
          },
        }),
      expected: inside(2, 1),
    },
    {
      name: 'zones-deep.geojson',
      what: 'brackets a hundred thousand deep',
      content: () => `{"type":"FeatureCollection","features":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      expected: { refused: 'zones-not-polygons', says: /zones\.csv/ },
    },
    {
      name: 'zones-of-200-megabytes.geojson',
      what: 'a name of 200 MiB',
      content: () => around('{"type":"FeatureCollection","name":"', megabytes(200, 97), '","features":[]}'),
      expected: { refused: 'file-too-large', says: /zones\.csv is larger than/ },
    },
    {
      name: 'zones-bomb.geojson.gz',
      what: 'a name of 1 GiB, in a gzip',
      content: () => gzipBomb('{"type":"FeatureCollection","name":"', 1024, 97),
      expected: { refused: 'file-too-large', says: /zones\.csv is larger than/ },
    },
    {
      name: 'zones-long-name.geojson',
      what: 'a zone whose name has a million letters',
      content: () =>
        collection(feature('a', around51)).replace(
          '"zone_id":"a"',
          `"zone_id":"a","name":"${'x'.repeat(1_000_000)}"`,
        ),
      expected: { refused: 'zone-name', says: /a of zones\.csv.*letters/ },
    },
  ] satisfies readonly HostileFile[]
).map((file: HostileFile): HostileFile => ({ beside: { events: good }, ...file, kind: 'zones', zones }));

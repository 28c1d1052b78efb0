import { z } from 'zod';
import { Refusal } from '../base/failure.ts';
import { utf8 } from '../base/bytes.ts';
import { byBytes } from './names.ts';
import { zoneIdForm } from './table-read.ts';

const Position = z.array(z.number()).min(2).max(3);
const Ring = z.array(Position).min(4);
/** Zone names as zones.csv carries them: no control characters, and no first character a spreadsheet takes for a formula. */
const ZoneName = z
  .string()
  .max(200)
  .regex(/^(?![=+\-@])[^\p{Cc}]*$/u);
const Geometry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(Ring) }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }),
]);

/** `zones.geojson`: RFC 7946, WGS 84, one polygon or multipolygon a zone. */
export const ZoneCollection = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.strictObject({
      type: z.literal('Feature'),
      properties: z.strictObject({
        zone_id: z.string().regex(zoneIdForm),
        name: ZoneName.optional(),
        /** 0 for the finest zones, then one more for each coarser level of the recipe. */
        level: z.int().min(0).max(3),
        /** The zone of a coarser level that this one lies in, where it is known. */
        parent: z.string().regex(zoneIdForm).optional(),
      }),
      geometry: Geometry,
    }),
  ),
});
export type ZoneCollection = z.infer<typeof ZoneCollection>;

/** What a caller may hand in: as `ZoneCollection`, but read-only and with anything beside it, which is left out. */
export interface ZonesToSeal {
  readonly type: 'FeatureCollection';
  readonly features: readonly {
    readonly properties: {
      readonly zone_id: string;
      readonly name?: string | undefined;
      /** 0, the finest, where it is not given. */
      readonly level?: number | undefined;
      readonly parent?: string | undefined;
    };
    readonly geometry: z.infer<typeof Geometry> | ReadonlyGeometry;
  }[];
}
type Coordinates = readonly (readonly (readonly number[])[])[];
type ReadonlyGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: Coordinates }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Coordinates[] };

/**
 * `zones` sorted by id, coordinates rounded to 6 decimals of a degree (about 0.1 m) and without heights. Throws `Refusal`
 * `zones-unfit` for an id or name that tables cannot carry, for an id that stands twice, and for a parent that is no coarser
 * zone of the collection.
 */
export function normaliseZones(zones: ZonesToSeal): ZoneCollection {
  const features = zones.features
    .map(({ properties: { zone_id, name, level = 0, parent }, geometry }) => ({
      type: 'Feature' as const,
      properties: {
        zone_id,
        ...(name === undefined ? {} : { name }),
        level,
        ...(parent === undefined ? {} : { parent }),
      },
      geometry: roundGeometry(geometry),
    }))
    .toSorted((a, b) => byBytes(a.properties.zone_id, b.properties.zone_id));
  const twice = features.find((f, i) => f.properties.zone_id === features[i - 1]?.properties.zone_id);
  if (twice !== undefined) throw unfit(twice.properties.zone_id, 'stands twice');
  for (const feature of features) {
    const { zone_id, name } = feature.properties;
    if (['all', 'unknown'].includes(zone_id))
      throw unfit(zone_id, 'has an id that tables use for all homes or for an unknown one: rename it');
    if (!zoneIdForm.test(zone_id))
      throw unfit(zone_id, 'has an id with other characters than A-Z a-z 0-9 _ . : -');
    if (name !== undefined && !ZoneName.safeParse(name).success)
      throw unfit(zone_id, 'has a name that is too long or that a spreadsheet would take for a formula');
  }
  const collection = ZoneCollection.safeParse({ type: 'FeatureCollection', features });
  if (!collection.success) throw unfit('', 'hold a shape that is no polygon, or a level that is not 0 to 3');
  const orphan = wrongParent(collection.data);
  if (orphan !== undefined) throw unfit(orphan, 'names a parent that is no coarser zone among them');
  return collection.data;
}

/** The first zone whose parent is not a zone of a coarser level; `undefined` when every parent is. */
export function wrongParent(zones: ZoneCollection): string | undefined {
  const levels = zoneLevels(zones);
  return zones.features.find(
    ({ properties: { level, parent } }) => parent !== undefined && (levels.get(parent) ?? 0) <= level,
  )?.properties.zone_id;
}

/** `zones.csv`: the properties of each zone, in the order of the collection, RFC 4180 quotes only where needed. */
export function writeZonesCsv(zones: ZoneCollection): Uint8Array {
  const lines = zones.features.map(
    ({ properties: { zone_id, name = '', level, parent = '' } }) =>
      `${zone_id},${quoted(name)},${level},${parent}\n`,
  );
  return utf8(['zone_id,name,level,parent\n', ...lines].join(''));
}

/** The level of each zone, by its id; 0 for the finest. */
export type ZoneLevels = ReadonlyMap<string, number>;

/** The levels of a collection, as it is handed in or as it stands in a bundle. */
export function zoneLevels(zones: ZonesToSeal): ZoneLevels {
  return new Map(zones.features.map(({ properties: { zone_id, level = 0 } }) => [zone_id, level]));
}

function quoted(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function roundGeometry(geometry: ZonesToSeal['features'][number]['geometry']): z.infer<typeof Geometry> {
  if (geometry.type === 'Polygon')
    return { type: 'Polygon', coordinates: roundPolygon(geometry.coordinates) };
  return { type: 'MultiPolygon', coordinates: geometry.coordinates.map(roundPolygon) };
}

function roundPolygon(rings: Coordinates): number[][][] {
  return rings.map((ring) =>
    ring.map((position) => position.slice(0, 2).map((degrees) => Math.round(degrees * 1e6) / 1e6 + 0)),
  );
}

function unfit(id: string, problem: string): Refusal {
  return new Refusal(
    'zones-unfit',
    `The zones cannot be put into a bundle: ${id === '' ? 'they' : `zone "${id}"`} ${problem}.`,
    {
      id,
      problem,
    },
  );
}

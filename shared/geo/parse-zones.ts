import { z } from 'zod';
import { Refusal } from '../base/failure.ts';
import type { ZoneShape } from './zone-shape.ts';

const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number());
type Position = z.infer<typeof Position>;
const PolygonRings = z.array(z.array(Position).min(4)).min(1);
const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: PolygonRings }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(PolygonRings).min(1) }),
]);
const Collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z
    .array(
      z.object({
        id: z.union([z.string(), z.number()]).optional(),
        properties: z.record(z.string(), z.unknown()).nullable().optional(),
        geometry: Geometry,
      }),
    )
    .min(1)
    .max(100_000),
});

const idNames = ['zone_id', 'zoneId', 'id', 'ID', 'code', 'AGS', 'NUTS'];
const nameNames = ['name', 'NAME', 'GEN', 'label', 'title'];
const parentNames = ['parent', 'parent_id', 'parentId'];
const longestName = 200;
const zoneIdPattern = /^[A-Za-z0-9][A-Za-z0-9_.:-]*$/;

/**
 * Polygon zones of a GeoJSON FeatureCollection (RFC 7946, WGS 84). A zone's id is its property `zone_id`, `id`, `code`
 * or the feature's own id; its name is `name` or the id; `parent` may name the coarser zone it lies in. Refuses other geometry, ids that are missing, twice, or hold
 * other characters than letters, digits and `_.:-`, names of more than 200 letters, and borders that cross the date line.
 */
export function parseZones(text: string, fileName: string): readonly ZoneShape[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refusal('zones-not-json', `${fileName} is not JSON: choose a GeoJSON file with polygons.`, {
      file: fileName,
    });
  }
  const parsed = Collection.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue?.path.join('.') ?? '';
    throw new Refusal(
      'zones-not-polygons',
      `${fileName} is not a GeoJSON collection of polygons in degrees: ${where}: ${issue?.message ?? ''}`,
      { file: fileName, where },
    );
  }
  const seen = new Set<string>();
  return parsed.data.features.map((feature, index) => {
    const zoneId =
      pick(feature.properties, idNames) ?? (feature.id === undefined ? undefined : `${feature.id}`);
    if (zoneId === undefined || !zoneIdPattern.test(zoneId))
      throw new Refusal(
        'zone-id',
        `Zone ${index + 1} of ${fileName} needs a property zone_id of letters, digits and _.:-`,
        {
          file: fileName,
          zone: index + 1,
        },
      );
    if (seen.has(zoneId))
      throw new Refusal('zone-id-twice', `Zone id ${zoneId} stands twice in ${fileName}.`, {
        file: fileName,
        zone: zoneId,
      });
    seen.add(zoneId);
    const { geometry } = feature;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    refuseOverDateLine(polygons, fileName, zoneId);
    return {
      zoneId,
      name: nameOfZone(feature.properties, fileName, zoneId),
      ...parentOf(feature.properties, fileName, zoneId),
      polygons: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y]))),
    };
  });
}

/** An edge that goes more than half way round the Earth is one that crosses the date line, and would be read the other way round. */
function refuseOverDateLine(polygons: readonly (readonly Position[])[][], file: string, zone: string): void {
  const isLong = (ring: readonly Position[]): boolean =>
    ring.some(([x], i) => Math.abs(x - (ring[i - 1]?.[0] ?? x)) > 180);
  if (polygons.flat().some(isLong))
    throw new Refusal(
      'zone-date-line',
      `The border of zone ${zone} in ${file} crosses the date line at 180 degrees: cut it there into two polygons.`,
      { file, zone },
    );
}

function nameOfZone(
  properties: Record<string, unknown> | null | undefined,
  file: string,
  zone: string,
): string {
  const name = pick(properties, nameNames) ?? zone;
  if (name.length <= longestName && zone.length <= longestName) return name;
  throw new Refusal(
    'zone-name',
    `The name of zone ${zone.slice(0, longestName)} of ${file} has more than ${longestName} letters: shorten it.`,
    { file, zone: zone.slice(0, longestName), limit: longestName },
  );
}

function parentOf(
  properties: Record<string, unknown> | null | undefined,
  file: string,
  zone: string,
): { readonly parent?: string } {
  const parent = pick(properties, parentNames);
  if (parent === undefined) return {};
  if (zoneIdPattern.test(parent)) return { parent };
  throw new Refusal(
    'zone-parent',
    `The parent of zone ${zone} in ${file} must be written in letters, digits and _.:-`,
    { file, zone },
  );
}

function pick(
  properties: Record<string, unknown> | null | undefined,
  names: readonly string[],
): string | undefined {
  for (const name of names) {
    const value = properties?.[name];
    if ((typeof value === 'string' && value.trim() !== '') || typeof value === 'number') return `${value}`;
  }
  return undefined;
}

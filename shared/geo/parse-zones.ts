import { z } from 'zod';
import { Refusal } from '../base/failure.ts';
import { finished, type Steps } from '../base/steps.ts';
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
  features: z.array(z.unknown()).min(1).max(100_000),
});
const Feature = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullable().optional(),
  geometry: Geometry,
});
type Feature = z.infer<typeof Feature>;

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
  return finished(parsingZones(text, fileName));
}

/** As `parseZones`, with a step after each zone. */
export function* parsingZones(text: string, fileName: string): Steps<readonly ZoneShape[]> {
  const { features } = checked(Collection, jsonOf(text, fileName), fileName, []);
  const seen = new Set<string>();
  const shapes: ZoneShape[] = [];
  for (const [index, one] of features.entries()) {
    yield { done: index, total: features.length };
    const feature = checked(Feature, one, fileName, ['features', index]);
    const zoneId = idOf(feature, fileName, index);
    if (seen.has(zoneId))
      throw new Refusal('zone-id-twice', `Zone id ${zoneId} stands twice in ${fileName}.`, {
        file: fileName,
        zone: zoneId,
      });
    seen.add(zoneId);
    shapes.push(shapeOf(feature, fileName, zoneId));
  }
  return shapes;
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('zones-not-json', `${file} is not JSON: choose a GeoJSON file with polygons.`, {
      file,
    });
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown, file: string, at: readonly (string | number)[]): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = [...at, ...(issue?.path ?? [])].join('.');
  throw new Refusal(
    'zones-not-polygons',
    `${file} is not a GeoJSON collection of polygons in degrees: ${where}: ${issue?.message ?? ''}`,
    { file, where },
  );
}

function idOf({ id, properties }: Feature, file: string, index: number): string {
  const zoneId = pick(properties, idNames) ?? (id === undefined ? undefined : `${id}`);
  if (zoneId !== undefined && zoneIdPattern.test(zoneId)) return zoneId;
  throw new Refusal(
    'zone-id',
    `Zone ${index + 1} of ${file} needs a property zone_id of letters, digits and _.:-`,
    { file, zone: index + 1 },
  );
}

function shapeOf({ geometry, properties }: Feature, file: string, zoneId: string): ZoneShape {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  refuseOverDateLine(polygons, file, zoneId);
  return {
    zoneId,
    name: nameOfZone(properties, file, zoneId),
    ...parentOf(properties, file, zoneId),
    polygons: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y]))),
  };
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

import { z } from 'zod';
import { Refusal } from '../base/failure.ts';
import { parsingJson } from '../base/json-in-steps.ts';
import { finished, type Steps } from '../base/steps.ts';
import { Misshapen, shaped, takingRings, takingSeveralRings } from './taken-geometry.ts';
import type { Ring, ZoneShape } from './zone-shape.ts';

const Collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.unknown()).min(1).max(100_000),
});
const Feature = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullable().optional(),
  geometry: z.discriminatedUnion('type', [
    z.object({ type: z.literal('Polygon'), coordinates: z.unknown().optional() }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.unknown().optional() }),
  ]),
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

/** As `parseZones`, with steps on the way. */
export function* parsingZones(text: string, fileName: string): Steps<readonly ZoneShape[]> {
  const { features } = checked(Collection, yield* jsonOf(text, fileName), fileName);
  const seen = new Set<string>();
  const shapes: ZoneShape[] = [];
  for (const [index, one] of features.entries()) {
    yield { done: index, total: features.length };
    const { feature, polygons } = yield* takingFeature(one, fileName, index);
    const zoneId = idOf(feature, fileName, index);
    if (seen.has(zoneId))
      throw new Refusal('zone-id-twice', `Zone id ${zoneId} stands twice in ${fileName}.`, {
        file: fileName,
        zone: zoneId,
      });
    seen.add(zoneId);
    refuseOverDateLine(polygons, fileName, zoneId);
    const name = nameOfZone(feature.properties, fileName, zoneId);
    shapes.push({ zoneId, name, ...parentOf(feature.properties, fileName, zoneId), polygons });
  }
  return shapes;
}

function* jsonOf(text: string, file: string): Steps<unknown> {
  try {
    return yield* parsingJson(text);
  } catch {
    throw new Refusal('zones-not-json', `${file} is not JSON: choose a GeoJSON file with polygons.`, {
      file,
    });
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
  try {
    return shaped(schema, value, []);
  } catch (error) {
    throw notPolygons(error, file);
  }
}

/** A feature with its polygons; its properties and the kind of its geometry are looked at before its coordinates. */
function* takingFeature(
  one: unknown,
  file: string,
  index: number,
): Steps<{ readonly feature: Feature; readonly polygons: readonly (readonly Ring[])[] }> {
  const at = ['features', index];
  try {
    const feature = shaped(Feature, one, at);
    const { type, coordinates } = feature.geometry;
    const place = [...at, 'geometry', 'coordinates'];
    const polygons =
      type === 'Polygon'
        ? [yield* takingRings(coordinates, place)]
        : yield* takingSeveralRings(coordinates, place);
    return { feature, polygons };
  } catch (error) {
    throw notPolygons(error, file);
  }
}

function notPolygons(error: unknown, file: string): unknown {
  if (!(error instanceof Misshapen)) return error;
  const where = error.path.join('.');
  return new Refusal(
    'zones-not-polygons',
    `${file} is not a GeoJSON collection of polygons in degrees: ${where}: ${error.message}`,
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

/** An edge that goes more than half way round the Earth is one that crosses the date line, and would be read the other way round. */
const isLong = (ring: Ring): boolean => ring.some(([x], i) => Math.abs(x - (ring[i - 1]?.[0] ?? x)) > 180);

function refuseOverDateLine(polygons: readonly (readonly Ring[])[], file: string, zone: string): void {
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

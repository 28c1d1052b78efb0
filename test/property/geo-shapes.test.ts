import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { Refusal } from '../../shared/base/failure.ts';
import { parsePlaces } from '../../shared/extract/parse-places.ts';
import { parseZones } from '../../shared/geo/parse-zones.ts';

const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number());
const Rings = z.array(z.array(Position).min(4)).min(1);
const areas = [
  z.object({ type: z.literal('Polygon'), coordinates: Rings }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(Rings).min(1) }),
] as const;
const points = [
  z.object({ type: z.literal('Point'), coordinates: Position }),
  z.object({ type: z.literal('MultiPoint'), coordinates: z.array(Position).min(1) }),
] as const;
const properties = z.record(z.string(), z.unknown()).nullable();
const Zone = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  properties: properties.optional(),
  geometry: z.discriminatedUnion('type', areas),
});
const Places = z.object({
  type: z.literal('FeatureCollection'),
  features: z
    .array(z.object({ properties, geometry: z.discriminatedUnion('type', [...points, ...areas]) }))
    .min(1)
    .max(100_000),
});
const Zones = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()).min(1) });

/** Where a schema that holds the whole shape at once finds the first fault, and what it says. */
function firstFault(schema: z.ZodType, value: unknown, before = ''): string | undefined {
  const issue = schema.safeParse(value).error?.issues[0];
  return issue && `${before}${issue.path.join('.')}: ${issue.message}`;
}

function refusalOf(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.failure.code === 'zones-not-polygons' || error.failure.code === 'places-unreadable'
      ? error.message
      : undefined;
  }
}

const often = <T>(usual: fc.Arbitrary<T>, ...odd: readonly fc.Arbitrary<unknown>[]): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary: usual }, ...odd.map((arbitrary) => ({ weight: 1, arbitrary })));
const anything = fc.constantFrom<unknown>(null, undefined, 'x', 7, {}, [], [[]], [[[]]], [[[[]]]]);
const degree = often(fc.integer({ min: -90, max: 90 }), fc.constantFrom<unknown>(181, -91, '1', null, 1e300));
const position = often(
  fc.tuple(degree, degree),
  fc.array(degree, { maxLength: 4 }),
  fc.constantFrom([180, 90], [-180, -90], [100, 90, 5], [90, 100]),
  anything,
);
const ring = often(
  fc.array(position, { minLength: 4, maxLength: 6 }),
  fc.array(position, { maxLength: 3 }),
  anything,
);
const rings = often(fc.array(ring, { minLength: 1, maxLength: 2 }), fc.constant([]), anything);
const several = often(fc.array(rings, { minLength: 1, maxLength: 2 }), fc.constant([]), anything);
const typed = (type: string, coordinates: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.record({ type: often(fc.constant(type), fc.constant('Line'), anything), coordinates });
const geometry = often(
  fc.oneof(
    typed('Polygon', rings),
    typed('MultiPolygon', several),
    typed('Point', position),
    typed('MultiPoint', fc.array(position, { maxLength: 3 })),
  ),
  fc.constant({ type: 'Polygon' }),
  anything,
);
const feature = often(
  fc.record({
    id: often(fc.string(), fc.integer(), anything),
    properties: often(fc.constant({ category: 'school', zone_id: 'a' }), anything),
    geometry,
  }),
  fc.record({ geometry }),
  anything,
);
const collection = fc
  .record({
    features: often(fc.array(feature, { maxLength: 3 }), anything),
    type: often(fc.constant('FeatureCollection'), anything),
  })
  .map((value): unknown => JSON.parse(JSON.stringify(value)));

it('finds the first fault of a zone file where a schema of all of it does', () => {
  let faults = 0;
  fc.assert(
    fc.property(collection, (value) => {
      const { features } = value as { readonly features?: unknown };
      const first = Array.isArray(features) ? firstFault(Zone, features[0], 'features.0.') : undefined;
      const expected = firstFault(Zones, value) ?? first?.replace('0.:', '0:');
      const found = refusalOf(() =>
        parseZones(
          JSON.stringify({
            ...(value as object),
            ...(Array.isArray(features) ? { features: features.slice(0, 1) } : {}),
          }),
          'zones',
        ),
      );
      expect(found).toBe(expected && `zones is not a GeoJSON collection of polygons in degrees: ${expected}`);
      if (expected !== undefined) faults++;
    }),
    { numRuns: 2000 },
  );
  expect(faults).toBeGreaterThan(500);
});

it('finds the first fault of a file of places where a schema of all of it does', () => {
  fc.assert(
    fc.property(collection, (value) => {
      const expected = firstFault(Places, value);
      const found = refusalOf(() => parsePlaces(JSON.stringify(value), 'places'));
      expect(found?.replace(/\): choose.*/, '')).toBe(expected && `places holds no places (${expected}`);
    }),
    { numRuns: 2000 },
  );
});

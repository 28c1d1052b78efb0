import type { ZoneCollection } from '../../bundle/zones.ts';

/** Zones of two releases by their ids, each list sorted. */
export interface ChangedZones {
  readonly earlier: number;
  readonly later: number;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Of another shape. */
  readonly reshaped: readonly string[];
  /** Of another name, level or parent. */
  readonly renamed: readonly string[];
}

type Feature = ZoneCollection['features'][number];

/** What became of the zones, ids taken for the same zone. */
export function changedZones(earlier: ZoneCollection, later: ZoneCollection): ChangedZones {
  const before = byId(earlier);
  const after = byId(later);
  const shared = [...after.keys()].filter((id) => before.has(id));
  const differing = (of: (feature: Feature) => unknown): readonly string[] =>
    shared.filter((id) => written(before.get(id), of) !== written(after.get(id), of)).toSorted();
  return {
    earlier: before.size,
    later: after.size,
    added: [...after.keys()].filter((id) => !before.has(id)).toSorted(),
    removed: [...before.keys()].filter((id) => !after.has(id)).toSorted(),
    reshaped: differing(({ geometry }) => [geometry.type, geometry.coordinates]),
    renamed: differing(({ properties: { name, level, parent } }) => [name ?? '', level, parent ?? '']),
  };
}

function byId({ features }: ZoneCollection): ReadonlyMap<string, Feature> {
  return new Map(features.map((feature) => [feature.properties.zone_id, feature]));
}

function written(feature: Feature | undefined, of: (feature: Feature) => unknown): string {
  return feature === undefined ? '' : JSON.stringify(of(feature));
}

import { cellToParent, isValidCell } from 'h3-js';
import type { ZoneSource } from '../recipe/recipe.ts';
import type { Released, ReleasedZone } from './released.ts';
import type { Stretch } from './stretch.ts';

/** Where each zone lies on a line on which a coarser zone covers the finer ones inside it and something besides. */
export interface ZoneLine {
  readonly placeOf: ReadonlyMap<string, Stretch>;
  readonly length: number;
}

/** Outlines as a text that is the same for the same area: millionths of a degree, as bundles carry them. */
function outlineKey(polygon: ReleasedZone['polygons'][number]): string {
  return polygon
    .map((ring) => ring.map((point) => point.map((each) => Math.round(each * 1e6))).join(' '))
    .join('/');
}

/**
 * Whether two releases divide an area in different ways, so that slivers could be worked out. Grids of one resolution are the
 * same whatever cells are listed; polygons must agree in ids and outlines.
 */
export function zoneMapsDiffer(a: Released, b: Released): boolean {
  const [zonesA, zonesB] = [a.recipe.zones, b.recipe.zones];
  if (zonesA.kind === 'h3' && zonesB.kind === 'h3') return zonesA.resolution !== zonesB.resolution;
  if (zonesA.kind !== zonesB.kind) return true;
  const [mapA, mapB] = [outlines(a.zones), outlines(b.zones)];
  const differs = (id: string, outline: string, other: typeof mapA, level: number): boolean => {
    const found = other.get(id);
    return found === undefined ? level === 0 : found.outline !== outline;
  };
  return (
    [...mapA].some(([id, { outline, level }]) => differs(id, outline, mapB, level)) ||
    [...mapB].some(([id, { outline, level }]) => differs(id, outline, mapA, level))
  );
}

function outlines(
  zones: readonly ReleasedZone[],
): ReadonlyMap<string, { readonly outline: string; readonly level: number }> {
  return new Map(
    zones.map(({ zoneId, level, polygons }) => [
      zoneId,
      { level, outline: polygons.map(outlineKey).join('|') },
    ]),
  );
}

/** Whether no zone of one release can touch one of the other, by the boxes around all of them. */
export function areasLieApart(a: readonly ReleasedZone[], b: readonly ReleasedZone[]): boolean {
  const [boxA, boxB] = [boxOf(a), boxOf(b)];
  return boxA.some(({ low, high }, axis) => {
    const other = boxB[axis];
    return other === undefined || high < other.low || other.high < low;
  });
}

function boxOf(zones: readonly ReleasedZone[]): readonly { readonly low: number; readonly high: number }[] {
  const box = [
    { low: Infinity, high: -Infinity },
    { low: Infinity, high: -Infinity },
  ];
  for (const { polygons } of zones)
    for (const [outer] of polygons)
      for (const point of outer ?? [])
        point.forEach((degrees, axis) => {
          const side = box[axis];
          if (side) [side.low, side.high] = [Math.min(side.low, degrees), Math.max(side.high, degrees)];
        });
  return box;
}

/** Lays the zones of one map out on a line. `zones` may hold a zone twice: what two releases show of the same map. */
export function zoneLine(zones: readonly ReleasedZone[], source: ZoneSource): ZoneLine {
  const byId = new Map(zones.map((zone) => [zone.zoneId, zone]));
  const parentOf = parentFinder([...byId.values()], source);
  const childrenOf = new Map<string | undefined, string[]>();
  for (const zone of byId.values()) {
    const parent = parentOf(zone);
    const siblings = childrenOf.get(parent);
    if (siblings) siblings.push(zone.zoneId);
    else childrenOf.set(parent, [zone.zoneId]);
  }
  const placeOf = new Map<string, Stretch>();
  let at = 0;
  const lay = (zoneId: string): void => {
    const from = at;
    (childrenOf.get(zoneId) ?? []).forEach(lay);
    at += 1;
    placeOf.set(zoneId, { from, to: at });
  };
  (childrenOf.get(undefined) ?? []).forEach(lay);
  return { placeOf, length: at };
}

type ParentFinder = (zone: ReleasedZone) => string | undefined;

function parentFinder(zones: readonly ReleasedZone[], source: ZoneSource): ParentFinder {
  const levels = [...new Set(zones.map(({ level }) => level))].toSorted((a, b) => a - b);
  const coarser = (level: number): readonly number[] => levels.filter((each) => each > level);
  if (source.kind === 'h3') {
    const known = new Set(zones.map(({ zoneId }) => zoneId));
    return ({ zoneId, level }) =>
      isValidCell(zoneId)
        ? coarser(level)
            .map((each) => cellToParent(zoneId, source.resolution - each))
            .find((id) => known.has(id))
        : undefined;
  }
  const holder = new Map<string, string>();
  for (const { zoneId, level, polygons } of zones)
    for (const polygon of polygons) holder.set(`${level} ${outlineKey(polygon)}`, zoneId);
  return ({ level, polygons: [first] }) =>
    first === undefined
      ? undefined
      : coarser(level)
          .map((each) => holder.get(`${each} ${outlineKey(first)}`))
          .find((id) => id !== undefined);
}

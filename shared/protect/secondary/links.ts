import type { Family } from './family.ts';
import type { Release } from './release.ts';

/** One layer of one block: `block` of family number `family`. */
export interface Slot {
  readonly family: number;
  readonly block: number;
  readonly layer: number;
}

/**
 * Bounds between the layers of different blocks, class by class: no part is more than the whole, and where `covers` is true the
 * whole is not more than all parts added up. `count` is how many bounds that makes.
 */
export interface Link {
  readonly name: 'within-period' | 'zone-levels' | 'frequency-equals-catchment';
  readonly whole: Slot;
  readonly parts: readonly Slot[];
  readonly covers: boolean;
  readonly count: number;
}

/** Every link between the blocks of a release, one after the other. */
export function* linksBetween(release: Release, families: readonly Family[]): Generator<Link> {
  yield* linksToPeriod(release, families);
  for (const family of families.keys()) yield* linksOfLevels(release, families, family);
}

function* linksToPeriod(release: Release, families: readonly Family[]): Generator<Link> {
  const whole = families.findIndex(
    ({ name }) => name === 'period' || name === 'frequency' || name === 'catchment',
  );
  const face = families[whole]?.frame.shape.face ?? -1;
  if (whole < 0 || face < 0) return;
  const partOf = (family: Family) =>
    family.name === 'footfall' || (family.name === 'dwell' && release.presence === 'stays');
  for (const [index, family] of families.entries()) {
    const other = totalLayer(family);
    const isOther = index !== whole && (family.name === 'frequency' || family.name === 'catchment');
    if (other < 0 || !(partOf(family) || isOther) || family.zones !== families[whole]?.zones) continue;
    if (family.frame.classes !== families[whole].frame.classes) continue;
    const name = isOther ? 'frequency-equals-catchment' : 'within-period';
    for (const zone of zonesOf(family)) {
      const times = Array.from({ length: family.times }, (_, time) => zone * family.times + time);
      const parts = times.map((block) => ({ family: index, block, layer: other }));
      const slot = { family: whole, block: zone, layer: face };
      const count = parts.length * family.frame.classes;
      yield { name, whole: slot, parts, covers: isOther, count };
    }
  }
}

function* linksOfLevels(release: Release, families: readonly Family[], index: number): Generator<Link> {
  const family = families[index];
  if (family === undefined || family.name === 'flows' || release.levels.length === 0) return;
  const isEachMoment = family.name === 'dwell' || family.name === 'footfall';
  const covers = !isEachMoment || (release.presence === 'events' && family.name === 'footfall');
  const layers = layersOfLevels(family);
  for (const level of release.levels)
    for (const [zone, children] of childrenOf(level))
      for (const layer of layers)
        for (let time = 0; time < family.times; time++) {
          const slot = (at: number) => ({ family: index, block: at * family.times + time, layer });
          const count = (children.length + (covers ? 1 : 0)) * family.frame.classes;
          yield { name: 'zone-levels', whole: slot(zone), parts: children.map(slot), covers, count };
        }
}

/** Layers whose numbers mean the same on every level: totals over bands, homes and days, but no single band. */
function layersOfLevels(family: Family): readonly number[] {
  const { parts, layers, face } = family.frame.shape;
  if (family.name === 'catchment') return Array.from({ length: layers }, (_, layer) => layer);
  if (family.name === 'footfall') return [0];
  if (family.name !== 'period') return face < 0 ? [] : [face];
  const bands = new Set(parts[0]);
  return Array.from({ length: layers }, (_, layer) => layer).filter((layer) => !bands.has(layer));
}

/** The layer that holds everybody of a block, -1 for none. */
function totalLayer({ frame, name }: Family): number {
  return name === 'footfall' ? 0 : frame.shape.face;
}

function zonesOf({ zones }: Family): readonly number[] {
  return Array.from({ length: zones }, (_, zone) => zone);
}

function childrenOf(level: Int32Array): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  level.forEach((zone, child) => {
    if (zone >= 0) children.set(zone, [...(children.get(zone) ?? []), child]);
  });
  return children;
}

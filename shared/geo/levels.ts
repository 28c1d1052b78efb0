import { cellToBoundary, cellToParent } from 'h3-js';
import { Refusal } from '../base/failure.ts';
import type { ZoneSource } from '../recipe/recipe.ts';
import type { ZoneAssignment, ZoneShape } from './zone-shape.ts';

/** Zones of one level inside `shapes` of all levels: those from `first` to `first + size - 1`. */
export interface ZoneLevel {
  /** 0 for the finest zones, otherwise how many steps coarser. */
  readonly step: number;
  readonly first: number;
  readonly size: number;
  /** For each finest zone the zone of this level that it lies in; -1 where it has no parent. */
  readonly zoneOfFinest: Int32Array;
}

/** Zones of all levels, finest first, and for every level which zone a cell lies in. */
export interface LeveledZones {
  readonly shapes: readonly ZoneShape[];
  readonly levels: readonly ZoneLevel[];
  /** The finest zone of each base cell, -1 for none. */
  readonly zoneOfCell: Int32Array;
}

/**
 * Adds coarser zones to the finest ones. A step up is the parent of a finest zone: for H3 the cell that many resolutions
 * coarser, for polygons what the property `parent` names (one step only). Refuses steps that do not exist (`no-parents`).
 */
export function withLevels(
  finest: ZoneAssignment,
  source: ZoneSource,
  steps: readonly number[],
): LeveledZones {
  const shapes = [...finest.shapes];
  const levels: ZoneLevel[] = [
    { step: 0, first: 0, size: shapes.length, zoneOfFinest: Int32Array.from(shapes, (_, zone) => zone) },
  ];
  for (const step of steps) {
    const parentOf = parentsOf(finest.shapes, source, step);
    const ids = [...new Set(parentOf.filter((id) => id !== undefined))].toSorted();
    const first = shapes.length;
    const place = new Map(ids.map((id, i) => [id, first + i]));
    const inside = source.kind === 'h3' ? undefined : polygonsInside(finest.shapes, parentOf);
    for (const id of ids) shapes.push(coarseShape(id, inside));
    levels.push({
      step,
      first,
      size: ids.length,
      zoneOfFinest: Int32Array.from(parentOf, (id) => (id === undefined ? -1 : (place.get(id) ?? -1))),
    });
  }
  refuseTwice(shapes);
  return { shapes, levels, zoneOfCell: finest.zoneOfCell };
}

/** The id of the coarser zone each zone lies in, `step` steps up, undefined for none. Refuses steps that do not exist (`no-parents`). */
export function parentsOf(
  shapes: readonly ZoneShape[],
  source: ZoneSource,
  step: number,
): readonly (string | undefined)[] {
  if (source.kind === 'h3') {
    if (source.resolution >= step)
      return shapes.map(({ zoneId }) => cellToParent(zoneId, source.resolution - step));
    throw new Refusal(
      'no-parents',
      `The H3 grid of resolution ${source.resolution} has no level ${step} steps coarser: choose fewer steps.`,
      { step, resolution: source.resolution },
    );
  }
  const parents = shapes.map(({ parent }) => parent);
  if (step === 1 && parents.some((parent) => parent !== undefined)) return parents;
  throw new Refusal(
    'no-parents',
    `The zone file names no parents ${step} steps up: give each zone a property "parent", or leave out the coarser level.`,
    { step },
  );
}

/** Polygons of the finest zones by the coarser zone they lie in. */
function polygonsInside(
  finest: readonly ZoneShape[],
  parentOf: readonly (string | undefined)[],
): ReadonlyMap<string, ZoneShape['polygons']> {
  const inside = new Map<string, ZoneShape['polygons'][number][]>();
  for (const [zone, { polygons }] of finest.entries()) {
    const parent = parentOf[zone];
    if (parent === undefined) continue;
    const known = inside.get(parent);
    if (known) for (const one of polygons) known.push(one);
    else inside.set(parent, [...polygons]);
  }
  return inside;
}

/** A coarser zone: made of those inside where they are given, else the H3 cell it names. */
function coarseShape(zoneId: string, inside?: ReadonlyMap<string, ZoneShape['polygons']>): ZoneShape {
  const border = (): ZoneShape['polygons'] => [
    [cellToBoundary(zoneId, true).map(([x, y]): [number, number] => [x, y])],
  ];
  return { zoneId, name: zoneId, polygons: inside ? (inside.get(zoneId) ?? []) : border() };
}

function refuseTwice(shapes: readonly ZoneShape[]): void {
  const seen = new Set<string>();
  for (const { zoneId } of shapes) {
    if (seen.has(zoneId))
      throw new Refusal(
        'zone-id-twice-levels',
        `"${zoneId}" names both a zone and a coarser one: give the parent another name.`,
        { zone: zoneId },
      );
    seen.add(zoneId);
  }
}
